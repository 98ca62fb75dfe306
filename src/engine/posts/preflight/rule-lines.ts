import type { Caller, ChosenTimes, PreflightLine, TimedPost } from '../../feature.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { zonedAt } from '../../time/wall-time.ts';
import { collectLines } from './line.ts';

/** Rules about the words of a post. */
const aboutWords: ReadonlySet<string> = new Set(['twice', 'text']);

/**
 * The planning rules that a post would break at its times, before it is scheduled; a user who named the time may have it
 * all the same. Where a slot spreads the accounts, it says so. One time that is named for all accounts is the user's word
 * on the distance between them. `said`: the lines that there are, since the same is not said twice.
 */
export function ruleLines(
  deps: PostsDeps,
  { workspaceId }: Caller,
  { when, at }: ChosenTimes,
  posts: readonly TimedPost[],
  said: readonly PreflightLine[],
): readonly PreflightLine[] {
  const rules = deps.timeRules(workspaceId, posts);
  const { lines, say } = collectLines(deps.words);
  for (const post of posts) {
    const { instant } = at.get(post.accountId) ?? when;
    for (const { rule, text } of rules.broken(post, instant)) {
      if (aboutWords.has(rule) && isDuplicate(post, said)) continue;
      say('rule', 'warning', { rule: text }, { id: `rule_${rule}`, accountId: post.accountId });
    }
  }
  const last = Math.max(when.instant, ...[...at.values()].map(({ instant }) => instant));
  if (last > when.instant) {
    const time = zonedAt(last, when.timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
    say('spread', 'info', { count: at.size, time });
  }
  return lines;
}

const isDuplicate = ({ accountId }: TimedPost, said: readonly PreflightLine[]): boolean =>
  said.some((line) => line.id === 'duplicate' && line.accountId === accountId);
