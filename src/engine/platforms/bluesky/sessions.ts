import { z } from 'zod';
import { retryAfterOf } from '../../http/retry-after.ts';
import { evidence } from '../evidence.ts';
import type {
  IssuedTokens,
  PasswordSignIn,
  TokenAnswerOnWire,
  TokenParty,
  TokenReply,
  TokenRequest,
} from '../sign-in.ts';
import { rateSignals } from './rate-signals.ts';
import { ownServer } from './wire/did-document.ts';
import { readError } from './wire/error-body.ts';

const session = z.object({
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  did: z.string().min(1),
  didDoc: z.unknown().optional(),
});

/** Sessions of an account's server: app passwords, refresh tokens that are spent by use, and their end. */
export const sessions: PasswordSignIn['protocol'] = {
  async signIn(ask, party, { identifier, password, factor }) {
    const value = {
      identifier: identifier.trim().replace(/^@(?=[^@]+$)/, ''),
      password,
      ...(factor !== null && { authFactorToken: factor.trim() }),
    };
    const request = call(party, 'oauth.token', 'createSession', { body: { kind: 'json', value } });
    return replyOf(await ask(request), party.now());
  },

  async refresh(ask, party, held) {
    if (held.refreshToken === null) {
      return { kind: 'refused', error: 'invalid_grant', description: 'There is no refresh token.' };
    }
    const request = call(party, 'oauth.token', 'refreshSession', bearer(held.refreshToken));
    return replyOf(await ask(request), party.now());
  },

  async revoke(ask, party, held) {
    if (held.refreshToken === null) return false;
    const got = await ask(call(party, 'oauth.revoke', 'deleteSession', bearer(held.refreshToken)));
    if (got.kind === 'lost') return false;
    const { status, body } = got.answer;
    // A session that the server no longer knows has ended.
    return (status >= 200 && status < 300) || endedNames.has(readError(body).name);
  },
};

const endedNames: ReadonlySet<string> = new Set(['ExpiredToken', 'InvalidToken']);

/** A session begins at the `token` endpoint and goes on at the account's own server. */
const call = (
  { endpoints }: TokenParty,
  operation: string,
  name: string,
  more: Pick<TokenRequest, 'headers' | 'body'>,
): TokenRequest => {
  const base = name === 'createSession' ? endpoints.token : endpoints.api;
  const url = `${base.replace(/\/+$/, '')}/xrpc/com.atproto.server.${name}`;
  return { operation, method: 'POST', url, ...more };
};

const bearer = (token: string): Pick<TokenRequest, 'headers'> => ({
  headers: { authorization: `Bearer ${token}` },
});

const replyOf = (got: TokenAnswerOnWire, now: number): TokenReply => {
  if (got.kind === 'lost') return got.sent ? { kind: 'lost' } : { kind: 'not_sent' };
  const { status, headers, body } = got.answer;
  if (status >= 200 && status < 300) {
    const parsed = session.safeParse(body);
    return parsed.success
      ? { kind: 'issued', tokens: tokensOf(parsed.data) }
      : { kind: 'unavailable', status, retryAt: null };
  }
  const { name, message } = readError(body);
  if (status === 429 || status >= 500 || name === 'RateLimitExceeded') {
    const reset = rateSignals(got.answer, '').find(({ resetAt }) => resetAt > now)?.resetAt;
    return { kind: 'unavailable', status, retryAt: reset ?? retryAfterOf(headers, now) };
  }
  if (status < 400) return { kind: 'unavailable', status, retryAt: null };
  return { kind: 'refused', error: refusalOf(name), description: evidence(message === '' ? name : message) };
};

/** A refusal in OAuth's words (RFC 6749, section 5.2), or what the user must do first. */
const refusalOf = (name: string): string => {
  if (name === 'AuthFactorTokenRequired') return 'needs_factor';
  return name === 'AccountTakedown' ? 'account_action_required' : 'invalid_grant';
};

const tokensOf = ({ accessJwt, refreshJwt, didDoc }: z.infer<typeof session>): IssuedTokens => {
  const api = ownServer(didDoc);
  return {
    accessToken: accessJwt,
    refreshToken: refreshJwt,
    expiresAt: expiryOf(accessJwt),
    scopes: null,
    ...(api !== null && { api }),
  };
};

const claims = z.object({ exp: z.number().positive() });

/** The end that a token names (JWT `exp`, RFC 7519), as epoch ms; it is read and not relied on. */
const expiryOf = (token: string): number | null => {
  const [, payload = ''] = token.split('.');
  try {
    const parsed = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data.exp * 1_000 : null;
  } catch {
    return null;
  }
};
