import type { Answer, Exchange } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import { bearerOf } from '../../oauth/client.ts';
import type { Grant, Grants } from '../../oauth/grants.ts';
import type { RateWindows } from '../../rate-windows.ts';
import { tiktokPeople } from '../people/people.ts';
import type { Person } from '../people/people.ts';
import { scopeMissing, tokenInvalid, tooMany } from './answers.ts';

/** Who calls. */
export interface Caller {
  readonly grant: Grant;
  readonly person: Person;
}

/** What stands before every endpoint. */
export interface Gate {
  readonly grants: Grants;
  readonly windows: RateWindows;
  readonly now: () => number;
}

/** An endpoint for a person's token. */
export interface Endpoint {
  readonly method: Route['method'];
  readonly path: string;
  readonly operation: string;
  /** One of these is needed. */
  readonly scopes: readonly string[];
  /** Calls a minute of one token; undefined where there is no such limit. */
  readonly aMinute?: number;
  readonly handle: (exchange: Exchange, caller: Caller) => Answer | Promise<Answer>;
}

/** Puts the gate before an endpoint: token, scopes, limit, in this order. */
export function guarded({ grants, windows, now }: Gate, endpoint: Endpoint): Route {
  return {
    method: endpoint.method,
    path: endpoint.path,
    operation: endpoint.operation,
    handle: (exchange) => {
      const grant = grants.find(bearerOf(exchange) ?? '', now());
      const person = grant?.account == null ? undefined : tiktokPeople.byId(grant.account);
      if (grant === undefined || person === undefined) return tokenInvalid();
      if (!endpoint.scopes.some((scope) => grant.scopes.includes(scope))) return scopeMissing();
      if (endpoint.aMinute !== undefined) {
        const key = `${endpoint.path} ${person.id} ${grant.clientId}`;
        if (windows.take(key, endpoint.aMinute, 60_000, now()).remaining < 0) return tooMany();
      }
      return endpoint.handle(exchange, { grant, person });
    },
  };
}
