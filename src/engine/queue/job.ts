import type { WorkspaceId } from '../../shared/models/ids.ts';

export type QueueName = 'publisher' | 'background';

/** A row of durable work, as a handler sees it. */
export interface Job {
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly queue: QueueName;
  readonly kind: string;
  /** The delivery, account or post that the job is about. */
  readonly subjectId: string;
  readonly platform: string | null;
  readonly accountId: string | null;
  readonly payload: string;
  /** Epoch ms at which it was due. */
  readonly runAt: number;
  /** Tries that ended in failure so far; a rate limit is not one. */
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Proof of the claim; every later write of the job must name it. */
  readonly lease: string;
}

export interface NewJob {
  readonly workspaceId: WorkspaceId;
  readonly queue: QueueName;
  readonly kind: string;
  readonly subjectId: string;
  readonly platform?: string | null;
  readonly accountId?: string | null;
  readonly payload?: unknown;
  readonly runAt: number;
  /** Higher goes first among jobs due at the same time. */
  readonly priority?: number;
  readonly maxAttempts?: number;
  /** What to do with a job of this kind and subject that waits already; it moves to the new time by default. */
  readonly ifWaiting?: 'replace' | 'keep_earlier';
}
