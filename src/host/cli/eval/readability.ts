import { countText } from '../../../engine/content/readability/count-text.ts';
import {
  automatedReadabilityIndex,
  colemanLiauIndex,
  fleschKincaidGrade,
  fleschReadingEase,
  gunningFog,
  smogIndex,
} from '../../../engine/content/readability/formulas.ts';
import type { TextCounts } from '../../../engine/content/readability/formulas.ts';
import { readabilityFindings, readReferenceValues } from '../../../engine/evaluation/readability.ts';
import type { MeasureMetric, ReferenceValue } from '../../../engine/evaluation/readability.ts';
import type { EvaluationKind } from './kinds.ts';

/** The measures by the names of the reference file. */
const measures: Readonly<Record<string, (counts: TextCounts) => number>> = {
  automated_readability_index: automatedReadabilityIndex,
  coleman_liau_index: colemanLiauIndex,
  count_letters: ({ letters }) => letters,
  count_polysyllable_words: ({ polysyllables }) => polysyllables,
  count_sentences: ({ sentences }) => sentences,
  count_syllables: ({ syllables }) => syllables,
  count_syllables_total: ({ syllables }) => syllables,
  count_words: ({ words }) => words,
  flesch_kincaid_grade: fleschKincaidGrade,
  flesch_reading_ease: fleschReadingEase,
  gunning_fog: gunningFog,
  letters_per_word: ({ letters, words }) => letters / Math.max(1, words),
  sentences_per_word: ({ sentences, words }) => sentences / Math.max(1, words),
  smog_index: smogIndex,
  syllables_per_word: ({ syllables, words }) => syllables / Math.max(1, words),
  words_per_sentence: ({ words, sentences }) => words / Math.max(1, sentences),
};

/** Parameters that ask for what is counted here: words without punctuation, hyphens and contractions left whole. */
const isOwnWay = ({ params }: ReferenceValue): boolean =>
  params === null ||
  (params.rm_punctuation === true && params.split_contractions === false && params.split_hyphens === false);

const measureBy =
  (count: (text: string) => TextCounts): MeasureMetric =>
  (value) => {
    const measure = Object.hasOwn(measures, value.metric) ? measures[value.metric] : undefined;
    const english = value.lang.toLowerCase().startsWith('en');
    return measure === undefined || !english || !isOwnWay(value) ? null : measure(count(value.text));
  };

/** Counts as somebody would in five lines. */
const plainCount = (text: string): TextCounts => {
  const words = text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const syllables = words.map((word) => Math.max(1, word.toLowerCase().match(/[aeiouy]+/g)?.length ?? 0));
  const hard = syllables.filter((count) => count >= 3).length;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return {
    words: words.length,
    sentences: words.length === 0 ? 0 : Math.max(1, text.match(/[.!?]+(?=\s|$)/g)?.length ?? 0),
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    letters,
    characters: text.match(/[\p{L}\p{N}]/gu)?.length ?? 0,
    polysyllables: hard,
    complexWords: hard,
  };
};

/** `ocma eval readability FILE.json`. */
export const readability: EvaluationKind = {
  run: (text) => readabilityFindings(readReferenceValues(text), measureBy(countText), measureBy(plainCount)),
  samples: [
    {
      file: 'readability.json',
      original:
        'https://github.com/textstat/textstat and https://github.com/DaveChild/Text-Statistics (their tests, converted)',
    },
  ],
};
