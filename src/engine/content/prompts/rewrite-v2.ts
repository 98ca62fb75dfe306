import type { AssistTask } from '../../../shared/models/assist.ts';
import { focusRule, houseRules, houseRulesVersion } from './house-rules-v1.ts';

type Goal = Extract<AssistTask, { kind: 'rewrite' }>['goal'];

/** Part of every cache key: raise it with each change of the words below. */
export const rewriteVersion = `rewrite-2/${houseRulesVersion}`;

const goals: Readonly<Record<Goal, string>> = {
  clarity: 'Make it clearer and easier to read.',
  reach: 'Give it an opening that makes people stop and read, so that more people see it.',
  replies: 'Make people want to answer it, without begging for replies.',
  clicks: 'Make people want to follow its link, without promising what the post does not say.',
};

/** What the model is told of a rewrite. */
export const rewriteInstructions = (goal: Goal): string =>
  `You edit posts for social networks. Rewrite the text in "post". ${goals[goal]}

Write as many versions as "versions" says, each different from the post and from the others, in the language of the
post. "styles", where it is given, says for each version, in order, how it sounds and how it opens:
- tone "own": as "tone_guide" describes, in the manner of "own_posts"; "plain", "friendly", "formal", "playful", "bold":
  as the word says; null: in the author's own voice;
- hook "question": the first line asks one; "number": the first line holds a number of the post; "statement": it claims
  something; "story": it tells what happened; "any" or null: as suits the post.
Keep every link, every number, every @name, every #hashtag and every $TICKER of the post exactly as written. Stay within
"limit" as "network" counts, where a link counts as about 25, and aim for a tenth less. Use no more than "hashtags"
hashtags, unless the post itself has more. "topics" are rising now: use one only as a hashtag, and only where the post is
about it. ${focusRule}

${houseRules}`;
