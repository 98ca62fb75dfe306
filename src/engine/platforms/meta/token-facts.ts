import { z } from 'zod';
import type { TokenAsk, TokenParty } from '../sign-in.ts';

const permissions = z.object({
  data: z.array(z.object({ permission: z.string(), status: z.string() })),
});

/** What the user granted and did not take back (`GET /me/permissions`); null where Graph did not tell. */
export const grantedPermissions = async (
  ask: TokenAsk,
  graph: string,
  accessToken: string,
): Promise<readonly string[] | null> => {
  const wire = await ask({
    operation: 'oauth.permissions',
    method: 'GET',
    url: `${graph}/me/permissions`,
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const read = wire.kind === 'answered' ? permissions.safeParse(wire.answer.body) : null;
  if (read?.success !== true) return null;
  return read.data.data.filter(({ status }) => status === 'granted').map(({ permission }) => permission);
};

const inspected = z.object({
  data: z.object({
    /** Seconds since 1970; 0 where it does not end. */
    expires_at: z.number().nonnegative().catch(0),
    scopes: z.array(z.string()).nullable().catch(null),
  }),
});

/** What Meta knows of a token. */
export interface TokenFacts {
  /** Epoch ms; null where it does not end. */
  readonly expiresAt: number | null;
  readonly scopes: readonly string[] | null;
}

/** Asks what Meta knows of a token, in the app's own name (`GET /debug_token`); null where it does not tell. */
export const inspectToken = async (
  ask: TokenAsk,
  { clientId, clientSecret }: TokenParty,
  graph: string,
  accessToken: string,
): Promise<TokenFacts | null> => {
  const wire = await ask({
    operation: 'oauth.inspect',
    method: 'GET',
    url: `${graph}/debug_token`,
    query: { input_token: accessToken, access_token: `${clientId}|${clientSecret ?? ''}` },
  });
  const read = wire.kind === 'answered' ? inspected.safeParse(wire.answer.body) : null;
  if (read?.success !== true) return null;
  const { expires_at: ends, scopes } = read.data.data;
  return { expiresAt: ends === 0 ? null : ends * 1_000, scopes };
};
