import type { Answer, Exchange } from '../exchange.ts';
import type { Route } from '../network.ts';
import type { Grant } from '../oauth/grants.ts';
import { graphTokenOf } from '../meta/parameters.ts';
import {
  appRemoved,
  brokenToken,
  expiredSession,
  limitReached,
  missingPermission,
  noToken,
} from '../meta/problems.ts';
import { facebookPages } from './pages.ts';
import type { Page } from './pages.ts';
import type { FacebookWorld } from './world.ts';

/** Who calls: a person, or a Page by its own token. */
export interface Caller {
  readonly grant: Grant;
  readonly page: Page;
  readonly speaksAs: 'person' | 'page';
  readonly may: (permission: string) => boolean;
}

/** One endpoint of Graph. `path` follows the version. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly operation: string;
  readonly operationOf?: Route['operationOf'];
  /** A permission without which nothing is answered. */
  readonly needs?: string;
  readonly handle: (exchange: Exchange, caller: Caller) => Answer | Promise<Answer>;
}

/** Versions that are served; an older one is answered by the oldest of them. */
const served = ['v23.0', 'v24.0', 'v25.0', 'v26.0'] as const;

/** An endpoint with what stands before every one: the version, the token, the limits and the permission. */
export function guarded(world: FacebookWorld, endpoint: Endpoint): Route {
  const { operationOf, needs } = endpoint;
  return {
    method: endpoint.method,
    path: `/facebook/:version${endpoint.path}`,
    operation: endpoint.operation,
    ...(operationOf !== undefined && { operationOf }),
    handle: async (exchange) => {
      const caller = callerOf(world, exchange);
      if ('status' in caller) return caller;
      const metered = world.meter.count(caller.grant.clientId, caller.page.id, world.now());
      const headers = { ...metered.headers, 'facebook-api-version': servedVersion(exchange) };
      const answer = await answerOf(metered.over, needs, endpoint, exchange, caller);
      return { ...answer, headers: { ...headers, ...answer.headers } };
    },
  };
}

const answerOf = (
  over: 'app' | 'object' | null,
  needs: string | undefined,
  endpoint: Endpoint,
  exchange: Exchange,
  caller: Caller,
): Answer | Promise<Answer> => {
  if (over !== null) return limitReached(over === 'app' ? 4 : 80_001);
  if (needs !== undefined && !caller.may(needs)) return missingPermission(needs);
  return endpoint.handle(exchange, caller);
};

const servedVersion = ({ parameters }: Exchange): string =>
  served.find((version) => version === parameters['version']) ?? served[0];

function callerOf({ grants, now }: FacebookWorld, exchange: Exchange): Caller | Answer {
  const token = graphTokenOf(exchange);
  if (token === undefined) return noToken();
  const known = grants.findExpired(token);
  const grant = grants.find(token, now());
  if (grant === undefined) {
    if (known !== undefined && now() >= known.expiresAt) return expiredSession(known.expiresAt);
    return grants.wasRevoked(token) || known !== undefined
      ? appRemoved(known?.clientId ?? '')
      : brokenToken();
  }
  const page = facebookPages.byId(grant.account ?? '');
  if (page === undefined) return brokenToken();
  return {
    grant,
    page,
    speaksAs: grant.under === null ? 'person' : 'page',
    may: (permission) => grant.scopes.includes(permission),
  };
}
