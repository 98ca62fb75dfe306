import type { TimingSlot } from '../../src/shared/contract/timing.ts';
import type { Account } from '../../src/shared/models/account.ts';
import type { TimedAccount } from '../../src/renderer/parts/best-time/use-best-times.ts';

/** A slot of the week, 0 is Monday 00:00, with what is expected of it. */
export function slotAt(slot: number, gain = 0.2, given: Partial<TimingSlot> = {}): TimingSlot {
  const [low, high] = [gain - 0.1, gain + 0.1];
  const place = { slot, weekday: Math.floor(slot / 24) + 1, hour: slot % 24 };
  const expected = { gain, low, high, sameContent: gain, certain: low > 0 || high < 0 };
  return { ...place, ...expected, posts: 5, next: slot, note: 'none', why: '', ...given };
}

/** An account with its best times. */
export function timed(id: string, best: Partial<TimedAccount['best']>): TimedAccount {
  return {
    account: { id, username: id, displayName: id } as Account,
    best: { status: 'clear', zone: 'Europe/Berlin', slots: [], explore: [], ...best } as TimedAccount['best'],
  };
}
