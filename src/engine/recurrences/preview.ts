import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { PreflightLine } from '../feature.ts';
import { resolveWallTime, wallTimeAt } from '../time/wall-time.ts';
import { occurrenceTimes } from './occurrence-times.ts';
import type { RuleStart } from './occurrence-times.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import { ruleInWords } from './rule-words.ts';
import { usableRule } from './usable-rule.ts';

/** The same words within this time are likely to be refused, in milliseconds; preflight looks as far. */
const sameTextMs = 48 * 60 * 60_000;
const hourMs = 60 * 60_000;
/** The planning rules are asked about times so far ahead: nobody knows yet what else there will be later. */
const ruledMs = 60 * 24 * hourMs;

/** The next times of a rule with its sentence, and what should be known before it is used. */
export function previewRule(
  deps: RecurrenceDeps,
  workspaceId: WorkspaceId,
  input: RuleStart & { rule: string; count: number; accountIds: readonly AccountId[] },
): { sentence: string; times: WallTime[]; lines: PreflightLine[] } {
  const start = { start: resolveWallTime(input.start, 'UTC').local, timeZone: input.timeZone };
  const rule = usableRule(deps.words, input.rule, start);
  const now = wallTimeAt(deps.ports.clock.now(), start.timeZone).local;
  const from = now > start.start ? now : start.start;
  // A few more than are shown tell how close together they come.
  const all = occurrenceTimes(rule, start, { from, count: Math.max(input.count, 10) }).map((local) =>
    resolveWallTime(local, start.timeZone),
  );
  return {
    sentence: ruleInWords(deps.words, rule, start.start),
    times: all.slice(0, input.count),
    lines: [...sameTextLines(deps, all), ...ruleLines(deps, workspaceId, all, input.accountIds)],
  };
}

function sameTextLines({ words }: RecurrenceDeps, times: readonly WallTime[]): PreflightLine[] {
  const gaps = times.slice(1).map((time, index) => time.instant - (times[index]?.instant ?? 0));
  const shortest = Math.min(...gaps);
  if (!(shortest < sameTextMs)) return [];
  const hours = Math.round(shortest / hourMs);
  const every =
    hours < 20
      ? words('recurrences.everyHours', { count: hours })
      : words('recurrences.everyDays', { count: Math.round(hours / 24) });
  return [
    {
      id: 'sameText',
      severity: 'warning',
      accountId: null,
      part: null,
      text: words('recurrences.sameText.text', { every }),
      fix: words('recurrences.sameText.fix'),
      range: null,
    },
  ];
}

/** The planning rules that its next times break, each with the first time that breaks it: a series keeps its times all the same. */
function ruleLines(
  { timeRules, ports, words }: RecurrenceDeps,
  workspaceId: WorkspaceId,
  times: readonly WallTime[],
  accountIds: readonly AccountId[],
): PreflightLine[] {
  const until = ports.clock.now() + ruledMs;
  const soon = times.filter(({ instant }) => instant < until);
  // Its own words come again by intention; what that means is said above.
  const posts = accountIds.map((accountId) => ({ postId: '', accountId, text: '', labels: [] }));
  const rules = timeRules(workspaceId, posts);
  const found = new Map<
    string,
    { readonly rule: string; readonly first: WallTime; readonly accountId: AccountId }
  >();
  for (const time of soon) {
    for (const post of posts) {
      for (const { rule, text } of rules.broken(post, time.instant))
        if (!found.has(text)) found.set(text, { rule, first: time, accountId: post.accountId });
    }
  }
  return [...found].map(([text, { rule, first, accountId }]) => ({
    id: `rule_${rule}_${accountId}`,
    severity: 'warning',
    accountId,
    part: null,
    text: words('recurrences.rule.text', { time: first.local.replace('T', ' '), rule: text }),
    fix: words('recurrences.rule.fix'),
    range: null,
  }));
}
