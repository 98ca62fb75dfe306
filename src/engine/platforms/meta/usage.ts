import { z } from 'zod';
import type { RateSignal, RawAnswer } from '../../http/call.ts';

const minuteMs = 60_000;
/** Meta counts calls over a rolling hour, where it does not say when one may go on. */
const usualResetMs = 60 * minuteMs;

const percent = z.number().nonnegative().optional();
const usage = z.object({ call_count: percent, total_time: percent, total_cputime: percent });
const useCase = usage.extend({
  type: z
    .string()
    .regex(/^\w{1,40}$/)
    .catch('other'),
  estimated_time_to_regain_access: z.number().nonnegative().catch(0),
});
const useCases = z.record(z.string(), z.array(useCase));

/**
 * The usage headers of Graph (Meta, Graph API: rate limits). They tell percent: a window's limit is 100, and what remains is
 * what the busiest of calls, time and processor time leaves. No operation's own: they hold for all calls.
 */
export const usageSignals = ({ headers }: Pick<RawAnswer, 'headers'>, now: number): readonly RateSignal[] => {
  const resetAt = now + usualResetMs;
  const signals: RateSignal[] = [];
  const app = parsed(usage, headers.get('x-app-usage'));
  if (app !== null) signals.push(signal('app_usage', 'app', busiest(app), resetAt));
  const page = parsed(usage, headers.get('x-page-usage'));
  if (page !== null) signals.push(signal('page_usage', 'account', busiest(page), resetAt));
  for (const entry of businessEntries(headers)) {
    const regainMs = entry.estimated_time_to_regain_access * minuteMs;
    // A time until access is regained means that there is none, whatever the percentages say.
    const used = regainMs > 0 ? 100 : busiest(entry);
    signals.push(signal(`${entry.type}_usage`, 'account', used, regainMs > 0 ? now + regainMs : resetAt));
  }
  return mostUsed(signals);
};

/** When access is regained by what an answer says of it (epoch ms); null where it says nothing. */
export const regainedAt = ({ headers }: Pick<RawAnswer, 'headers'>, now: number): number | null => {
  const minutes = businessEntries(headers).map((entry) => entry.estimated_time_to_regain_access);
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? now + longest * minuteMs : null;
};

const businessEntries = (headers: Headers): readonly z.infer<typeof useCase>[] =>
  Object.values(parsed(useCases, headers.get('x-business-use-case-usage')) ?? {}).flat();

const parsed = <Shape>(shape: z.ZodType<Shape>, header: string | null): Shape | null => {
  if (header === null) return null;
  try {
    const read = shape.safeParse(JSON.parse(header));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};

const busiest = (used: z.infer<typeof usage>): number =>
  Math.max(0, used.call_count ?? 0, used.total_time ?? 0, used.total_cputime ?? 0);

const signal = (window: string, scope: RateSignal['scope'], used: number, resetAt: number): RateSignal => ({
  window,
  scope,
  limit: 100,
  remaining: Math.max(0, 100 - Math.ceil(used)),
  resetAt,
});

/** One signal a window: an answer may tell of several objects under one name, and the tightest holds. */
const mostUsed = (signals: readonly RateSignal[]): readonly RateSignal[] => {
  const tightest = new Map<string, RateSignal>();
  for (const seen of signals) {
    const known = tightest.get(seen.window);
    if (known === undefined || seen.remaining < known.remaining) tightest.set(seen.window, seen);
  }
  return [...tightest.values()];
};
