import { z } from 'zod';
import type { Endpoints } from '../../../shared/models/account.ts';
import type { LocatedServer, ServerRule, TokenAsk } from '../sign-in.ts';
import { ownServer } from './wire/did-document.ts';

/** Bluesky's own servers answer here and know where each of their accounts lives. */
export const usualServer = 'https://bsky.social';
/** Answers questions about handles without an account. */
const publicApi = 'https://public.api.bsky.app';
/** The directory of `did:plc` identities. */
const directory = 'https://plc.directory';

/** The pages and the server of an account. */
export const endpointsAt = (server: string): Endpoints => ({
  authorize: 'https://bsky.app',
  token: server,
  revoke: server,
  api: server,
  upload: server,
});

const resolved = z.object({ did: z.string().regex(/^did:[a-z]+:.+$/) });
const described = z.looseObject({ availableUserDomains: z.array(z.string()) });

type Looked = { readonly found: unknown } | Exclude<LocatedServer, { readonly ok: true }>;

/** Asks one public endpoint; a no with a status of the client's fault means that there is no such thing. */
const look = async (ask: TokenAsk, operation: string, url: string): Promise<Looked> => {
  const got = await ask({ operation, method: 'GET', url });
  if (got.kind === 'lost') return { ok: false, code: 'network_unreachable' };
  const { status, body } = got.answer;
  if (status >= 200 && status < 300) return { found: body };
  return { ok: false, code: status === 429 || status >= 500 ? 'unavailable' : 'not_found' };
};

const serverNamed = async (ask: TokenAsk, origin: string): Promise<LocatedServer> => {
  const url = `${origin}/xrpc/com.atproto.server.describeServer`;
  const answer = await look(ask, 'server.describe', url);
  if (!('found' in answer)) return answer;
  return described.safeParse(answer.found).success
    ? { ok: true, endpoints: endpointsAt(origin) }
    : { ok: false, code: 'not_found' };
};

const serverOfDid = async (ask: TokenAsk, did: string): Promise<LocatedServer> => {
  const web = /^did:web:([a-z0-9.-]+)$/i.exec(did)?.[1];
  if (web === undefined && !did.startsWith('did:plc:')) return { ok: false, code: 'not_found' };
  const url =
    web === undefined ? `${directory}/${encodeURIComponent(did)}` : `https://${web}/.well-known/did.json`;
  const answer = await look(ask, 'identity.document', url);
  if (!('found' in answer)) return answer;
  const server = ownServer(answer.found);
  return server?.startsWith('https://') === true
    ? { ok: true, endpoints: endpointsAt(server) }
    : { ok: false, code: 'not_found' };
};

const serverOfHandle = async (ask: TokenAsk, handle: string): Promise<LocatedServer> => {
  const query = new URLSearchParams({ handle });
  const url = `${publicApi}/xrpc/com.atproto.identity.resolveHandle?${query.toString()}`;
  const answer = await look(ask, 'identity.resolve', url);
  if (!('found' in answer)) return answer;
  const parsed = resolved.safeParse(answer.found);
  return parsed.success ? serverOfDid(ask, parsed.data.did) : { ok: false, code: 'not_found' };
};

/**
 * Finds an account's server (AT Protocol, handle and DID resolution): handle, then identity, then its document. What is no
 * handle anybody has may be the name of a server. An e-mail address tells nothing, so Bluesky's own server is asked.
 */
const locate = async (ask: TokenAsk, typed: string): Promise<LocatedServer> => {
  const written = typed.trim().replace(/^@/, '');
  if (written === '' || written === usualServer) return { ok: true, endpoints: endpointsAt(usualServer) };
  if (/^did:/i.test(written)) return serverOfDid(ask, written);
  if (/^https:\/\//i.test(written)) {
    return URL.canParse(written)
      ? serverNamed(ask, new URL(written).origin)
      : { ok: false, code: 'not_found' };
  }
  if (written.includes('@')) return { ok: true, endpoints: endpointsAt(usualServer) };
  const handle = written.includes('.') ? written.toLowerCase() : `${written.toLowerCase()}.bsky.social`;
  if (!/^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/.test(handle)) return { ok: false, code: 'not_found' };
  const byHandle = await serverOfHandle(ask, handle);
  return byHandle.ok || byHandle.code !== 'not_found' ? byHandle : serverNamed(ask, `https://${handle}`);
};

/** Which server an account lives on; the handle leads to it. */
export const server: ServerRule = {
  typed: 'handle',
  example: 'anna.bsky.social',
  usual: usualServer,
  locate,
};
