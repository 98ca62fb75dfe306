import type { Answer, Exchange } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import { bearerOf } from '../../oauth/client.ts';
import type { Grant, Grants } from '../../oauth/grants.ts';
import { youtubePeople } from '../people.ts';
import type { Person } from '../people.ts';
import { apiDisabled, insufficientScopes, quotaExceeded, signupRequired, unauthorized } from '../problems.ts';
import type { Settings } from '../settings.ts';
import type { Bucket, Quota } from './quota.ts';

/** A person who calls through an app. */
export interface Caller {
  readonly grant: Grant;
  readonly person: Person;
}

/** What stands before every endpoint. */
export interface Gate {
  readonly grants: Grants;
  readonly quota: Quota;
  readonly settings: Settings;
  readonly now: () => number;
}

/** One endpoint of the APIs. */
export interface Endpoint {
  readonly method: Route['method'];
  readonly path: string;
  readonly operation: string;
  /** Any one of them suffices. */
  readonly scopes: readonly string[];
  /** What a call takes; null for Analytics, whose own quota is ample. */
  readonly quota: { readonly bucket: Bucket; readonly units: number } | null;
  readonly handle: (exchange: Exchange, caller: Caller) => Answer | Promise<Answer>;
}

/** Puts the gate before an endpoint: token, enabled API, scopes, quota, channel, in this order. */
export function guarded({ grants, quota, settings, now }: Gate, endpoint: Endpoint): Route {
  return {
    method: endpoint.method,
    path: endpoint.path,
    operation: endpoint.operation,
    handle: (exchange) => {
      const grant = grants.find(bearerOf(exchange) ?? '', now());
      if (grant === undefined || grant.account === null) return unauthorized();
      if (endpoint.quota === null) {
        if (!settings.now.analyticsApiEnabled) return apiDisabled('YouTube Analytics API');
      } else if (!settings.now.dataApiEnabled) return apiDisabled('YouTube Data API v3');
      if (!endpoint.scopes.some((scope) => grant.scopes.includes(scope))) return insufficientScopes();
      if (endpoint.quota !== null) {
        const { bucket, units } = endpoint.quota;
        if (!quota.take(grant.clientId, bucket, units, now())) return quotaExceeded();
      }
      const person = youtubePeople.known(grant.account);
      const needsChannel = endpoint.method !== 'GET';
      if (needsChannel && !person.hasChannel) return signupRequired();
      return endpoint.handle(exchange, { grant, person });
    },
  };
}
