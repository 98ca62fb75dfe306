import type { Hook } from '../../../../shared/models/assist.ts';
import { sentencesOf } from '../../readability/sentences.ts';
import { sentence } from '../../wording.ts';
import { rewriteInstructions, rewriteVersion } from '../../prompts/rewrite-v2.ts';
import { textsSchema } from '../answer-shapes.ts';
import { unfaithful } from '../checks/faithfulness.ts';
import { refusedBy, tooManyHashtags, withoutKeyphrase } from '../checks/fit.ts';
import { cautionOfNames } from '../checks/names.ts';
import { languageFaults } from '../checks/spoken-language.ts';
import type { Commission, CommissionOf, Style } from '../commission.ts';
import type { AssistKind } from '../kind.ts';
import { asMaterial } from '../material.ts';
import { rewriteByRules } from '../rules/rewrite-by-rules.ts';
import { posted } from '../posted.ts';

type Rewrite = CommissionOf<'rewrite'>['task'];

const taskOf = ({ task }: Commission): Rewrite => {
  if (task.kind !== 'rewrite') throw new Error(`Not a rewrite: ${task.kind}.`);
  return task;
};

const stylesOf = (commission: Commission): readonly Style[] => {
  const { tones, hooks, versions } = taskOf(commission);
  return Array.from({ length: versions }, (_, index) => ({
    tone: tones[index % Math.max(1, tones.length)] ?? null,
    hook: hooks[index % Math.max(1, hooks.length)] ?? null,
  }));
};

/** Whether the first line does what it should, as far as that can be seen. */
const hookFaults = (text: string, hook: Hook | null, original: string): readonly string[] => {
  const line = text.split('\n')[0] ?? '';
  const [opening = ''] = sentencesOf(line);
  const isQuestion = /[?？؟]/u.test(opening);
  if (hook === 'question' && !isQuestion) return [sentence('assist', 'rejected_hook_question')];
  if (hook === 'statement' && isQuestion) return [sentence('assist', 'rejected_hook_statement')];
  // A text without a number has none to open with.
  const isNumberless = hook === 'number' && /\p{N}/u.test(original) && !/\p{N}/u.test(line);
  return isNumberless ? [sentence('assist', 'rejected_hook_number')] : [];
};

const mostExcerpts = 3;
const longestExcerpt = 280;

/** Other texts for the same post, for a goal, in tones and with hooks. */
export const rewrite: AssistKind = {
  promptVersion: rewriteVersion,
  schemaName: 'rewritten_posts',
  schema: textsSchema,
  instructions: (commission) => rewriteInstructions(taskOf(commission).goal),
  data: ({ first, rules, keyphrase, rising, toneGuide }) => ({
    post: first,
    limit: rules.limit,
    hashtags: rules.hashtags.max,
    focus: keyphrase ?? '',
    topics: rising?.topics ?? [],
    tone_guide: toneGuide?.traits ?? [],
    own_posts: (toneGuide?.basedOn ?? [])
      .slice(0, mostExcerpts)
      .map(({ text }) => asMaterial(text, longestExcerpt)),
  }),
  styles: stylesOf,
  versionOf: (proposal, style, { rules, replies }) =>
    posted(proposal, [...proposal.pieces, ...replies], rules, style),
  faultsOf: ({ text, hook }, { first, rules, language, keyphrase }) => [
    ...(text === first.trim() ? [sentence('rewrite', 'rejected_unchanged')] : []),
    ...refusedBy(text, rules),
    ...unfaithful(first, text, rules, { keeps: 'all', language, names: 'all', given: keyphrase ?? '' }),
    ...tooManyHashtags(first, text, rules),
    ...languageFaults(language, text),
    ...withoutKeyphrase(text, keyphrase),
    ...hookFaults(text, hook, first),
  ],
  caution: ({ first, language }) => cautionOfNames(first, language),
  byRules(commission) {
    const { first, replies, rules } = commission;
    const { goal, versions } = taskOf(commission);
    return rewriteByRules({ text: first, replies, goal, versions }, rules);
  },
};
