import type { Readability, Sentiment } from '../../shared/models/analysis.ts';
import { withoutUrls } from './draft.ts';
import type { Draft } from './draft.ts';
import { countText } from './readability/count-text.ts';
import {
  automatedReadabilityIndex,
  colemanLiauIndex,
  fleschKincaidGrade,
  fleschReadingEase,
  gunningFog,
  smogIndex,
} from './readability/formulas.ts';
import { moodOf } from './sentiment/mood-model.ts';
import type { Ratings } from './sentiment/reading.ts';
import { note } from './wording.ts';

/** The formulas were made on passages of about a hundred words. */
const wordsForReadability = 100;
const mostDrivers = 8;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The six formulas on the prose of a post; left out where it is not English or has no words. */
export const readabilityOf = (draft: Draft): Readability => {
  const { sentences, words, syllables, ...others } = countText(draft.prose);
  const counts = { sentences, words, syllables };
  if (words === 0 || !draft.language.english) {
    return {
      fleschReadingEase: null,
      fleschKincaidGrade: null,
      gunningFog: null,
      smogIndex: null,
      automatedReadabilityIndex: null,
      colemanLiauIndex: null,
      counts,
      note: words === 0 ? note('no_words') : note('not_english'),
    };
  }
  const all = { ...counts, ...others };
  return {
    fleschReadingEase: rounded(fleschReadingEase(all)),
    fleschKincaidGrade: rounded(fleschKincaidGrade(all)),
    gunningFog: rounded(gunningFog(all)),
    smogIndex: rounded(smogIndex(all)),
    automatedReadabilityIndex: rounded(automatedReadabilityIndex(all)),
    colemanLiauIndex: rounded(colemanLiauIndex(all)),
    counts,
    note: words < wordsForReadability ? note('too_short', { count: words, need: wordsForReadability }) : null,
  };
};

/** VADER's border between moods: 0.05 either side of nothing. */
export const labelOf = (compound: number): 'positive' | 'neutral' | 'negative' => {
  if (compound >= 0.05) return 'positive';
  return compound <= -0.05 ? 'negative' : 'neutral';
};

/** The mood of a post's text without its links, with the terms that weighed most: what each gives to the log-odds. */
export const sentimentOf = (draft: Draft, ratings: Ratings): Sentiment => {
  if (!draft.language.english) return { compound: null, label: null, drivers: [], note: note('not_english') };
  const { compound, contributions } = moodOf(withoutUrls(draft.text, draft.urls), ratings, { explain: true });
  const byTerm = new Map<string, number>();
  for (const { term, weight } of contributions) byTerm.set(term, (byTerm.get(term) ?? 0) + weight);
  const drivers = [...byTerm]
    .map(([term, weight]) => ({ term, weight: rounded(weight) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostDrivers);
  return { compound, label: labelOf(compound), drivers, note: drivers.length === 0 ? note('no_mood') : null };
};
