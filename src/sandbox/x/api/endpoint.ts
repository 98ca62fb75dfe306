import type { Answer, Exchange } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import { bearerOf } from '../../oauth/client.ts';
import type { Grant, Grants } from '../../oauth/grants.ts';
import { xPeople } from '../people/people.ts';
import type { Person } from '../people/people.ts';
import {
  creditsDepleted,
  forbidden,
  tooManyRequests,
  unauthorized,
  unsupportedAuthentication,
} from '../problems.ts';
import type { Credits } from './credits.ts';
import type { LimitedOperation, RateLimits } from './rate-limits.ts';

/** Who calls; `person` is null for an app-only token. */
export interface Caller {
  readonly grant: Grant;
  readonly person: Person | null;
}

/** A person who calls. */
export interface PersonalCaller extends Caller {
  readonly person: Person;
}

/** What stands before every endpoint. */
export interface Gate {
  readonly grants: Grants;
  readonly limits: RateLimits;
  readonly credits: Credits;
  readonly now: () => number;
}

interface Described {
  readonly method: Route['method'];
  readonly path: string;
  readonly operation: LimitedOperation;
  readonly scopes: readonly string[];
}

/** An endpoint for a person's token only. */
export interface PersonalEndpoint extends Described {
  readonly takes: 'person';
  readonly handle: (exchange: Exchange, caller: PersonalCaller) => Answer | Promise<Answer>;
}

/** An endpoint for either kind of token, or for an app's own only. */
export interface OpenEndpoint extends Described {
  readonly takes: 'person or app' | 'app';
  readonly handle: (exchange: Exchange, caller: Caller) => Answer | Promise<Answer>;
}

/** One endpoint of the API. */
export type Endpoint = PersonalEndpoint | OpenEndpoint;

/** Puts the gate before an endpoint: token, kind of token, scopes, rate limit, credits, in this order. */
export function guarded(gate: Gate, endpoint: Endpoint): Route {
  return {
    method: endpoint.method,
    path: endpoint.path,
    operation: endpoint.operation,
    handle: async (exchange) => {
      const grant = gate.grants.find(bearerOf(exchange) ?? '', gate.now());
      if (grant === undefined) return unauthorized();
      const person = grant.account === null ? null : xPeople.known(grant.account);
      if ((endpoint.takes === 'app') !== (person === null) && endpoint.takes !== 'person or app') {
        return unsupportedAuthentication();
      }
      if (person !== null && !endpoint.scopes.every((scope) => grant.scopes.includes(scope))) {
        return forbidden('Forbidden');
      }
      const allowance = gate.limits.count(endpoint.operation, grant.account, grant.clientId, gate.now());
      if (!allowance.allowed) return tooManyRequests(allowance.headers);
      if (gate.credits.depleted) return withHeaders(creditsDepleted(), allowance.headers);
      return withHeaders(await handled(endpoint, exchange, { grant, person }), allowance.headers);
    },
  };
}

function handled(endpoint: Endpoint, exchange: Exchange, caller: Caller): Answer | Promise<Answer> {
  if (endpoint.takes !== 'person') return endpoint.handle(exchange, caller);
  const { grant, person } = caller;
  return person === null ? unsupportedAuthentication() : endpoint.handle(exchange, { grant, person });
}

function withHeaders(answer: Answer, headers: Record<string, string>): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}
