/** Terms and emoticons in lower case with their mean human rating, -4 (negative) to 4 (positive). */
export type Lexicon = ReadonlyMap<string, number>;

/** Loads VADER's lexicon (7,500 terms, about 1 MB in memory) when it is first needed. */
export const loadLexicon = async (): Promise<Lexicon> => {
  const { lexicon } = await import('vader-sentiment/src/vader_lexicon.js');
  return new Map(Object.entries(lexicon));
};
