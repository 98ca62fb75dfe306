import { draftOf } from '../../draft.ts';
import { noHistory } from '../../content-input.ts';
import type { ContentRules } from '../../../platforms/content-rules.ts';

const fillers: readonly (readonly [RegExp, string])[] = [
  [/\b(in order to)\b/giu, 'to'],
  [/\b(due to the fact that)\b/giu, 'because'],
  [/\b(at this point in time)\b/giu, 'now'],
  [/\b(a large number of)\b/giu, 'many'],
  [/(?<=\S[ \t])(?:actually|basically|literally|really|very|quite|simply)[ \t]+(?=\p{L})/giu, ''],
];

const isEnglish = (text: string, rules: ContentRules): boolean =>
  draftOf({ parts: [text], rules, media: [], history: noHistory }).language.english;

/** In the capitals of what it replaces. */
const inCaseOf = (found: string, replacement: string): string =>
  /^\p{Lu}/u.test(found) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;

/** An English text without words that add nothing; others stay as they are. */
export const withoutFillers = (text: string, rules: ContentRules): string =>
  isEnglish(text, rules)
    ? fillers.reduce(
        (rest, [pattern, plain]) => rest.replaceAll(pattern, (found: string) => inCaseOf(found, plain)),
        text,
      )
    : text;
