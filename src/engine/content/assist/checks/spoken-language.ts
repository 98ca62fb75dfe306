import { languageOf } from '../../language.ts';
import { withoutUrls } from '../../draft.ts';
import { wordsOf } from '../../readability/words.ts';
import { stopWords } from '../../stop-words.ts';
import { sentence } from '../../wording.ts';

/** What tells a language in a script that several share. */
const scripts: Readonly<Record<string, string>> = {
  ru: 'und-Cyrl',
  uk: 'und-Cyrl',
  bg: 'und-Cyrl',
  sr: 'und-Cyrl',
  be: 'und-Cyrl',
  mk: 'und-Cyrl',
  ar: 'und-Arab',
  fa: 'und-Arab',
  ur: 'und-Arab',
  hi: 'und-Deva',
  mr: 'und-Deva',
  ne: 'und-Deva',
};
const ownScript: ReadonlySet<string> = new Set([
  'ja',
  'ko',
  'zh',
  'he',
  'el',
  'th',
  ...Object.values(scripts),
]);

const fewestSmallWords = 3;

/** The language of a text where its script or its small words tell it, else null: short posts are names and fragments. */
export const spokenIn = (text: string): string | null => {
  const prose = withoutUrls(text, []).replaceAll(/[#＃@$][\p{L}\p{M}\p{N}_]+/gu, ' ');
  const { code } = languageOf(prose);
  if (code !== 'en') return code;
  const english = stopWords.get('en') ?? new Set<string>();
  const words = wordsOf(prose.toLowerCase());
  const hits = words.filter((word) => english.has(word)).length;
  return hits >= fewestSmallWords && hits * 8 >= words.length ? 'en' : null;
};

/** What `spokenIn` says of a text in the language of this BCP 47 tag; null where it cannot tell it from others. */
export const codeOf = (tag: string): string | null => {
  const [base = ''] = tag.toLowerCase().split('-');
  const code = scripts[base] ?? base;
  return ownScript.has(code) || stopWords.has(code) ? code : null;
};

/** Says that a text is in another language than it should be; nothing where that cannot be told. */
export const languageFaults = (expected: string | null, text: string): readonly string[] => {
  const seen = spokenIn(text);
  if (expected === null) return [];
  const isOther = seen !== null && seen !== expected && !(expected === 'ja' && seen === 'zh');
  const isUnwritten = seen === null && ownScript.has(expected) && wordsOf(text).length >= 3;
  return isOther || isUnwritten
    ? [sentence('assist', 'rejected_language', { language: named(expected) })]
    : [];
};

/** Whether a language is written in Latin letters where its tag does not say otherwise. */
export const isLatin = (tag: string): boolean => {
  try {
    return new Intl.Locale(tag).maximize().script === 'Latn';
  } catch {
    return false;
  }
};

/** A language's English name; the tag itself where it has none. */
export const named = (tag: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
