import { z } from 'zod';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import type { BrowserSignIn, SignIn } from '../../../src/engine/platforms/sign-in.ts';
import { openTokens, readTokenAccount } from '../../../src/engine/oauth/account-tokens.ts';
import type { FlowView } from '../../../src/engine/oauth/flow-life.ts';
import type { SeenRequest } from '../http/network.ts';
import { json, startNetwork } from '../http/network.ts';
import type { TestNetwork } from '../http/network.ts';
import { createOAuthWorld, freePortX, settled } from './oauth-world.ts';
import type { OAuthWorld, WorldOptions } from './oauth-world.ts';
import type { TestClock } from '../../support/clock.ts';

/** OAuth by the book, to be varied by a test. */
export const bookSignIn: BrowserSignIn = {
  kind: 'browser',
  scopes: ['read', 'write'],
  scopeSeparator: ' ',
  pkce: 'S256',
  clientIdParameter: 'client_id',
  clientAuthentication: 'none_or_basic',
  redirect: { kind: 'loopback', host: '127.0.0.1', ports: [], path: '/oauth/model' },
  authorizeParameters: {},
  renewal: { kind: 'refresh_token', rotates: false },
  loopbackClientId: 'model-client',
};

const me = z.object({ id: z.string(), name: z.string() });

/** A network that signs in as a test wants; `/me` tells who a token belongs to. */
export function modelPlatform(signIn: SignIn, over: Partial<Platform> = {}): Platform {
  return {
    ...freePortX,
    name: 'model',
    aliases: [],
    card: { ...freePortX.card, title: 'Model' },
    signIn,
    ...over,
    api: {
      ...freePortX.api,
      async profile(http) {
        const result = await http.send({
          operation: 'users.me',
          endpoint: 'api',
          method: 'GET',
          path: '/me',
          effect: 'read',
          costMicros: 0,
          answer: me,
        });
        return result.ok ? { ...result, data: profileOf(result.data.id, result.data.name) } : result;
      },
      ...over.api,
    },
  };
}

export function profileOf(remoteId: string, name: string, facts: Record<string, string> = {}) {
  return {
    remoteId,
    username: name,
    displayName: name,
    avatarUrl: null,
    profileUrl: null,
    followers: null,
    metrics: {},
    facts,
  };
}

type Route = (request: SeenRequest, form: URLSearchParams) => readonly [status: number, body: unknown];

export interface ModelServer extends TestNetwork {
  /** The forms that were sent to a path. */
  forms(path: string): readonly Record<string, string>[];
}

/** A network's server: each path answers as its route says, and `/me` names the person. */
export async function startModelServer(routes: Readonly<Record<string, Route>>): Promise<ModelServer> {
  const network = await startNetwork();
  const all: Record<string, Route> = { '/me': () => [200, { id: '1', name: 'mara' }], ...routes };
  network.answer((request, response) => {
    const { pathname } = new URL(request.path, network.url);
    const [status, body] = all[pathname]?.(request, new URLSearchParams(request.body)) ?? [404, {}];
    json(response, status, body);
  });
  return {
    ...network,
    forms: (path) =>
      network.seen
        .filter((request) => request.path.startsWith(path) && request.method === 'POST')
        .map((request) => Object.fromEntries(new URLSearchParams(request.body))),
  };
}

export const tokenPath = '/2/oauth2/token';
export const revokePath = '/2/oauth2/revoke';

export async function modelWorld(
  server: Pick<TestNetwork, 'url'>,
  platform: Platform,
  options: Partial<WorldOptions<TestClock>> = {},
): Promise<OAuthWorld<TestClock>> {
  return await createOAuthWorld(server.url, { ...options, platform });
}

/** The browser comes back to the listener with a code; answers the flow at its end. */
export async function comeBack(
  world: OAuthWorld,
  flow: FlowView,
  code = 'code-1',
  more = '',
): Promise<FlowView> {
  const state = new URL(flow.authorizeUrl).searchParams.get('state') ?? '';
  const page = await fetch(`${flow.redirectUri}?code=${encodeURIComponent(code)}&state=${state}${more}`);
  if (page.status !== 200) throw new Error(`The listener said ${page.status}.`);
  return await settled(world, flow.id);
}

/** What is sealed for an account. */
export function heldBy(world: OAuthWorld, id: string | null) {
  const account = readTokenAccount(world.db, id ?? '');
  if (account === undefined) throw new Error('no account');
  return { ...account, ...openTokens(world.db, world.vault, account) };
}
