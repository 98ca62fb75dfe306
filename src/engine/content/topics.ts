import { keyphrasesOf } from './keyphrases.ts';
import { languageOf } from './language.ts';

const hashtag = /(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu;
const link = /https?:\/\/\S+/giu;

/** What a text is about: its hashtags and keyphrases, in small letters, each once. */
export const topicsOf = (text: string): readonly string[] => {
  const plain = text.replaceAll(link, ' ');
  const tags = (plain.match(hashtag) ?? []).map((tag) => tag.toLowerCase().replace('＃', '#'));
  const phrases = keyphrasesOf(plain.replaceAll(hashtag, ' '), languageOf(plain).code).map(
    ({ phrase }) => phrase,
  );
  return [...new Set([...tags, ...phrases])];
};
