import type { Analysis, Readability } from '../../shared/models/analysis.ts';
import type { ContentInput } from './content-input.ts';
import { type Draft, draftOf } from './draft.ts';
import { type Keyphrase, keyphrasesOf } from './keyphrases.ts';
import { readabilityOf } from './measures.ts';
import { canPublish, platformFitOf } from './platform-fit.ts';
import { scoreOf } from './scoring.ts';
import { seoOf } from './seo.ts';
import { structureOf } from './structure.ts';
import { reason, type ReasonId } from './wording.ts';

/** What the parts of an analysis weigh in its score. */
export const weights = { platformFit: 0.35, structure: 0.25, seo: 0.2, readability: 0.2 } as const;

const wordsForEase = 8;

/** The scored half of an analysis: all that an edit can change. */
export type Assessment = Pick<
  Analysis,
  'score' | 'reasons' | 'readability' | 'seo' | 'structure' | 'platformFit'
> & {
  readonly draft: Draft;
  readonly keyphrases: readonly Keyphrase[];
};

/** Ease of reading as a score: 60 on Flesch's scale (plain English) and above is full marks, 0 and below none. */
const easeOf = ({ fleschReadingEase, counts }: Readability): number | null =>
  fleschReadingEase === null || counts.words < wordsForEase
    ? null
    : Math.round(Math.min(100, Math.max(0, (fleschReadingEase / 60) * 100)));

/** Scores a post: 100 points less what each part lacks, by its weight; a part that was left out weighs nothing. */
export const assess = (input: ContentInput): Assessment => {
  const draft = draftOf(input);
  const keyphrases = keyphrasesOf(draft.prose, draft.language.code);
  const readability = readabilityOf(draft);
  const seo = seoOf(draft, keyphrases);
  const structure = structureOf(draft);
  const platformFit = platformFitOf(draft);
  const ease = easeOf(readability);
  const components: readonly (readonly [ReasonId, number, number])[] = [
    ['component_platform_fit', weights.platformFit, platformFit.score],
    ['component_structure', weights.structure, structure.score],
    ['component_seo', weights.seo, seo.score],
    ...(ease === null ? [] : [['component_readability', weights.readability, ease] as const]),
  ];
  const total = components.reduce((sum, [, weight]) => sum + weight, 0);
  const reasons = components.map(([id, weight, score]) =>
    reason(id, (-weight / total) * (100 - score), { score, network: input.rules.name }),
  );
  const refusal = canPublish(platformFit)
    ? []
    : [reason('cannot_publish', -25, { network: input.rules.name })];
  return {
    ...scoreOf(100, [...reasons, ...refusal]),
    readability,
    seo,
    structure,
    platformFit,
    draft,
    keyphrases,
  };
};
