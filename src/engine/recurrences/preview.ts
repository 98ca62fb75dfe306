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

/** The next times of a rule with its sentence, and what should be known before it is used. */
export function previewRule(
  deps: RecurrenceDeps,
  input: RuleStart & { rule: string; count: number },
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
    lines: sameTextLines(deps, all),
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
