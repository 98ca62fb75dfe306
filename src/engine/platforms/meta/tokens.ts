import type { IssuedTokens, TokenAsk, TokenParty, TokenProtocol, TokenReply } from '../sign-in.ts';
import { grantedPermissions, inspectToken } from './token-facts.ts';
import { readGrant } from './token-answers.ts';
import type { MetaGrant, MetaGrantReply } from './token-answers.ts';

/** Where one of Meta's products issues tokens, and in which words. Meta's tokens need the app's secret. */
export interface MetaTokenRules {
  /** How a code is exchanged at the `token` endpoint. */
  readonly exchange: 'GET' | 'POST';
  /** The exchange of the first token, good for an hour or two, for one of 60 days. */
  readonly longLived: {
    readonly grantType: 'fb_exchange_token' | 'ig_exchange_token' | 'th_exchange_token';
    readonly address: (party: TokenParty) => string;
  };
  /** How a token of 60 days is renewed by itself; null where nothing renews it (Facebook). */
  readonly renewal: {
    readonly grantType: 'ig_refresh_token' | 'th_refresh_token';
    readonly address: (party: TokenParty) => string;
  } | null;
  /** The address at which permissions are read and taken back, and tokens inspected; null where there is none. */
  readonly graph: ((party: TokenParty) => string) | null;
}

/**
 * Tokens by Meta's rules: a code is exchanged for a token of an hour or two, and that for one of 60 days. The token of 60
 * days is kept beside the one that calls carry, since everything else derives from it and only it takes access back.
 *
 * Where an app asks for `appsecret_proof`, Graph says so in its error: OCMA sends none, the setting is to be off.
 */
export const metaTokens = (rules: MetaTokenRules): TokenProtocol => ({
  async exchange(ask, party, { code, redirectUri }) {
    const first = await byCode(rules, ask, party, { code, redirectUri });
    if (first.kind !== 'granted') return first;
    const long = await forLong(rules, ask, party, first.grant);
    if (long.kind !== 'granted') return long;
    const { accessToken } = long.grant;
    const graph = rules.graph?.(party) ?? null;
    const facts =
      long.grant.expiresAt === null && graph !== null
        ? await inspectToken(ask, party, graph, accessToken)
        : null;
    const granted = graph === null ? null : await grantedPermissions(ask, graph, accessToken);
    return issued({
      accessToken,
      refreshToken: rules.renewal === null ? accessToken : null,
      expiresAt: long.grant.expiresAt ?? facts?.expiresAt ?? null,
      scopes: granted ?? first.grant.scopes ?? facts?.scopes ?? null,
    });
  },
  async refresh(ask, party, held) {
    const { renewal } = rules;
    // What Facebook's tokens derive from ends with them: only the user can sign in again.
    if (renewal === null) return refused('invalid_grant', 'Only signing in again renews this access.');
    const wire = await ask({
      operation: 'oauth.token',
      method: 'GET',
      url: renewal.address(party),
      query: { grant_type: renewal.grantType, access_token: held.accessToken },
    });
    const reply = readGrant(wire, party.now());
    return reply.kind === 'granted' ? issued({ ...reply.grant, refreshToken: null }) : reply;
  },
  async revoke(ask, party, held) {
    const graph = rules.graph?.(party) ?? null;
    if (graph === null) return false;
    const wire = await ask({
      operation: 'oauth.revoke',
      method: 'DELETE',
      url: `${graph}/me/permissions`,
      headers: { authorization: `Bearer ${held.refreshToken ?? held.accessToken}` },
    });
    return wire.kind === 'answered' && wire.answer.status >= 200 && wire.answer.status < 300;
  },
  async probe(ask, party, redirectUri) {
    const reply = await byCode(rules, ask, party, { code: 'none', redirectUri });
    return reply.kind === 'granted' ? issued({ ...reply.grant, refreshToken: null }) : reply;
  },
});

const byCode = async (
  rules: MetaTokenRules,
  ask: TokenAsk,
  party: TokenParty,
  { code, redirectUri }: { readonly code: string; readonly redirectUri: string },
): Promise<MetaGrantReply> => {
  const { clientId, clientSecret, endpoints, now } = party;
  // Without a secret Meta says itself that one is missing.
  const secret = clientSecret === null ? {} : { client_secret: clientSecret };
  const given = { client_id: clientId, ...secret, redirect_uri: redirectUri, code };
  const wire = await ask(
    rules.exchange === 'GET'
      ? { operation: 'oauth.token', method: 'GET', url: endpoints.token, query: given }
      : {
          operation: 'oauth.token',
          method: 'POST',
          url: endpoints.token,
          body: { kind: 'form', value: { ...given, grant_type: 'authorization_code' } },
        },
  );
  return readGrant(wire, now());
};

const forLong = async (
  { longLived: { grantType, address } }: MetaTokenRules,
  ask: TokenAsk,
  party: TokenParty,
  { accessToken }: MetaGrant,
): Promise<MetaGrantReply> => {
  const secret = party.clientSecret === null ? {} : { client_secret: party.clientSecret };
  const wire = await ask({
    operation: 'oauth.token',
    method: 'GET',
    url: address(party),
    query:
      grantType === 'fb_exchange_token'
        ? { grant_type: grantType, client_id: party.clientId, ...secret, fb_exchange_token: accessToken }
        : { grant_type: grantType, ...secret, access_token: accessToken },
  });
  return readGrant(wire, party.now());
};

const issued = (tokens: IssuedTokens): TokenReply => ({ kind: 'issued', tokens });

const refused = (error: string, description: string) => ({ kind: 'refused', error, description }) as const;
