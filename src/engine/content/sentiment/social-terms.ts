import { blameTerms } from './blame-terms.ts';
import { plainTerms } from './plain-terms.ts';
import { praiseTerms } from './praise-terms.ts';

/**
 * Words, slang and expressions of social media with a rating, -4 to 4, that VADER's lexicon lacks or that mean something
 * else in company ('super bowl', 'black friday', 'dope'). Written by hand for OCMA from general knowledge of the language,
 * not drawn from any data set. A rating of 0 marks what says little about the mood, whatever its words are rated.
 * By term, all in lower case.
 */
export const socialTerms = (): ReadonlyMap<string, number> =>
  new Map(
    [...praiseTerms, ...plainTerms, ...blameTerms].flatMap(([rating, terms]) =>
      terms.split(/;\s+/).map((term) => [term.replaceAll(/\s+/g, ' '), rating] as const),
    ),
  );
