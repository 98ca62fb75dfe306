import { z } from 'zod';
import { retryAfterOf } from '../../http/retry-after.ts';
import type { IssuedTokens, TokenProtocol, TokenReply } from '../sign-in.ts';

const tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().nullish(),
  scope: z.string().nullish(),
  id_token: z.string().nullish().catch(null),
});

const refusal = z.object({ error: z.string(), error_description: z.string().catch('').default('') });

/**
 * Exchanges the code as RFC 6749 has it, and takes from the answer who the Google user is: revoking ends every token
 * of that user for the project, also those of the user's other channels.
 */
export const exchange: NonNullable<TokenProtocol['exchange']> = async (ask, party, given) => {
  const wire = await ask({
    operation: 'oauth.token',
    method: 'POST',
    url: party.endpoints.token,
    headers: { accept: 'application/json' },
    body: {
      kind: 'form',
      value: {
        grant_type: 'authorization_code',
        code: given.code,
        redirect_uri: given.redirectUri,
        code_verifier: given.verifier,
        client_id: party.clientId,
        ...(party.clientSecret !== null && { client_secret: party.clientSecret }),
      },
    },
  });
  if (wire.kind === 'lost') return { kind: wire.sent ? 'lost' : 'not_sent' };
  const { status, headers, body } = wire.answer;
  if (status >= 200 && status < 300) return issued(body, party.now());
  const refused = refusal.safeParse(body);
  return refused.success && status < 500 && status !== 429
    ? { kind: 'refused', error: refused.data.error, description: refused.data.error_description }
    : { kind: 'unavailable', status, retryAt: retryAfterOf(headers, party.now()) };
};

/** A success that cannot be read has spent the code. */
const issued = (body: unknown, now: number): TokenReply => {
  const parsed = tokens.safeParse(body);
  if (!parsed.success) return { kind: 'lost' };
  const { access_token, refresh_token, expires_in, scope, id_token } = parsed.data;
  const answer: IssuedTokens = {
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    expiresAt: typeof expires_in === 'number' ? now + expires_in * 1_000 : null,
    scopes: typeof scope === 'string' ? scope.split(' ').filter((one) => one !== '') : null,
    grantor: subjectOf(id_token ?? ''),
  };
  return { kind: 'issued', tokens: answer };
};

const claims = z.object({ sub: z.string().min(1) });

/**
 * Who an id token speaks of; null where it cannot be read. Its signature is not needed: it came from the token endpoint
 * itself over TLS (OpenID Connect Core, 3.1.3.7).
 */
export const subjectOf = (idToken: string): string | null => {
  const [, payload = ''] = idToken.split('.');
  try {
    const parsed = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data.sub : null;
  } catch {
    return null;
  }
};

/**
 * Google takes back all that the user granted to the project, whichever of their tokens it is sent. It wants to know
 * nothing but the token.
 */
export const revoke: NonNullable<TokenProtocol['revoke']> = async (ask, { endpoints }, held) => {
  const wire = await ask({
    operation: 'oauth.revoke',
    method: 'POST',
    url: endpoints.revoke,
    body: { kind: 'form', value: { token: held.refreshToken ?? held.accessToken } },
  });
  return wire.kind === 'answered' && wire.answer.status >= 200 && wire.answer.status < 300;
};
