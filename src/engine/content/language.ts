import type { Language } from '../../shared/models/analysis.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './readability/words.ts';

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'und-Cyrl'],
  [/\p{Script=Arabic}/gu, 'und-Arab'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'und-Deva'],
];

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const languageOfScript = (text: string): string | null => {
  const letters = countOf(text, /\p{L}/gu);
  if (letters === 0 || countOf(text, /\p{Script=Latin}/gu) * 2 >= letters) return null;
  const [kana] = scripts;
  if (kana !== undefined && countOf(text, kana[0]) * 5 >= letters) return kana[1];
  let best: { code: string; count: number } = { code: 'und', count: 0 };
  for (const [pattern, code] of scripts) {
    const count = countOf(text, pattern);
    if (count > best.count) best = { code, count };
  }
  return best.code;
};

/**
 * Guesses the language of a post by its script and its small words. A text in Latin letters counts as English until at
 * least three small words of another language, and twice as many as English ones, speak against it: short posts are
 * names and fragments.
 */
export const languageOf = (text: string): Language => {
  const byScript = languageOfScript(text);
  if (byScript !== null) return { code: byScript, english: false };
  const words = wordsOf(text.toLowerCase());
  const englishWords = stopWords.get('en') ?? new Set();
  const english = words.filter((word) => englishWords.has(word)).length;
  const hits = (list: ReadonlySet<string>): number =>
    words.filter((word) => list.has(word) && !englishWords.has(word)).length;
  let best = { code: 'en', count: 0 };
  for (const [code, list] of stopWords) {
    const count = hits(list);
    if (count > best.count) best = { code, count };
  }
  const foreign = best.count >= 3 && best.count >= english * 2 && best.count * 6 >= words.length;
  return foreign ? { code: best.code, english: false } : { code: 'en', english: true };
};
