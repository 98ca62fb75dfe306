import type { AssistVersion } from '../../../../shared/models/assist.ts';
import { sentence } from '../../wording.ts';
import { hashtagsInstructions, hashtagsVersion } from '../../prompts/hashtags-v1.ts';
import { hashtagsSchema } from '../answer-shapes.ts';
import { noStyle } from '../commission.ts';
import type { Commission } from '../commission.ts';
import type { AssistKind } from '../kind.ts';
import { hashtagsByRules, withHashtags } from '../rules/hashtags-by-rules.ts';
import { longestOf } from '../posted.ts';

const sets = 3;
const mostOwn = 12;

const usedIn = ({ whole, rules }: Commission): readonly string[] => rules.measure(whole).entities.hashtags;

/** How many hashtags may come to those that the post has. */
export const roomForHashtags = (commission: Commission): number => {
  const { max, hardLimit } = commission.rules.hashtags;
  const used = new Set(usedIn(commission)).size;
  return Math.max(0, Math.min(Math.max(max, 1), hardLimit ?? max) - used);
};

const faultsOf = ({ text }: AssistVersion, commission: Commission): readonly string[] => {
  const { rules } = commission;
  const tags = text.split(/\s+/).filter((tag) => tag !== '');
  const seen = new Set(rules.measure(text).entities.hashtags);
  const broken = tags.filter((tag) => !seen.has(tag) || tag.length > 60);
  const lower = tags.map((tag) => tag.toLowerCase());
  const used = new Set(usedIn(commission).map((tag) => tag.toLowerCase()));
  const twice = tags.filter(
    (_, index) => lower.indexOf(lower[index] ?? '') < index || used.has(lower[index] ?? ''),
  );
  const room = roomForHashtags(commission);
  return [
    ...(tags.length === 0 ? [sentence('assist', 'rejected_no_hashtags')] : []),
    ...(broken.length > 0
      ? [sentence('assist', 'rejected_broken_hashtags', { items: broken.join(', ') })]
      : []),
    ...(twice.length > 0 ? [sentence('assist', 'rejected_hashtags_twice', { items: twice.join(', ') })] : []),
    ...(tags.length > room
      ? [sentence('rewrite', 'rejected_hashtags', { have: tags.length, max: room, network: rules.name })]
      : []),
  ];
};

/** Sets of hashtags to choose from; a version's `text` is the set, its `parts` are the post with it. */
export const hashtags: AssistKind = {
  promptVersion: hashtagsVersion,
  schemaName: 'hashtag_sets',
  schema: hashtagsSchema,
  instructions: () => hashtagsInstructions,
  data: (commission) => ({
    post: commission.whole,
    hashtags: roomForHashtags(commission),
    focus: commission.keyphrase ?? '',
    topics: commission.rising?.topics ?? [],
    own_results: [...commission.history.hashtags]
      .sort((a, b) => b.engagement - a.engagement)
      .slice(0, mostOwn)
      .map(({ tag, posts, engagement }) => ({ tag, posts, interactions_a_post: Math.round(engagement) })),
  }),
  styles: () => Array.from({ length: sets }, () => noStyle),
  versionOf({ text, why }, { tone, hook }, { first, replies, rules }) {
    const parts = [withHashtags(first, text, rules), ...replies];
    return { text, parts, why, tone, hook, measurement: longestOf(parts, rules) };
  },
  faultsOf,
  byRules: (commission) => hashtagsByRules(commission, roomForHashtags(commission)),
  impossible: (commission) =>
    roomForHashtags(commission) > 0
      ? null
      : sentence('assist', 'note_hashtags_enough', { network: commission.rules.name }),
};
