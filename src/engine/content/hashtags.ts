import type { HashtagAdvice } from '../../shared/models/analysis.ts';
import type { Draft } from './draft.ts';
import { hashtagWords } from './hashtag-words.ts';
import { type Keyphrase, stemOf } from './keyphrases.ts';
import { wordsOf } from './readability/words.ts';
import { sentence } from './wording.ts';

const fewestOwnPosts = 3;

/** Splits letters without gaps into known words, as few as possible; null where that cannot be done. */
const segmented = (letters: string, known: (word: string) => boolean): readonly string[] | null => {
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 20); start < end; start += 1) {
      const before = best[start];
      const word = letters.slice(start, end);
      if (before === null || before === undefined || !known(word)) continue;
      const now = best[end];
      if (now === null || now === undefined || before.length + 1 < now.length) best[end] = [...before, word];
    }
  }
  return best[letters.length] ?? null;
};

/**
 * The words of a hashtag: by its capitals and underscores, or by the words of the text around it and common words of
 * hashtags. One word where nothing tells.
 */
const wordsOfHashtag = (tag: string, textWords: ReadonlySet<string>): readonly string[] => {
  const name = tag.replace(/^[#＃]/u, '');
  const parts = name
    .replaceAll('_', ' ')
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .trim()
    .split(/\s+/);
  if (parts.length > 1 || name.length > 60) return parts;
  const lower = name.toLowerCase();
  if (hashtagWords.has(lower) || textWords.has(lower)) return [name];
  const isKnown = (word: string): boolean =>
    word.length >= 2 && (hashtagWords.has(word) || (word.length >= 3 && textWords.has(word)));
  return segmented(lower, isKnown) ?? [name];
};

const capitalised = (word: string): string => {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
};

/** A hashtag with a capital at each word, which screen readers need; null where it is so already or is one word. */
export const camelCased = (tag: string, textWords: ReadonlySet<string>): string | null => {
  const name = tag.slice(1);
  if (name !== name.toLowerCase() || name.includes('_')) return null;
  const words = wordsOfHashtag(tag, textWords);
  const cased = tag.slice(0, 1) + words.map(capitalised).join('');
  return words.length > 1 && cased.length === tag.length ? cased : null;
};

/** The share of a hashtag's words that the prose speaks of, 0 to 1; 1 for a hashtag that is part of a sentence. */
export const relevanceOf = (tag: string, draft: Draft): number => {
  if (draft.prose.includes(tag)) return 1;
  const words = wordsOfHashtag(tag, draft.lowerWords).map(stemOf);
  return words.filter((word) => draft.stems.has(word)).length / words.length;
};

/** A phrase as a hashtag; abbreviations keep the capitals they have in the text. */
const asHashtag = (phrase: string, { words }: Draft): string => {
  const inText = (word: string): string =>
    words.includes(word.toUpperCase()) ? word.toUpperCase() : capitalised(word);
  return `#${wordsOf(phrase)
    .map(inText)
    .join('')
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')}`;
};

/** The hashtags of a post with their relevance, and others that would suit it. */
export const hashtagAdviceOf = (draft: Draft, keyphrases: readonly Keyphrase[]): HashtagAdvice => {
  const { history, rules } = draft.input;
  const used = [...new Set(draft.hashtags)];
  const taken = new Set(used.map((tag) => tag.toLowerCase()));
  const own = [...history.hashtags]
    .filter(
      ({ tag, posts }) =>
        posts >= fewestOwnPosts && !taken.has(tag.toLowerCase()) && relevanceOf(tag, draft) > 0,
    )
    .sort((a, b) => b.engagement - a.engagement)
    .map(({ tag, posts, engagement }) => {
      const params = { tag, count: posts, engagement: Math.round(engagement) };
      return {
        tag,
        source: 'own_results' as const,
        params,
        text: sentence('hashtag', 'own_results', params),
      };
    });
  const ownTags = new Set(own.map(({ tag }) => tag.toLowerCase()));
  const fromText = keyphrases
    .filter(({ phrase, weight }) => weight > 1 && phrase.length <= 24 && phrase.split(' ').length <= 2)
    .map(({ phrase }) => ({ phrase, tag: asHashtag(phrase, draft) }))
    .filter(({ tag }) => tag.length > 3 && !taken.has(tag.toLowerCase()) && !ownTags.has(tag.toLowerCase()))
    .map(({ phrase, tag }) => {
      const params = { tag, phrase };
      return { tag, source: 'keyphrase' as const, params, text: sentence('hashtag', 'keyphrase', params) };
    });
  return {
    used: used.map((tag) => ({ tag, relevance: relevanceOf(tag, draft) })),
    suggested: [...own, ...fromText].slice(0, 5),
    range: { min: rules.hashtags.min, max: rules.hashtags.max },
  };
};
