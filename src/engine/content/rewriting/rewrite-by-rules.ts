import type { ContentRules } from '../../platforms/content-rules.ts';
import { shoutedWords } from '../capitals.ts';
import { draftOf } from '../draft.ts';
import { noHistory } from '../content-input.ts';
import { camelCased } from '../hashtags.ts';
import { sentencesOf } from '../readability/sentences.ts';
import {
  tidied,
  withHashtag,
  withOpeningApart,
  withoutExclamationRows,
  withoutShouting,
} from '../text-edits.ts';
import { splitIntoThread } from '../thread.ts';
import { sentence } from '../wording.ts';
import { faultsOf } from './faithfulness.ts';
import type { OptimizeRequest, OptimizeResult, Variant } from './optimize-types.ts';

type RuleId = 'tidied' | 'capitals' | 'hashtag_case' | 'fillers' | 'opening' | 'question' | 'thread';

type Step = { readonly rule: RuleId; readonly apply: (text: string, rules: ContentRules) => string };

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

const withoutFillers = (text: string, rules: ContentRules): string =>
  isEnglish(text, rules)
    ? fillers.reduce(
        (rest, [pattern, plain]) => rest.replaceAll(pattern, (found: string) => inCaseOf(found, plain)),
        text,
      )
    : text;

const withCasedHashtags = (text: string, rules: ContentRules): string => {
  const draft = draftOf({ parts: [text], rules, media: [], history: noHistory });
  return [...new Set(draft.hashtags)].reduce(
    (rest, tag) => withHashtag(rest, tag, camelCased(tag, draft.lowerWords) ?? tag),
    text,
  );
};

/** The post's closing question as its first line; unchanged where there is none, or only one sentence. */
const withQuestionFirst = (text: string): string => {
  const sentences = sentencesOf(text);
  const question = sentences.slice(1).find((item) => item.endsWith('?'));
  const followsOn =
    question !== undefined &&
    /^(?:and|or|but|so|then|does (?:it|that|this)|is (?:it|that|this)|why not|right|agree)\b/iu.test(
      question,
    );
  if (question === undefined || followsOn || !text.includes(question)) return text;
  return `${question}\n\n${tidied(text.replace(question, () => ' '))}`;
};

const careful: readonly Step[] = [
  {
    rule: 'capitals',
    apply: (text, rules) => (shoutedWords(text) > 0 ? withoutShouting(text, rules.measure(text)) : text),
  },
  { rule: 'hashtag_case', apply: withCasedHashtags },
  { rule: 'tidied', apply: (text) => tidied(withoutExclamationRows(text)) },
];

const recipes: readonly (readonly Step[])[] = [
  [...careful, { rule: 'fillers', apply: withoutFillers }],
  [...careful, { rule: 'fillers', apply: withoutFillers }, { rule: 'opening', apply: withOpeningApart }],
  [...careful, { rule: 'question', apply: withQuestionFirst }],
  careful,
];

/** Recipes in the order that suits the goal: replies want the question first, reach an opening that stands alone. */
const recipesFor = (goal: OptimizeRequest['goal']): readonly (readonly Step[])[] => {
  const [clear = [], opening = [], question = [], plain = []] = recipes;
  switch (goal) {
    case 'clarity':
      return [clear, opening, question, plain];
    case 'reach':
    case 'clicks':
      return [opening, clear, question, plain];
    case 'replies':
      return [question, opening, clear, plain];
  }
};

const variantOf = (original: string, steps: readonly Step[], rules: ContentRules): Variant | null => {
  const applied: RuleId[] = [];
  let text = original;
  for (const { rule, apply } of steps) {
    const next = apply(text, rules);
    if (next !== text) applied.push(rule);
    text = next;
  }
  const parts = splitIntoThread(text, rules) ?? [text];
  if (parts.length > 1) applied.push('thread');
  if (applied.length === 0 || !parts.every((part) => rules.measure(part).valid)) return null;
  const measurements = parts.map(rules.measure);
  const measurement = measurements.reduce((longest, next) => (next.length > longest.length ? next : longest));
  const why = applied.map((rule) => sentence('rewrite', `rule_${rule}`)).join(' ');
  return { text, parts, why, measurement };
};

/** Rewrites by fixed rules and says so: it tidies, calms, reorders and cuts, and never makes up a word. */
export const rewriteByRules = (request: OptimizeRequest, rules: ContentRules): OptimizeResult => {
  const unlimited = {
    ...rules,
    measure: (text: string) => ({ ...rules.measure(text), length: 0, valid: true }),
  };
  const variants: Variant[] = [];
  const seen = new Set([request.text]);
  for (const steps of recipesFor(request.goal)) {
    const variant = variantOf(request.text, steps, rules);
    if (variant === null || variants.length >= request.variants) continue;
    const key = variant.parts.join('\n');
    if (seen.has(key) || faultsOf(request.text, variant.text, unlimited).length > 0) continue;
    seen.add(key);
    variants.push(variant);
  }
  const note = sentence('rewrite', variants.length > 0 ? 'note_rules' : 'note_nothing');
  return { status: 'done', source: 'rules', variants, rejected: [], note, usage: null, cached: false };
};
