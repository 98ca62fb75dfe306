import type { CatchUp } from '../../../shared/models/delivery.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import type { SqlValue } from '../../db/database.ts';
import { timeZoneDataVersion } from '../../time/wall-time.ts';
import { noCancel } from './cancel-request.ts';
import type { Actor, Ledger } from './ledger.ts';
import { move } from './transitions.ts';
import type { DeliveryKey } from './transitions.ts';

/** Sets the time at which it shall go out: from a draft, or anew for one that waits, stopped or was given up. */
export function schedule(
  ledger: Ledger,
  key: DeliveryKey,
  when: WallTime,
  actor: Actor,
  options: { catchUp?: CatchUp; costMicros?: number } = {},
): boolean {
  return move(ledger, key, {
    from: ['draft', 'scheduled', 'failed', 'missed', 'cancelled', 'needs_you'],
    to: 'scheduled',
    event: 'scheduled',
    actor,
    set: {
      ...dueColumns(when),
      ...noCancel,
      problem: null,
      attempts: 0,
      ...(options.catchUp === undefined ? {} : { catch_up: JSON.stringify(options.catchUp) }),
      ...(options.costMicros === undefined ? {} : { cost_micros: options.costMicros }),
    },
    details: { local: when.local, timeZone: when.timeZone, note: when.note },
  });
}

/** Its zone has other rules by now: it keeps its wall-clock time, at another instant. */
export function keepWallTime(ledger: Ledger, key: DeliveryKey, when: WallTime): boolean {
  return move(ledger, key, {
    from: ['scheduled'],
    to: 'scheduled',
    event: 'zone_rules',
    actor: 'time_zone_data',
    set: dueColumns(when),
    details: { local: when.local, timeZone: when.timeZone, note: when.note },
  });
}

/** The user says that an unclear send did not arrive and may be repeated, or the rest may go out now. */
export function resumeAfterDoubt(
  ledger: Ledger,
  key: DeliveryKey,
  when: WallTime,
  actor: Actor,
  answer: string,
): boolean {
  return move(ledger, key, {
    from: ['unknown'],
    to: 'scheduled',
    event: 'settled_by_user',
    actor,
    set: {
      ...dueColumns(when),
      problem: null,
      attempts: 0,
      // Who says to send again no longer wants it cancelled; who says that it is there still does.
      ...(answer === 'send_again' ? noCancel : {}),
    },
    details: { answer },
  });
}

/** Back to a draft without a time. */
export function unschedule(ledger: Ledger, key: DeliveryKey, actor: Actor): boolean {
  return move(ledger, key, {
    from: ['scheduled', 'failed', 'missed', 'cancelled', 'needs_you'],
    to: 'draft',
    event: 'unscheduled',
    actor,
    set: {
      due_at: null,
      due_local: null,
      due_zone: null,
      due_note: 'none',
      time_zone_data: null,
      hand_over_at: null,
      problem: null,
      ...noCancel,
    },
  });
}

function dueColumns(when: WallTime): Record<string, SqlValue> {
  return {
    due_at: when.instant,
    due_local: when.local,
    due_zone: when.timeZone,
    due_note: when.note,
    time_zone_data: timeZoneDataVersion(),
    hand_over_at: null,
  };
}
