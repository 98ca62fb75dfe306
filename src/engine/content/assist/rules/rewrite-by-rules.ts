import type { AssistVersion } from '../../../../shared/models/assist.ts';
import type { ContentRules } from '../../../platforms/content-rules.ts';
import { shoutedWords } from '../../capitals.ts';
import { draftOf } from '../../draft.ts';
import { noHistory } from '../../content-input.ts';
import { camelCased, relevanceOf } from '../../hashtags.ts';
import { sentencesOf } from '../../readability/sentences.ts';
import {
  tidied,
  withHashtag,
  withOpeningApart,
  withoutExclamationRows,
  withoutHashtag,
  withoutLink,
  withoutShouting,
} from '../../text-edits.ts';
import { splitIntoThread } from '../../thread.ts';
import { sentence } from '../../wording.ts';
import { unfaithful } from '../checks/faithfulness.ts';
import { noStyle } from '../commission.ts';
import type { CommissionOf } from '../commission.ts';
import type { MadeByRules } from '../kind.ts';
import { posted } from '../posted.ts';
import { withoutFillers } from './fillers.ts';

type Goal = CommissionOf<'rewrite'>['task']['goal'];

/** A text to rewrite, what for, and how many versions are wanted. */
interface RulesRequest {
  readonly text: string;
  /** Further parts of a thread, which stay as they are. */
  readonly replies: readonly string[];
  readonly goal: Goal;
  readonly versions: number;
}

type RuleId = 'tidied' | 'capitals' | 'hashtag_case' | 'hashtag_count' | 'fillers' | 'opening' | 'question';

type Step = { readonly rule: RuleId; readonly apply: (text: string, rules: ContentRules) => string };

const withCasedHashtags = (text: string, rules: ContentRules): string => {
  const draft = draftOf({ parts: [text], rules, media: [], history: noHistory });
  return [...new Set(draft.hashtags)].reduce(
    (rest, tag) => withHashtag(rest, tag, camelCased(tag, draft.lowerWords) ?? tag),
    text,
  );
};

/** The least relevant hashtags taken out of the row at the end, down to what suits the network. */
const withFewerHashtags = (text: string, rules: ContentRules): string => {
  const draft = draftOf({ parts: [text], rules, media: [], history: noHistory });
  const tags = [...new Set(draft.hashtags)];
  return tags
    .map((tag) => ({ tag, relevance: relevanceOf(tag, draft) }))
    .sort((a, b) => a.relevance - b.relevance)
    .slice(0, Math.max(0, tags.length - rules.hashtags.max))
    .filter(({ relevance }) => relevance < 1)
    .reduce((rest, { tag }) => withoutHashtag(rest, tag), text);
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
  { rule: 'hashtag_count', apply: withFewerHashtags },
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
const recipesFor = (goal: Goal): readonly (readonly Step[])[] => {
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

const versionOf = (
  { text: original, replies }: RulesRequest,
  steps: readonly Step[],
  rules: ContentRules,
): AssistVersion | null => {
  const applied: (`rule_${RuleId}` | 'rule_thread')[] = [];
  let text = original;
  for (const { rule, apply } of steps) {
    const next = apply(text, rules);
    if (next !== text) applied.push(`rule_${rule}`);
    text = next;
  }
  const parts = splitIntoThread(text, rules) ?? [text];
  if (parts.length > 1) applied.push('rule_thread');
  if (applied.length === 0 || !parts.every((part) => rules.measure(part).valid)) return null;
  return posted(
    { text, why: applied.map((id) => sentence('rewrite', id)).join(' ') },
    [...parts, ...replies],
    rules,
    noStyle,
  );
};

/** The link in an answer of its own, where the network shows posts with links to fewer people. */
const withLinkInReply = ({ text, replies }: RulesRequest, rules: ContentRules): AssistVersion | null => {
  if (!rules.links.penalised || !rules.threads) return null;
  const moved = withoutLink(text, rules.measure(text));
  if (moved === null) return null;
  const parts = [moved.text, moved.link, ...replies];
  if (!parts.every((part) => rules.measure(part).valid)) return null;
  const why = sentence('assist', 'rule_link_in_reply', { network: rules.name });
  return posted({ text: moved.text, why }, parts, rules, noStyle);
};

/**
 * Rewrites by fixed rules and says so: it tidies, calms, reorders, cuts, moves a link and drops hashtags that are too
 * many, and never makes up a word.
 */
export const rewriteByRules = (request: RulesRequest, rules: ContentRules): MadeByRules => {
  const isFaithful = ({ parts }: AssistVersion): boolean =>
    unfaithful(request.text, parts.join('\n\n'), rules, {
      keeps: 'facts',
      language: null,
      names: 'none',
      given: request.replies.join('\n'),
    }).length === 0;
  const moved = withLinkInReply(request, rules);
  const made = recipesFor(request.goal).map((steps) => versionOf(request, steps, rules));
  const ordered = request.goal === 'reach' ? [moved, ...made] : [...made, moved];
  const versions: AssistVersion[] = [];
  const seen = new Set([[request.text, ...request.replies].join('\n')]);
  for (const version of ordered) {
    if (version === null || versions.length >= request.versions) continue;
    const key = version.parts.join('\n');
    if (seen.has(key) || !isFaithful(version)) continue;
    seen.add(key);
    versions.push(version);
  }
  return { versions, note: sentence('rewrite', versions.length > 0 ? 'note_rules' : 'note_nothing') };
};
