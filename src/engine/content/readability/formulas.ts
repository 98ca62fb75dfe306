/** What the formulas count. `complexWords` are Gunning's (see `countText`), `polysyllables` all of three or more. */
export type TextCounts = {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Letters alone. */
  readonly letters: number;
  /** Letters and digits: the strokes of the Automated Readability Index, as most implementations count them. */
  readonly characters: number;
  readonly polysyllables: number;
  readonly complexWords: number;
};

type Formula = (counts: TextCounts) => number;

/** A formula that is 0 where there is nothing to count. */
const overWords =
  (formula: (counts: TextCounts) => number): Formula =>
  (counts) =>
    counts.words === 0 || counts.sentences === 0 ? 0 : formula(counts);

/**
 * Flesch Reading Ease, mostly 0 (hard) to 100 (easy). Flesch, R. (1948): A new readability yardstick, Journal of
 * Applied Psychology 32.
 */
export const fleschReadingEase = overWords(
  ({ words, sentences, syllables }) => 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words),
);

/**
 * Flesch-Kincaid grade. Kincaid, Fishburne, Rogers, Chissom (1975): Derivation of new readability formulas for Navy
 * enlisted personnel, Research Branch Report 8-75.
 */
export const fleschKincaidGrade = overWords(
  ({ words, sentences, syllables }) => 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59,
);

/** Fog index. Gunning, R. (1952): The Technique of Clear Writing. */
export const gunningFog = overWords(
  ({ words, sentences, complexWords }) => 0.4 * (words / sentences + 100 * (complexWords / words)),
);

/**
 * SMOG grade. McLaughlin, G. H. (1969): SMOG Grading, a New Readability Formula, Journal of Reading 12; with the
 * precise constants of the regression. Made for samples of 30 sentences.
 */
export const smogIndex = overWords(
  ({ sentences, polysyllables }) => 1.043 * Math.sqrt(polysyllables * (30 / sentences)) + 3.1291,
);

/** Automated Readability Index. Smith, Senter (1967): Automated Readability Index, AMRL-TR-66-220. */
export const automatedReadabilityIndex = overWords(
  ({ words, sentences, characters }) => 4.71 * (characters / words) + 0.5 * (words / sentences) - 21.43,
);

/**
 * Coleman-Liau index. Coleman, Liau (1975): A computer readability formula designed for machine scoring, Journal of
 * Applied Psychology 60. Letters and sentences are per 100 words.
 */
export const colemanLiauIndex = overWords(
  ({ words, sentences, letters }) =>
    0.0588 * ((100 * letters) / words) - 0.296 * ((100 * sentences) / words) - 15.8,
);
