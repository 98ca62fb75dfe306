import type { TimingBacktest } from '../../shared/contract/timing.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import { inPercent } from './best-times.ts';
import { backtestPosts } from './model/backtest.ts';
import type { Backtest, HeldBack } from './model/backtest.ts';
import { clearThreshold } from './model/evidence.ts';
import type { TimingDeps } from './timing-deps.ts';

/** A 95% interval reaches so many standard errors either side. */
const errorsEitherSide = 1.96;

/** Says what the advice did on the account's own held-back posts; `judged` is null where there are too few posts. */
export function backtestAnswer(
  deps: TimingDeps,
  { accountId, zone, have }: { accountId: AccountId; zone: string; have: number },
  judged: Backtest | null,
): TimingBacktest {
  const empty = {
    accountId,
    zone,
    have,
    need: backtestPosts,
    heldBack: 0,
    inSlots: 0,
    gain: null,
    overHabit: null,
    overFixedHour: null,
  };
  const say = (status: TimingBacktest['status'], params: Record<string, number>) => ({
    status,
    text: deps.words(`timing.backtest.${status}`, params),
  });
  if (judged === null) return { ...empty, ...say('not_enough_data', { have, need: backtestPosts }) };
  const { advice, habit, fixedHour, chance, heldBack } = judged;
  if (chance > clearThreshold([chance])) return { ...empty, heldBack, ...say('no_clear_best_time', {}) };
  const inSlots = advice.posts;
  const gain = difference(advice, { effect: 0, error: 0, posts: heldBack });
  if (gain === null)
    return { ...empty, heldBack, inSlots, ...say('too_few_in_slots', { inSlots, heldBack }) };
  return {
    ...empty,
    heldBack,
    inSlots,
    gain,
    overHabit: difference(advice, habit),
    overFixedHour: difference(advice, fixedHour),
    ...say('judged', { inSlots, heldBack, ...inPercent(gain) }),
  };
}

/** One choice of slots over another, as a fraction; null where one of them cannot be judged. */
function difference(one: HeldBack, other: HeldBack): { gain: number; low: number; high: number } | null {
  if (one.effect === null || other.effect === null) return null;
  const mean = one.effect - other.effect;
  const reach = errorsEitherSide * Math.hypot(one.error, other.error);
  return { gain: Math.expm1(mean), low: Math.expm1(mean - reach), high: Math.expm1(mean + reach) };
}
