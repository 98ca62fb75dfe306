import type { ContentRules } from '../../../platforms/content-rules.ts';
import { stemOf } from '../../keyphrases.ts';
import { wordsOf } from '../../readability/words.ts';
import { sentence } from '../../wording.ts';

/** What a network would not take of a text. */
export const refusedBy = (text: string, rules: ContentRules): readonly string[] => {
  const { length, limit, valid } = rules.measure(text);
  if (length > limit) return [sentence('rewrite', 'rejected_over_limit', { over: length - limit, limit })];
  return valid ? [] : [sentence('rewrite', 'rejected_invalid', { network: rules.name })];
};

/** More hashtags than suit the network, unless the original has as many. */
export const tooManyHashtags = (original: string, text: string, rules: ContentRules): readonly string[] => {
  const count = (of: string): number => new Set(rules.measure(of).entities.hashtags).size;
  const have = count(text);
  const max = Math.max(count(original), rules.hashtags.max);
  return have > max ? [sentence('rewrite', 'rejected_hashtags', { have, max, network: rules.name })] : [];
};

const stemsOf = (text: string): string =>
  ` ${wordsOf(text.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2'))
    .map(stemOf)
    .join(' ')} `;

/** Whether a text holds a phrase, word by word, its plural or a hashtag of it counted too. */
export const holdsPhrase = (text: string, phrase: string): boolean =>
  stemsOf(text).includes(stemsOf(phrase)) || text.toLowerCase().includes(phrase.trim().toLowerCase());

export const withoutKeyphrase = (text: string, keyphrase: string | null): readonly string[] =>
  keyphrase === null || holdsPhrase(text, keyphrase)
    ? []
    : [sentence('assist', 'rejected_keyphrase', { phrase: keyphrase })];
