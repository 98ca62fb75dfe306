import type { TimingSlot } from '../../../shared/contract/timing.ts';
import type { Account } from '../../../shared/models/account.ts';
import type { TimedAccount } from '../../parts/best-time/use-best-times.ts';

/** A time that is offered, and whose best it is. */
export interface BestChoice {
  readonly slot: TimingSlot;
  readonly zone: string;
  readonly accounts: readonly Account[];
  /** Little is known of it. */
  readonly isTry: boolean;
}

/** What is offered for the chosen accounts, and for which of them nothing is. */
export interface BestChoices {
  /** `common`: each time is good for all that have clear ones; `each`: they share none, so the best of each. */
  readonly kind: 'common' | 'each';
  readonly choices: readonly BestChoice[];
  readonly unclear: readonly Account[];
  readonly few: readonly Account[];
}

const most = 3;

/** The times to offer, best first, one a weekday at most, and one to try. */
export function bestChoices(timed: readonly TimedAccount[]): BestChoices {
  const of = (status: TimedAccount['best']['status']) => timed.filter(({ best }) => best.status === status);
  const clear = of('clear');
  const shared = onePerDay(sharedSlots(clear)).slice(0, most);
  const isCommon = clear.length < 2 || shared.length > 0;
  const accounts = clear.map(({ account }) => account);
  const zone = clear[0]?.best.zone ?? '';
  const choices: readonly BestChoice[] = isCommon
    ? shared.map((slot) => ({ slot, zone, accounts, isTry: false }))
    : clear.flatMap(({ account, best }): BestChoice[] => {
        const slot = best.slots.find(exists);
        return slot === undefined ? [] : [{ slot, zone: best.zone, accounts: [account], isTry: false }];
      });
  return {
    kind: isCommon ? 'common' : 'each',
    choices: [...choices, ...toTry(clear)],
    unclear: of('no_clear_best_time').map(({ account }) => account),
    few: of('not_enough_data').map(({ account }) => account),
  };
}

/** The slot is a time of the day on which it comes next. */
const exists = ({ note }: TimingSlot): boolean => note !== 'gap';

function toTry(clear: readonly TimedAccount[]): BestChoice[] {
  const [first] = clear;
  const slot = first?.best.explore.find(exists);
  if (first === undefined || slot === undefined) return [];
  return [{ slot, zone: first.best.zone, accounts: [first.account], isTry: true }];
}

/** Times that are recommended for all of them, whatever their zones, with the mean of what each expects; best first. */
function sharedSlots(clear: readonly TimedAccount[]): TimingSlot[] {
  const [first, ...others] = clear;
  if (first === undefined) return [];
  return first.best.slots
    .filter(exists)
    .flatMap((slot): TimingSlot[] => {
      const same = others.flatMap(({ best }) => best.slots.filter((other) => other.next === slot.next));
      if (same.length < others.length) return [];
      const all = [slot, ...same];
      const mean = (read: (one: TimingSlot) => number): number =>
        all.reduce((sum, one) => sum + read(one), 0) / all.length;
      const posts = all.reduce((sum, one) => sum + one.posts, 0);
      return [
        {
          ...slot,
          gain: mean((one) => one.gain),
          low: mean((one) => one.low),
          high: mean((one) => one.high),
          posts,
        },
      ];
    })
    .sort((one, other) => other.gain - one.gain);
}

const onePerDay = (slots: readonly TimingSlot[]): TimingSlot[] =>
  slots.filter(({ weekday }, index) => slots.findIndex((slot) => slot.weekday === weekday) === index);
