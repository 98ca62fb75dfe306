import { z } from 'zod';
import type { Endpoints } from '../../../shared/models/account.ts';
import type { LocatedServer, RegisteredApp, ServerRule, TokenAsk } from '../sign-in.ts';
import { scopes } from './scopes.ts';
import { instance } from './wire/instance.ts';

/** Where a server of Mastodon's kind has everything. */
export const endpointsAt = (origin: string): Endpoints => ({
  authorize: `${origin}/oauth/authorize`,
  token: `${origin}/oauth/token`,
  revoke: `${origin}/oauth/revoke`,
  api: origin,
  upload: origin,
});

/** What a server says of its OAuth (RFC 8414; since Mastodon 4.3). */
const metadata = z.object({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  revocation_endpoint: z.url(),
  scopes_supported: z.array(z.string()).optional(),
});

const webfinger = z.object({
  links: z.array(z.looseObject({ rel: z.string(), href: z.string().optional() })),
});

type Looked = { readonly found: unknown } | Exclude<LocatedServer, { readonly ok: true }>;

const look = async (ask: TokenAsk, operation: string, url: string): Promise<Looked> => {
  const got = await ask({ operation, method: 'GET', url });
  if (got.kind === 'lost') return { ok: false, code: 'network_unreachable' };
  const { status, body } = got.answer;
  if (status >= 200 && status < 300) return { found: body };
  return { ok: false, code: status === 429 || status >= 500 ? 'unavailable' : 'not_found' };
};

/** The host in what somebody typed: `mastodon.social`, `https://mastodon.social/`, `@anna@mastodon.social`. */
export const hostOf = (typed: string): string | null => {
  const written = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '');
  const host = written.split('@').at(-1) ?? '';
  if (!URL.canParse(`https://${host}`)) return null;
  const url = new URL(`https://${host}`);
  return url.host.includes('.') && url.username === '' ? url.host : null;
};

/** Whether a server of this kind is there: it describes itself in the newer form or in the older one. */
const describes = async (ask: TokenAsk, origin: string): Promise<LocatedServer | null> => {
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    const answer = await look(ask, 'server.describe', origin + path);
    if ('found' in answer) {
      if (instance.safeParse(answer.found).success) return null;
    } else if (answer.code !== 'not_found') return answer;
  }
  return { ok: false, code: 'not_found' };
};

const serverAt = async (ask: TokenAsk, origin: string): Promise<LocatedServer> => {
  const trouble = await describes(ask, origin);
  if (trouble !== null) return trouble;
  const answer = await look(ask, 'oauth.metadata', `${origin}/.well-known/oauth-authorization-server`);
  const said = 'found' in answer ? metadata.safeParse(answer.found).data : undefined;
  const endpoints = endpointsAt(origin);
  if (said === undefined) return { ok: true, endpoints, scopes: narrow(undefined) };
  const named = [said.authorization_endpoint, said.token_endpoint, said.revocation_endpoint];
  // Tokens go to the server that was named and to no other.
  const isOwn = named.every((address) => new URL(address).origin === origin);
  return {
    ok: true,
    endpoints: isOwn
      ? {
          ...endpoints,
          authorize: said.authorization_endpoint,
          token: said.token_endpoint,
          revoke: said.revocation_endpoint,
        }
      : endpoints,
    scopes: narrow(said.scopes_supported),
  };
};

/** `profile` only where the server knows it. */
const narrow = (supported: readonly string[] | undefined): readonly string[] =>
  scopes.filter((scope) => scope !== 'profile' || supported?.includes(scope) === true);

/**
 * Finds a server by its name. Some have their accounts' names at another host than the server itself; the account tells
 * then (WebFinger, RFC 7033).
 */
const locate = async (ask: TokenAsk, typed: string): Promise<LocatedServer> => {
  const host = hostOf(typed);
  if (host === null) return { ok: false, code: 'not_found' };
  const located = await serverAt(ask, `https://${host}`);
  const [, name] = /^@?([\w.-]+)@/.exec(typed.trim()) ?? [];
  if (located.ok || located.code !== 'not_found' || name === undefined) return located;
  const resource = new URLSearchParams({ resource: `acct:${name}@${host}` });
  const answer = await look(
    ask,
    'identity.resolve',
    `https://${host}/.well-known/webfinger?${resource.toString()}`,
  );
  if (!('found' in answer)) return answer;
  const href = webfinger.safeParse(answer.found).data?.links.find(({ rel }) => rel === 'self')?.href;
  return href !== undefined && URL.canParse(href) && href.startsWith('https://')
    ? serverAt(ask, new URL(href).origin)
    : { ok: false, code: 'not_found' };
};

const registered = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });

/** For a person who has to copy a code by hand. */
const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

/** Makes this app known at a server (`POST /api/v1/apps`), which needs nobody's approval. */
const register: NonNullable<ServerRule['register']> = async (
  ask,
  { endpoints, redirectUris, scopes },
): Promise<RegisteredApp> => {
  const post = (uris: unknown) =>
    ask({
      operation: 'oauth.register',
      method: 'POST',
      url: `${endpoints.api.replace(/\/+$/, '')}/api/v1/apps`,
      body: {
        kind: 'json',
        value: { client_name: 'OCMA', redirect_uris: uris, scopes: scopes.join(' ') },
      },
    });
  const uris = [...redirectUris, outOfBand];
  let got = await post(uris);
  // Servers before 4.3 take the addresses as lines of one text.
  if (got.kind === 'answered' && (got.answer.status === 422 || got.answer.status === 400)) {
    got = await post(uris.join('\n'));
  }
  if (got.kind === 'lost') return { ok: false, code: 'network_unreachable' };
  const { status, body } = got.answer;
  if (status === 429) return { ok: false, code: 'rate_limited' };
  if (status >= 500) return { ok: false, code: 'unavailable' };
  const parsed = registered.safeParse(body);
  if (status >= 300 || !parsed.success) return { ok: false, code: 'platform_changed' };
  return { ok: true, clientId: parsed.data.client_id, clientSecret: parsed.data.client_secret };
};

/** Which server an account is on; the app is made known there by itself. */
export const server: ServerRule = {
  typed: 'host',
  example: 'mastodon.social',
  usual: null,
  locate,
  register,
};
