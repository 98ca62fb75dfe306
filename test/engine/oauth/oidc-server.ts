import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { once } from 'node:events';
import { Provider } from 'oidc-provider';
import { onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import type { Endpoints } from '../../../src/shared/models/account.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import { freePortSignIn, freePortX } from './oauth-world.ts';

export interface OidcServer {
  readonly issuer: string;
  readonly endpoints: Endpoints;
  /** Names of what the provider reported, such as `grant.revoked`. */
  readonly events: string[];
}

/** An authorization server that nobody here wrote: PKCE required, rotating refresh tokens, reuse ends the grant. */
export async function startOidcServer(client: Record<string, unknown> = {}): Promise<OidcServer> {
  let listener: RequestListener = () => {};
  const server = createServer((request, response) => listener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  // It tells at length that this is no set-up for production.
  for (const level of ['info', 'warn'] as const) {
    const spy = vi.spyOn(console, level).mockImplementation(() => {});
    onTestFinished(() => spy.mockRestore());
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'ocma-client',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/oauth/x'],
        grant_types: ['authorization_code', 'refresh_token'],
        ...client,
      },
    ],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: () => Promise.resolve(true),
    scopes: ['openid'],
    claims: { openid: ['sub'] },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    features: { devInteractions: { enabled: true }, revocation: { enabled: true } },
    cookies: { keys: ['test'] },
  });
  const events: string[] = [];
  for (const name of ['grant.revoked', 'refresh_token.consumed', 'refresh_token.destroyed', 'server_error']) {
    provider.on(name, () => events.push(name));
  }
  listener = provider.callback();
  return {
    issuer,
    events,
    endpoints: {
      authorize: `${issuer}/auth`,
      token: `${issuer}/token`,
      revoke: `${issuer}/token/revocation`,
      api: issuer,
      upload: issuer,
    },
  };
}

const userinfo = z.object({ sub: z.string() });

/** A network whose profile is OpenID Connect's userinfo. */
export const oidcPlatform: Platform = {
  ...freePortX,
  signIn: { ...freePortSignIn, scopes: ['openid'] },
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
        answer: userinfo,
      });
      if (!result.ok) return result;
      const { sub } = result.data;
      const profile = { remoteId: sub, username: sub, displayName: sub, avatarUrl: null, profileUrl: null };
      return { ...result, data: { ...profile, followers: null, metrics: {}, facts: {} } };
    },
  },
};

/** Signs in and agrees as a person in a browser would, and answers with the address that they are sent back to. */
export async function signIn(authorizeUrl: string, redirectUri: string, name: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const visit = async (url: string, form?: URLSearchParams): Promise<Response> => {
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      ...(form !== undefined && { body: form }),
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      redirect: 'manual',
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const cut = pair.indexOf('=');
      cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    return response;
  };
  let url = authorizeUrl;
  for (let step = 0; step < 12; step += 1) {
    if (url.startsWith(redirectUri)) return new URL(url);
    let response = await visit(url);
    if (response.status === 200) {
      const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1] ?? '';
      response = await visit(url, new URLSearchParams({ prompt, login: name, password: 'any' }));
    }
    url = new URL(response.headers.get('location') ?? '', url).href;
  }
  throw new Error(`The sign-in did not end: ${url}`);
}
