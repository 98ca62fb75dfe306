import type { AccountId } from '../../shared/models/ids.ts';
import type { FeatureDeps } from '../feature.ts';

/** What the thread that learns and the one that is asked about it know of each other. */
export interface RunMemory {
  /** Accounts that the run under way has still to learn from, the one it is at first. */
  left(): readonly AccountId[];
  keepLeft(accounts: readonly AccountId[]): void;
  /** What was asked for since the run began. */
  asked(): RunWish;
  ask(wish: RunWish): void;
}

export type RunWish = 'nothing' | 'again' | 'stop';

export type LearningDeps = Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'wake' | 'changed' | 'words'> & {
  readonly runs: RunMemory;
};
