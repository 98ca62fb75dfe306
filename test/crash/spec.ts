import type { ScenarioName } from './scenarios.ts';

/** System calls with which SQLite writes and syncs. */
export const watchedCalls = ['pwrite64', 'fsync', 'fdatasync'] as const;
export type WatchedCall = (typeof watchedCalls)[number];

/**
 * Where a request is cut: before it is sent; when the network has accepted it and the app has seen no answer; when the
 * app has the answer and is about to commit; in flight, so that the network accepts it after the app has died; when
 * the connection was reset after the network had accepted it; or not at all: the app is frozen before it is sent, held
 * for dead, and goes on when another one has done its work.
 */
export const cuts = ['unsent', 'accepted', 'answered', 'late', 'reset', 'frozen'] as const;
export type Cut = (typeof cuts)[number];

/** When the app dies. Requests, calls and commits are counted from 1. */
export type Kill =
  | { readonly kind: 'none' }
  | { readonly kind: 'call'; readonly call: WatchedCall; readonly nth: number }
  | {
      readonly kind: 'request';
      readonly nth: number;
      readonly cut: Cut;
      /** For `answered` and `reset`: at which commit after that it dies, before the commit is written. */
      readonly commit: number;
      /** For `late`: so long after the death the network gets the request, in practice milliseconds. */
      readonly landsAfterMs: number;
    };

/** What the network does to make it hard. */
export interface Weather {
  /** How far its listings lag behind, in milliseconds; 0 to 90,000. */
  readonly lagMs: number;
  /** It changes the texts that it is given. */
  readonly rewrites: boolean;
}

/** What is done to the data file between the app's lives. */
export type Disturbance = 'none' | 'older_backup' | 'second_copy';

/** One run: a life that ends by SIGKILL, perhaps a second one, then a life that is left alone until all is settled. */
export interface RunSpec {
  readonly name: string;
  readonly platform: string;
  readonly scenario: ScenarioName;
  readonly kill: Kill;
  /** A second life, killed while it recovers from the first death. */
  readonly second: Kill;
  readonly weather: Weather;
  readonly disturbance: Disturbance;
  /** How long the app is away after each death, in practice milliseconds. */
  readonly awayMs: number;
}

/** What the matrix is broken down by. */
export type RunKind =
  | 'write'
  | 'sync'
  | 'before it is sent'
  | 'accepted, no answer'
  | 'answered, no commit'
  | 'accepted late'
  | 'reset'
  | 'frozen'
  | 'killed twice'
  | 'older backup'
  | 'second copy'
  | 'not killed';

const kindOfCut = {
  unsent: 'before it is sent',
  accepted: 'accepted, no answer',
  answered: 'answered, no commit',
  late: 'accepted late',
  reset: 'reset',
  frozen: 'frozen',
} as const;

export function kindOf(spec: RunSpec): RunKind {
  if (spec.disturbance === 'older_backup') return 'older backup';
  if (spec.disturbance === 'second_copy') return 'second copy';
  if (spec.second.kind !== 'none') return 'killed twice';
  if (spec.kill.kind === 'none') return 'not killed';
  if (spec.kill.kind === 'request') return kindOfCut[spec.kill.cut];
  return spec.kill.call === 'pwrite64' ? 'write' : 'sync';
}

/** What one run came to. `notes` say why, in words for whoever reads the failure. */
export interface RunResult {
  readonly killed: boolean;
  readonly lost: boolean;
  readonly doubled: boolean;
  readonly unknown: boolean;
  readonly notes: readonly string[];
}

/** How many calls of each kind and which requests the app makes in one life that nobody ends. */
export interface Points {
  readonly calls: Readonly<Record<WatchedCall, number>> | null;
  readonly requests: readonly { readonly method: string; readonly path: string }[];
}
