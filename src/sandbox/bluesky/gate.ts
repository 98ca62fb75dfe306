import type { Answer, Exchange } from '../exchange.ts';
import type { Route } from '../network.ts';
import { bearerOf } from '../oauth/client.ts';
import type { Grants } from '../oauth/grants.ts';
import { RateWindows } from '../rate-windows.ts';
import type { Counted } from '../rate-windows.ts';
import { blueskyPeople } from './people.ts';
import type { Person } from './people.ts';
import { authMissing, expiredToken, invalidToken, rateLimited } from './problems.ts';
import { speakerOf } from './session/tokens.ts';

const hourMs = 3_600_000;

/** One endpoint of the API; `points` is what a write takes from the account's budget. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly name: string;
  readonly operation: string;
  readonly operationOf?: Route['operationOf'];
  readonly points?: number;
  readonly handle: (exchange: Exchange, caller: Person) => Answer;
}

/** What stands before every endpoint: a token, and the limits of Bluesky's servers. */
export class Gate {
  readonly #grants: Grants;
  readonly #now: () => number;
  readonly #windows = new RateWindows();

  constructor(grants: Grants, now: () => number) {
    this.#grants = grants;
    this.#now = now;
  }

  /** An endpoint for whoever has an access token. */
  guarded({ method, name, operation, operationOf, points = 0, handle }: Endpoint): Route {
    return {
      method,
      path: `/bluesky/xrpc/${name}`,
      operation,
      ...(operationOf !== undefined && { operationOf }),
      handle: (exchange) => {
        const token = bearerOf(exchange);
        if (token === undefined) return authMissing();
        const speaker = speakerOf(this.#grants, token, this.#now());
        if (speaker === 'expired') return expiredToken();
        const caller = speaker === 'unknown' ? undefined : blueskyPeople.byId(speaker.account);
        if (caller === undefined) return invalidToken();
        return this.#counted(caller.id, points, () => handle(exchange, caller));
      },
    };
  }

  /** Creating a session: 30 in 5 minutes and 300 a day for each account. */
  session(identifier: string, handle: () => Answer): Answer {
    const counted = this.#windows.take(`session ${identifier}`, 30, 300_000, this.#now());
    const ofDay = this.#windows.take(`day ${identifier}`, 300, 24 * hourMs, this.#now());
    const scarcer = ofDay.remaining < counted.remaining ? ofDay : counted;
    return scarcer.remaining < 0 ? rateLimited(headersOf(scarcer)) : withHeaders(handle(), scarcer);
  }

  #counted(account: string, points: number, handle: () => Answer): Answer {
    const now = this.#now();
    const all = this.#windows.take(`all ${account}`, 3000, 300_000, now);
    const ofHour = this.#windows.take(`hour ${account}`, 5000, hourMs, now, points);
    const ofDay = this.#windows.take(`points of day ${account}`, 35_000, 24 * hourMs, now, points);
    const windows = points === 0 ? [all] : [ofHour, ofDay];
    const scarcest = windows.reduce((one, other) => (other.remaining < one.remaining ? other : one));
    return scarcest.remaining < 0 ? rateLimited(headersOf(scarcest)) : withHeaders(handle(), scarcest);
  }
}

/** The headers of a window; its end is in epoch seconds. */
export function headersOf({ limit, remaining, endsAt }: Counted): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(Math.max(0, remaining)),
    'ratelimit-reset': String(Math.ceil(endsAt / 1000)),
    'ratelimit-policy': `${limit};w=3600`,
  };
}

function withHeaders(answer: Answer, counted: Counted): Answer {
  return { ...answer, headers: { ...headersOf(counted), ...answer.headers } };
}
