import type { Answer, Exchange } from '../exchange.ts';
import type { Route } from '../network.ts';
import { bearerOf } from '../oauth/client.ts';
import type { Grant, Grants } from '../oauth/grants.ts';
import type { RateWindows } from '../rate-windows.ts';
import { members } from './people.ts';
import type { Member } from './people.ts';
import { accessDenied, badRequest, dayUsedUp, unauthorized, versionGone } from './problems.ts';

/** The member who calls. */
export interface Caller {
  readonly grant: Grant;
  readonly member: Member;
}

/** One endpoint of the API. */
export interface Endpoint {
  readonly method: Route['method'];
  readonly path: string;
  readonly operation: string;
  /** One of these must be granted. */
  readonly scopes: readonly string[];
  /** Versioned endpoints want LinkedIn's headers. */
  readonly versioned: boolean;
  readonly handle: (exchange: Exchange, caller: Caller) => Answer | Promise<Answer>;
}

/** What stands before every endpoint. */
export interface Gate {
  readonly grants: Grants;
  readonly windows: RateWindows;
  readonly now: () => number;
}

/** Requests a day: of a member, and of an app for all its members (what was told of Share on LinkedIn). */
const ofMember = { create: 150, other: 1500 } as const;
const ofApp = 100_000;

/** The oldest version that is still served. */
const oldestVersion = '202601';

/** Puts the gate before an endpoint: token, headers, scopes, the day's requests. */
export function guarded(gate: Gate, endpoint: Endpoint): Route {
  const { method, path, operation } = endpoint;
  return {
    method,
    path,
    operation,
    handle: async (exchange) => {
      const token = bearerOf(exchange) ?? '';
      const grant = gate.grants.find(token, gate.now());
      if (grant === undefined) return unauthorized(whyNot(gate.grants, token));
      const refused = endpoint.versioned ? headersRefused(exchange) : undefined;
      if (refused !== undefined) return refused;
      if (!endpoint.scopes.some((scope) => grant.scopes.includes(scope))) return accessDenied(operation);
      const limit = operation === 'posts.create' ? ofMember.create : ofMember.other;
      const member = gate.windows.takeOfDay(
        `${operation} ${grant.account} ${grant.clientId}`,
        limit,
        gate.now(),
      );
      if (member.remaining < 0) return dayUsedUp('MEMBER');
      const app = gate.windows.takeOfDay(`${operation} app ${grant.clientId}`, ofApp, gate.now());
      if (app.remaining < 0) return dayUsedUp('APPLICATION');
      return endpoint.handle(exchange, { grant, member: members.known(grant.account ?? '') });
    },
  };
}

function whyNot(grants: Grants, token: string): 'INVALID' | 'EXPIRED' | 'REVOKED' {
  if (grants.wasRevoked(token)) return 'REVOKED';
  return grants.findExpired(token) === undefined ? 'INVALID' : 'EXPIRED';
}

function headersRefused({ headers }: Exchange): Answer | undefined {
  const version = headers['linkedin-version'];
  if (typeof version !== 'string' || !/^\d{6}$/.test(version)) {
    return badRequest(
      'VERSION_MISSING',
      'A version must be present. Please specify a version by adding the LinkedIn-Version header.',
    );
  }
  if (version < oldestVersion) return versionGone(version);
  if (headers['x-restli-protocol-version'] === '2.0.0') return undefined;
  return badRequest('ILLEGAL_ARGUMENT', 'The header X-Restli-Protocol-Version must be 2.0.0.');
}
