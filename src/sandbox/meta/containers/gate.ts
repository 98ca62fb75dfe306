import { formOf } from '../../body.ts';
import { jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import { bearerOf } from '../../oauth/client.ts';
import type { Grant } from '../../oauth/grants.ts';
import type { Inhabitant } from '../../people/people.ts';
import {
  brokenToken,
  expiredSession,
  graphError,
  limitReached,
  missingPermission,
  noToken,
} from '../problems.ts';
import { UsageMeter } from '../usage.ts';
import type { ContainerSite } from './site.ts';

/** Who calls, and with which parameters: Graph takes them from the query, a form or a document alike. */
export interface Call {
  readonly exchange: Exchange;
  readonly grant: Grant;
  readonly person: Inhabitant;
  readonly parameters: Readonly<Record<string, string>>;
}

/** One endpoint of the API. */
export interface Endpoint {
  readonly method: Route['method'];
  /** Behind the network's name and version. */
  readonly path: string;
  readonly operation: string;
  readonly operationOf?: Route['operationOf'];
  readonly scopes: readonly string[];
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** Calls of an account in a day; the real number follows from how often its posts were seen. */
const callsADay = 48_000;
const callsAnHourOfApp = 20_000;

/** Counts the calls of one of the two networks. */
export function meterOf(network: ContainerSite['network']): UsageMeter {
  return new UsageMeter({ type: network, appCallsAnHour: callsAnHourOfApp, objectCallsADay: callsADay });
}

/** Puts the gate before endpoints: token, permission, limit, and the usage headers behind. */
export function guarded(
  site: ContainerSite,
  meter: UsageMeter,
  version: string,
  endpoints: readonly Endpoint[],
): readonly Route[] {
  return endpoints.map(({ method, path, operation, operationOf, scopes, handle }) => ({
    method,
    path: `/${site.network}/${version}${path}`,
    operation,
    ...(operationOf !== undefined && { operationOf }),
    handle: async (exchange) => {
      const token = tokenOf(exchange);
      const grant = site.grants.find(token, site.now());
      if (grant === undefined || grant.account === null) return badToken(site, token);
      const missing = scopes.find((scope) => !grant.scopes.includes(scope));
      if (missing !== undefined) return missingPermission(missing, 10);
      const { headers, over } = meter.count(grant.clientId, grant.account, site.now());
      if (over !== null) return withHeaders(limitReached(over === 'app' ? 4 : 80_002), headers);
      const answer = await handle({
        exchange,
        grant,
        person: site.people.known(grant.account),
        parameters: parametersOf(exchange),
      });
      return withHeaders(answer, headers);
    },
  }));
}

/** The token of a request, in its header or its query. */
export function tokenOf(exchange: Exchange): string {
  return bearerOf(exchange) ?? exchange.query.get('access_token') ?? '';
}

/** A limit that is reached, with the time until access is regained in its header. */
export function rateLimited(site: ContainerSite, meter: UsageMeter, resetAt: number): Answer {
  return withHeaders(
    limitReached(80_002),
    meter.usedUp('17841400000000000', Math.max(0, resetAt - site.now())),
  );
}

/** The person ended all sessions. */
export function sessionEnded(): Answer {
  return graphError({
    code: 190,
    subcode: 460,
    message:
      'Error validating access token: The session has been invalidated because the user changed their password.',
  });
}

function withHeaders(answer: Answer, headers: Record<string, string>): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

function badToken(site: ContainerSite, token: string): Answer {
  if (token === '') return noToken();
  if (site.grants.wasRevoked(token)) return sessionEnded();
  const grant = site.grants.findExpired(token);
  return grant === undefined ? brokenToken() : expiredSession(grant.expiresAt);
}

function parametersOf(exchange: Exchange): Readonly<Record<string, string>> {
  const document = jsonOf(exchange);
  const written =
    typeof document === 'object' && document !== null
      ? Object.entries(document).map(([name, value]): [string, string] => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ])
      : [...(formOf(exchange) ?? [])];
  const all = Object.fromEntries([...exchange.query, ...written]);
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'access_token'));
}
