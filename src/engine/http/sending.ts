import type { Change } from '../../shared/models/event.ts';
import type { Database } from '../db/database.ts';
import type { Ports } from '../ports.ts';
import type { NewId } from '../system/ids.ts';
import { createBreakers } from './breakers.ts';
import type { Breakers } from './breakers.ts';
import { createParsedBodies } from './cache.ts';
import type { ParsedBodies } from './cache.ts';
import type { CallFacts } from './call-facts.ts';
import type { Caller } from './caller.ts';

export interface HttpDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'fetch' | 'log' | 'host'>;
  readonly newId: NewId;
  readonly memory: HttpMemory;
  /** Told what changed, after it was committed. */
  readonly emit: (change: Change) => void;
}

/** What one thread keeps in memory for its calls; losing it loses nothing. */
export interface HttpMemory {
  readonly breakers: Breakers;
  readonly parsedBodies: ParsedBodies;
}

/** One for each thread, shared by all its accounts. */
export function createHttpMemory(clock: Ports['clock']): HttpMemory {
  return { breakers: createBreakers(clock), parsedBodies: createParsedBodies() };
}

export interface SendOptions {
  /** Send although the account is paused or a limit is used up: the user asks how things stand. */
  readonly regardless?: boolean;
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
}
