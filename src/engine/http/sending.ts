import type { Change } from '../../shared/models/event.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Ports } from '../ports.ts';
import type { NewId } from '../system/ids.ts';
import { createBulkheads } from './bulkheads.ts';
import type { Bulkheads } from './bulkheads.ts';
import { createCacheMemory } from './cache.ts';
import type { CacheLimits, CacheMemory } from './cache.ts';
import type { CallFacts } from './call-facts.ts';
import type { Caller } from './caller.ts';

export interface HttpDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'fetch' | 'log' | 'host'>;
  readonly newId: NewId;
  readonly memory: HttpMemory;
  /** Told what changed, after it was committed. */
  readonly emit: (change: Change) => void;
  /** Told, in the transaction and once each time, that this machine's clock disagrees with a network's. */
  readonly onClockWrong?: (about: {
    readonly workspaceId: WorkspaceId;
    readonly accountId: string;
    readonly platform: Platform;
    readonly skewMs: number;
  }) => void;
}

/** What one thread keeps in memory for its calls; losing it loses nothing. */
export interface HttpMemory {
  readonly bulkheads: Bulkheads;
  readonly cache: CacheMemory;
}

/** One for each thread, shared by all its accounts. */
export function createHttpMemory(clock: Ports['clock'], cacheLimits?: CacheLimits): HttpMemory {
  return { bulkheads: createBulkheads(clock), cache: createCacheMemory(cacheLimits) };
}

export interface SendOptions {
  /** Send although the account is paused, a limit is used up or an answer is kept: the user asks how things stand. */
  readonly regardless?: boolean;
  /** Somebody waits for it: where the network cannot be read now, a kept answer serves although it is out of date. */
  readonly interactive?: boolean;
  /** Told the `Date` of an answer and this machine's time, both epoch ms. */
  readonly onDate?: (network: number, here: number) => void;
}

/** One call on its way out. */
export interface Sending {
  readonly deps: HttpDeps;
  readonly caller: Caller;
  readonly call: CallFacts;
  readonly options: SendOptions;
  readonly signal: AbortSignal | undefined;
  /** Told as a request of this call leaves. */
  readonly leaves: (() => void) | undefined;
  /** The account's generation when the call was made; see `cache.ts`. */
  readonly generation: number;
}
