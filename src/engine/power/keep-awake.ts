import type { AppSettings } from '../../shared/models/settings.ts';
import type { Awaited } from '../../shared/contract/power.ts';
import type { Database } from '../db/database.ts';
import type { Ports } from '../ports.ts';
import { awaitedUntil } from './awaited.ts';

/** A post this near keeps the machine awake, in milliseconds: longer would cost a battery more than a late post. */
const horizonMs = 3 * 60 * 60_000;
/** Between looks, in milliseconds; timers sleep with the machine, so they are short. */
const lookEveryMs = 30_000;

export interface KeepAwakeDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'power'>;
  readonly setting: () => AppSettings['keepAwake'];
  /** Told when another post, or none, is the one to stay awake for: time alone brings that about. */
  readonly nextChanged: (next: Awaited | null) => void;
}

/** Holds the machine awake while a post of a real account is due soon and the user wants it. */
export interface KeepAwake {
  start(): void;
  /** Looks now: a post was scheduled, or the setting changed. */
  look(): void;
  readonly holding: boolean;
  /** The post to stay awake for, if there is one. */
  next(): Awaited | null;
  stop(): void;
}

export function createKeepAwake({ db, ports, setting, nextChanged }: KeepAwakeDeps): KeepAwake {
  const { clock, power } = ports;
  let release: (() => void) | null = null;
  let cancel = () => {};
  let started = false;
  let known: string | null = null;

  const next = (): Awaited | null =>
    awaitedUntil(db, clock.now() + horizonMs, { practice: false, most: 1 })[0] ?? null;
  const letGo = (): void => {
    release?.();
    release = null;
  };
  const look = (): void => {
    if (!started || !power.available || !db.open) return;
    const post = next();
    if (setting() === 'on' && post !== null) release ??= power.keepAwake();
    else letGo();
    const id = post?.deliveryId ?? null;
    if (id === known) return;
    known = id;
    nextChanged(post);
  };
  const watch = (): void => {
    look();
    cancel = clock.setTimer(lookEveryMs, watch);
  };

  return {
    start() {
      started = true;
      if (power.available) watch();
    },
    look,
    get holding() {
      return release !== null;
    },
    next,
    stop() {
      started = false;
      cancel();
      letGo();
    },
  };
}
