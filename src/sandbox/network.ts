import type { Answer, Exchange } from './exchange.ts';
import type { PracticeClock } from './clock.ts';
import type { Journal } from './journal.ts';

/** Who a request speaks for, as far as faults and the request list care. */
export interface Speaker {
  readonly id: string;
  readonly username: string;
}

/** One endpoint. `path` may hold `:names`; the first route that fits is taken, in the order of the list. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The name that faults and the request list use, such as `posts.create`. */
  readonly operation: string;
  /** The same for one request, where an address serves several, such as the pieces of an upload and the last of them. */
  readonly operationOf?: (exchange: Exchange) => string;
  readonly handle: (exchange: Exchange) => Answer | Promise<Answer>;
}

/** What a network answers when a fault tells it to refuse, in its own shapes. */
export interface Refusals {
  /** `resetAt` in practice milliseconds. */
  rateLimited(resetAt: number): Answer;
  /** Truly revokes the grant that the request used, then refuses it. */
  tokenRevoked(exchange: Exchange): Answer;
  creditsDepleted(): Answer;
}

/** A practice person of a network, as the start page lists them. */
export interface Listed {
  readonly name: string;
  readonly username: string;
  readonly avatarPath: string;
  readonly about: string;
  readonly posts: readonly { readonly path: string; readonly text: string; readonly at: number }[];
}

/** A network that the practice server plays. */
export interface Network {
  /** The name in the log and in fault rules, such as `x`. */
  readonly name: string;
  /** The name that people read. */
  readonly title: string;
  readonly routes: readonly Route[];
  readonly refusals: Refusals;
  /** Who is asking, if the request says so; never throws. */
  identify(exchange: Exchange): Speaker | undefined;
  /** Called after the clock was set. */
  clockMoved(): void;
  /** Who lives here, with their newest posts. */
  list(): readonly Listed[];
  close(): void;
}

/** What a network is given to live in. */
export interface World {
  readonly dataDirectory: string;
  readonly clock: PracticeClock;
  readonly journal: Journal;
  /** This server's own address, without a slash at the end; known once it listens. */
  readonly baseUrl: () => string;
}

/** Builds a network and replays the journal's entries that are its own. */
export type NetworkFactory = (world: World) => Network;
