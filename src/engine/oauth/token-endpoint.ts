import type { Platform } from '../platforms/platform.ts';
import type { HeldTokens, TokenBroker, TokenParty, TokenReply } from '../platforms/sign-in.ts';
import type { Endpoints } from '../../shared/models/account.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import { createBookEndpoint, usualRules } from './book-endpoint.ts';
import { configOf, resolveApp } from './network-config.ts';
import type { ResolvedApp } from './network-config.ts';
import { createTokenAsk } from './token-ask.ts';
import type { AskDeps } from './token-ask.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';

/** Who asks, on whose behalf, where. */
export interface Party extends ResolvedApp {
  readonly workspaceId: WorkspaceId;
  readonly accountId: string | null;
  readonly platform: Platform;
  readonly endpoints: Endpoints;
}

/** The app that an account or a flow was begun with. */
export interface AppParty extends Omit<Party, keyof ResolvedApp> {
  readonly clientId: string;
}

/** How tokens are had at one network for one app: by the book, by the network's own protocol, or through a broker. */
export interface TokenEndpoint {
  exchange(given: {
    readonly code: string;
    readonly redirectUri: string;
    readonly verifier: string;
  }): Promise<TokenReply>;
  /** For networks that are signed in to by a password. */
  signIn(given: {
    readonly identifier: string;
    readonly password: string;
    readonly factor: string | null;
  }): Promise<TokenReply>;
  refresh(held: HeldTokens): Promise<TokenReply>;
  /** False where the network did not take it, or could not be reached. Never throws. */
  revoke(held: {
    readonly accessToken: string | null;
    readonly refreshToken: string | null;
  }): Promise<boolean>;
  /** Asks for tokens with a code that nobody issued: how it is refused tells whether the app is known. */
  probe(redirectUri: string): Promise<TokenReply>;
}

/** Nothing of the kind can be asked of this network. */
const impossible: TokenReply = { kind: 'refused', error: 'unsupported_grant_type', description: '' };

export function createTokenEndpoint(
  deps: AskDeps & { readonly ports: { readonly tokenBroker?: TokenBroker } },
  party: Party,
): TokenEndpoint {
  const { platform, workspaceId, accountId, endpoints, clientId, clientSecret } = party;
  const { signIn } = platform;
  const { protocol = {} } = signIn;
  const asker = { workspaceId, accountId, platform: platform.name };
  const ask = createTokenAsk(deps, asker);
  const book = createBookEndpoint(deps, {
    ...asker,
    endpoints,
    clientId,
    clientSecret,
    rules: signIn.kind === 'browser' ? signIn : usualRules,
  });
  const own: TokenParty = { endpoints, clientId, clientSecret, now: () => deps.ports.clock.now() };
  const broker = party.brokered === true ? deps.ports.tokenBroker : undefined;
  const challenged = signIn.kind === 'browser' && signIn.pkce !== 'none';

  return {
    async exchange(given) {
      if (broker !== undefined) return await broker.exchange(platform.name, given);
      if (protocol.exchange !== undefined) return await protocol.exchange(ask, own, given);
      return await book.exchange({ ...given, verifier: challenged ? given.verifier : null });
    },
    signIn: async (given) => (await protocol.signIn?.(ask, own, given)) ?? impossible,
    async refresh(held) {
      if (broker !== undefined && signIn.renewal.kind === 'refresh_token')
        return await broker.refresh(platform.name, held.refreshToken ?? held.accessToken);
      if (protocol.refresh !== undefined) return await protocol.refresh(ask, own, held);
      return held.refreshToken === null ? impossible : await book.refresh(held.refreshToken);
    },
    async revoke({ accessToken, refreshToken }) {
      if (accessToken === null && refreshToken === null) return true;
      if (protocol.revoke !== undefined)
        return await protocol.revoke(ask, own, { accessToken: accessToken ?? '', refreshToken });
      // What a password gave is ended by the network's own way alone.
      if (signIn.kind === 'password') return false;
      return await book.revoke({ ...(accessToken !== null && { accessToken }), refreshToken });
    },
    async probe(redirectUri) {
      if (protocol.probe !== undefined) return await protocol.probe(ask, own, redirectUri);
      if (protocol.exchange !== undefined) {
        const given = { code: 'ocma-test', redirectUri, verifier: 'ocma-test'.repeat(6) };
        return await protocol.exchange(ask, own, given);
      }
      return await book.probe(redirectUri, challenged);
    },
  };
}

/** The endpoint for the app of this id, with what the app proves itself by today. Throws `vault_locked`. */
export async function tokenEndpointOf(
  deps: AskDeps & { readonly vault: Vault; readonly ports: Pick<Ports, 'tokenBroker'> },
  party: AppParty,
): Promise<TokenEndpoint> {
  const { workspaceId, platform, endpoints, clientId } = party;
  const app = await resolveApp(configOf(deps), workspaceId, platform, endpoints, clientId);
  return createTokenEndpoint(deps, { ...party, ...(app ?? { clientId, clientSecret: null }) });
}
