import type { Answer, Exchange } from '../exchange.ts';
import type { Route } from '../network.ts';
import { bearerOf } from '../oauth/client.ts';
import type { Grants } from '../oauth/grants.ts';
import type { Inhabitant } from '../people/people.ts';
import { RateWindows } from '../rate-windows.ts';
import type { Counted } from '../rate-windows.ts';
import { permits } from './oauth/scopes.ts';
import { mastodonPeople } from './people.ts';
import { badToken, outOfScope, problem, tooManyRequests } from './problems.ts';

const minuteMs = 60_000;

/** One endpoint of the API; any of the scopes will do. */
export interface Endpoint {
  readonly method: Route['method'];
  readonly path: string;
  readonly operation: string;
  readonly scopes: readonly string[];
  readonly limited?: 'media' | 'deletes' | 'posts';
  readonly handle: (exchange: Exchange, caller: Inhabitant) => Answer | Promise<Answer>;
}

const budgets = {
  media: { limit: 30, lengthMs: 30 * minuteMs },
  deletes: { limit: 30, lengthMs: 30 * minuteMs },
  posts: { limit: 300, lengthMs: 180 * minuteMs },
} as const;

/** What stands before every endpoint: a token with the right scope, and the limits of the server. */
export class Gate {
  readonly #grants: Grants;
  readonly #now: () => number;
  readonly #windows = new RateWindows();

  constructor(grants: Grants, now: () => number) {
    this.#grants = grants;
    this.#now = now;
  }

  guarded({ method, path, operation, scopes, limited, handle }: Endpoint): Route {
    return {
      method,
      path: `/mastodon${path}`,
      operation,
      handle: async (exchange) => {
        const token = bearerOf(exchange);
        if (token === undefined) return problem(401, 'This method requires an authenticated user');
        const grant = this.#grants.find(token, this.#now());
        const caller = grant?.account ? mastodonPeople.byId(grant.account) : undefined;
        if (grant === undefined || caller === undefined) {
          return badToken(this.#grants.wasRevoked(token) ? 'revoked' : 'invalid');
        }
        const counted = this.#count(caller.id, limited);
        const headers = headersOf(counted);
        if (counted.remaining < 0) return tooManyRequests(headers);
        if (!permits(grant.scopes, scopes)) return outOfScope();
        const answer = await handle(exchange, caller);
        return { ...answer, headers: { ...headers, ...answer.headers } };
      },
    };
  }

  #count(account: string, limited: Endpoint['limited']): Counted {
    const now = this.#now();
    const all = this.#windows.take(`all ${account}`, 300, 5 * minuteMs, now);
    if (limited === undefined) return all;
    const { limit, lengthMs } = budgets[limited];
    const own = this.#windows.take(`${limited} ${account}`, limit, lengthMs, now);
    return own.remaining < all.remaining ? own : all;
  }
}

/** The headers of a window; its end is a date here. */
export function headersOf({ limit, remaining, endsAt }: Counted): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, remaining)),
    'x-ratelimit-reset': new Date(endsAt).toISOString().replace('Z', '000Z'),
  };
}
