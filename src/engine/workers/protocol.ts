import type { Change, Notice } from '../../shared/models/event.ts';
import type { GateMemory } from '../db/gate.ts';
import type { ClockSetting, HostFacts } from '../ports.ts';
import type { QueueName } from '../queue/job.ts';

/** What a thread is started with; plain data and shared memory. */
export interface ThreadData {
  readonly role: QueueName;
  readonly data: string;
  readonly migrations: string;
  /** The file of the short-lived thread that learns from posts. */
  readonly learner: string;
  readonly state?: string;
  readonly clock: ClockSetting;
  readonly host: HostFacts;
  readonly gate: GateMemory;
  /** This thread's place at the gate. */
  readonly seat: number;
  /** Names this run of the thread in the leases it takes. */
  readonly holder: string;
}

/** Main thread to worker. */
export type ToThread =
  /** The data file is ready and nobody else holds a claim under this thread's name. */
  | { readonly type: 'begin' }
  | { readonly type: 'wake' }
  | { readonly type: 'vault_key'; readonly key: Uint8Array }
  | { readonly type: 'stop' };

/** Worker to main thread. */
export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'heartbeat' }
  | { readonly type: 'changed'; readonly changes: Change[] }
  | { readonly type: 'wake'; readonly queue: QueueName }
  | { readonly type: 'notice'; readonly notice: Notice }
  | {
      readonly type: 'log';
      readonly level: 'debug' | 'info' | 'warn' | 'error';
      readonly details: Record<string, unknown>;
      readonly message: string;
    }
  | { readonly type: 'stopped' };

/** How often a thread says that it is alive, in real milliseconds. */
export const heartbeatMs = 5_000;
