import { z } from 'zod';
import type { RawAnswer } from '../../http/call.ts';
import { retryAfterOf } from '../../http/retry-after.ts';
import { evidence } from '../evidence.ts';
import type { TokenAsk, TokenParty, TokenProtocol, TokenReply } from '../sign-in.ts';

const issued = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  /** Seconds; TikTok has changed both lifetimes, so neither is assumed. */
  expires_in: z.coerce.number().positive().nullish().catch(null),
  refresh_expires_in: z.coerce.number().positive().nullish().catch(null),
  scope: z.string().nullish(),
});

const refused = z.object({ error: z.string().min(1), error_description: z.string().catch('') });

/** The token endpoint sometimes answers in the shape of the rest of the API. */
const refusedInEnvelope = z.object({
  error: z.object({ code: z.string().min(1), message: z.string().catch('') }),
});

type Party = Pick<TokenParty, 'clientId' | 'clientSecret'>;

/** Id and secret travel as fields, never as HTTP Basic. */
const credentials = ({ clientId, clientSecret }: Party): Record<string, string> => ({
  client_key: clientId,
  client_secret: clientSecret ?? '',
});

const requestTokens = async (
  ask: TokenAsk,
  party: TokenParty,
  operation: string,
  fields: Readonly<Record<string, string>>,
): Promise<TokenReply> => {
  const reply = await ask({
    operation,
    method: 'POST',
    url: party.endpoints.token,
    body: { kind: 'form', value: { ...credentials(party), ...fields } },
  });
  if (reply.kind === 'lost') return { kind: reply.sent ? 'lost' : 'not_sent' };
  return readTokens(reply.answer, party.now());
};

/** TikTok refuses with 200 at times, so the body is asked first and the status after it. */
const readTokens = (answer: RawAnswer, now: number): TokenReply => {
  const { status, headers, body } = answer;
  const unavailable: TokenReply = { kind: 'unavailable', status, retryAt: retryAfterOf(headers, now) };
  if (status >= 500 || status === 429) return unavailable;
  const no = refusalIn(body);
  if (no !== null) return no;
  const tokens = issued.safeParse(body);
  if (!tokens.success || status >= 300) return unavailable;
  const { access_token, refresh_token, expires_in, refresh_expires_in, scope } = tokens.data;
  return {
    kind: 'issued',
    tokens: {
      accessToken: access_token,
      refreshToken: refresh_token ?? null,
      renewableUntil: typeof refresh_expires_in === 'number' ? now + refresh_expires_in * 1_000 : null,
      expiresAt: typeof expires_in === 'number' ? now + expires_in * 1_000 : null,
      scopes: typeof scope === 'string' ? scope.split(/[,\s]+/).filter((name) => name !== '') : null,
    },
  };
};

const refusalIn = (body: unknown): (TokenReply & { kind: 'refused' }) | null => {
  const flat = refused.safeParse(body);
  if (flat.success) return refusal(flat.data.error, flat.data.error_description);
  const { data } = refusedInEnvelope.safeParse(body);
  return data === undefined || data.error.code === 'ok' ? null : refusal(data.error.code, data.error.message);
};

const refusal = (error: string, description: string): TokenReply & { kind: 'refused' } => ({
  kind: 'refused',
  error,
  description: evidence(description),
});

/** A code that TikTok never issued: a known app is told `invalid_grant`, an unknown one `invalid_client`. */
const inventedCode = 'ocma-connection-check';

/**
 * TikTok's tokens (OAuth user access token management): the access token lives two hours, the refresh token 180 days, and
 * each refresh replaces both.
 */
export const tokenProtocol = {
  exchange: (ask, party, { code, redirectUri, verifier }) =>
    requestTokens(ask, party, 'oauth.token', {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  refresh: async (ask, party, { refreshToken }) =>
    refreshToken === null
      ? refusal('invalid_grant', '')
      : await requestTokens(ask, party, 'oauth.refresh', {
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
        }),
  revoke: async (ask, party, { accessToken }) => {
    const reply = await ask({
      operation: 'oauth.revoke',
      method: 'POST',
      url: party.endpoints.revoke,
      body: { kind: 'form', value: { ...credentials(party), token: accessToken } },
    });
    if (reply.kind === 'lost') return false;
    const { status, body } = reply.answer;
    return status >= 200 && status < 300 && refusalIn(body) === null;
  },
  probe: (ask, party, redirectUri) =>
    requestTokens(ask, party, 'oauth.probe', {
      grant_type: 'authorization_code',
      code: inventedCode,
      redirect_uri: redirectUri,
      code_verifier: inventedCode.padEnd(43, '-'),
    }),
} satisfies TokenProtocol;
