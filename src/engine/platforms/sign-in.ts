import type { Endpoints } from '../../shared/models/account.ts';
import type { AccountHttp, CallResult, RawAnswer } from '../http/call.ts';
import type { AccountProfile } from './reading.ts';

/** How an account of a network is connected. */
export type SignIn = BrowserSignIn | PasswordSignIn;

interface AnySignIn {
  /** What is asked for. Those that were granted are stored, and features are gated by them (`Platform.scopesOf`). */
  readonly scopes: readonly string[];
  readonly renewal: Renewal;
  /** The server that the user names, where the network has many; absent where there is one. */
  readonly server?: ServerRule;
  /** How tokens are issued, renewed and ended, where that is not OAuth by the book (RFC 6749, 7009). */
  readonly protocol?: TokenProtocol;
  /**
   * The accounts that a sign-in gives, such as the Pages that a person manages; the user chooses among them. Absent where
   * it is the one that `profile` reads.
   */
  readonly accounts?: (http: AccountHttp) => Promise<CallResult<readonly SignedInAccount[]>>;
}

/** OAuth in the browser (RFC 6749, 7636, 8252, 9207). */
export interface BrowserSignIn extends AnySignIn {
  readonly kind: 'browser';
  readonly scopeSeparator: ' ' | ',';
  /** `S256_hex`: the digest in hexadecimal instead of base64url (TikTok). */
  readonly pkce: 'S256' | 'S256_hex' | 'none';
  readonly clientIdParameter: 'client_id' | 'client_key';
  /** `body`: id and secret as fields (RFC 6749, 2.3.1); `none_or_basic`: a public client, or HTTP Basic with the secret. */
  readonly clientAuthentication: 'none_or_basic' | 'body';
  /** How a request for tokens carries its fields; `form` by the book, and unless said. */
  readonly tokenBody?: 'form' | 'json';
  readonly redirect: RedirectRule;
  /** Further parameters of the consent page's address, such as `access_type=offline`. */
  readonly authorizeParameters: Readonly<Record<string, string>>;
  /** A client id that works where endpoints are overridden to loopback and no app was saved. */
  readonly loopbackClientId: string;
}

/** A name and a password made for apps, without a browser (Bluesky's app passwords). */
export interface PasswordSignIn extends AnySignIn {
  readonly kind: 'password';
  readonly protocol: TokenProtocol & { readonly signIn: NonNullable<TokenProtocol['signIn']> };
  /** What passwords for apps look like, to warn before an account's own password is used; and where they are made. */
  readonly password: { readonly pattern: RegExp; readonly madeAt: string };
}

/** Where the browser comes back to. */
export type RedirectRule =
  /**
   * A listener on this machine. `ports` are tried in turn where the network compares ports; empty: any free one. Some
   * networks know this machine only by the name `localhost`.
   */
  | {
      readonly kind: 'loopback';
      readonly host: '127.0.0.1' | 'localhost';
      readonly ports: readonly number[];
      readonly path: string;
    }
  /**
   * An https address that nobody serves for us: a window of the app catches the redirect before it loads, or the user
   * pastes the address. Where all endpoints are on this machine a loopback listener on `localhost` stands in for it.
   */
  | { readonly kind: 'intercept'; readonly address: string; readonly hosts: readonly string[] };

export type Renewal =
  /** By a refresh token (RFC 6749, 6), where one was issued. `rotates`: it is spent by use and replaced. */
  | { readonly kind: 'refresh_token'; readonly rotates: boolean }
  /** The access token renews itself while it is good, once it has this age; it is renewed while this much is left. */
  | { readonly kind: 'access_token'; readonly notBeforeMs: number; readonly whileLeftMs: number }
  /** Only by signing in again; tokens that do not end need nothing. */
  | { readonly kind: 'sign_in' };

/** A network with servers of many owners. */
export interface ServerRule {
  /** What the user types: the server's own name, or a handle that leads to it. */
  readonly typed: 'host' | 'handle';
  readonly example: string;
  /** Used where the user typed nothing; null where something must be typed. */
  readonly usual: string | null;
  /** Finds the server's endpoints. Not asked where endpoints are overridden. */
  locate(ask: TokenAsk, typed: string): Promise<LocatedServer>;
  /** Makes this app known there (RFC 7591 or the network's own way), where it takes apps without a person's approval. */
  register?(
    ask: TokenAsk,
    given: {
      readonly endpoints: Endpoints;
      readonly redirectUris: readonly string[];
      readonly scopes: readonly string[];
    },
  ): Promise<RegisteredApp>;
}

export type LocatedServer =
  | { readonly ok: true; readonly endpoints: Endpoints; readonly scopes?: readonly string[] }
  /** `not_found`: there is no such server, or it is of another kind. */
  | { readonly ok: false; readonly code: 'not_found' | 'network_unreachable' | 'unavailable' };

export type RegisteredApp =
  | { readonly ok: true; readonly clientId: string; readonly clientSecret: string | null }
  | {
      readonly ok: false;
      readonly code: 'network_unreachable' | 'unavailable' | 'rate_limited' | 'platform_changed';
    };

/** One request of signing in: no account's token goes along unless it is in it. Each is audited; nothing is retried. */
export interface TokenRequest {
  /** Names the audit row, such as `oauth.token`. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?:
    | { readonly kind: 'form'; readonly value: Readonly<Record<string, string>> }
    | { readonly kind: 'json'; readonly value: unknown };
}

export type TokenAnswerOnWire =
  | { readonly kind: 'answered'; readonly answer: RawAnswer }
  | { readonly kind: 'lost'; readonly sent: boolean };

export type TokenAsk = (request: TokenRequest) => Promise<TokenAnswerOnWire>;

/** The app that OCMA is at a network, and where. */
export interface TokenParty {
  readonly endpoints: Endpoints;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  readonly now: () => number;
}

/** What an account holds. */
export interface HeldTokens {
  readonly accessToken: string;
  /** What renews the access token, or what it was derived from; null where there is none. */
  readonly refreshToken: string | null;
}

/** Tokens by a network's own rules. None of these throws. */
export interface TokenProtocol {
  exchange?(
    ask: TokenAsk,
    party: TokenParty,
    given: { readonly code: string; readonly redirectUri: string; readonly verifier: string },
  ): Promise<TokenReply>;
  /** For `PasswordSignIn`. `factor`: the code that a first try asked for (`refused` with `needs_factor`). */
  signIn?(
    ask: TokenAsk,
    party: TokenParty,
    given: { readonly identifier: string; readonly password: string; readonly factor: string | null },
  ): Promise<TokenReply>;
  refresh?(ask: TokenAsk, party: TokenParty, held: HeldTokens): Promise<TokenReply>;
  /** False where the network did not take it, or could not be reached. */
  revoke?(ask: TokenAsk, party: TokenParty, held: HeldTokens): Promise<boolean>;
  /** Asks for tokens with a code that nobody issued: how it is refused tells whether the app is known. */
  probe?(ask: TokenAsk, party: TokenParty, redirectUri: string): Promise<TokenReply>;
}

/** Tokens as they were issued. */
export interface IssuedTokens {
  readonly accessToken: string;
  /** Null where the network sent none: an older one stays good. */
  readonly refreshToken: string | null;
  /** Epoch ms; null where the network did not say. */
  readonly expiresAt: number | null;
  /** Until when `refreshToken` is good, in epoch ms; left out where the network does not say. */
  readonly renewableUntil?: number | null;
  /** Null where the network did not say: then what was asked for was granted (RFC 6749, section 5.1). */
  readonly scopes: readonly string[] | null;
  /** Where this account's API is from now on, where the sign-in tells (a Bluesky account's own server). */
  readonly api?: string;
  /** Names who signed in, where the tokens tell (Google's id token); as `SignedInAccount.grantor`. */
  readonly grantor?: string | null;
}

/** What the token endpoint answered. Only `lost` may have spent a code or a refresh token. */
export type TokenReply =
  | { readonly kind: 'issued'; readonly tokens: IssuedTokens }
  /** A no in the words of OAuth (RFC 6749, section 5.2); `needs_factor`: a code that was sent to the user is wanted too. */
  | { readonly kind: 'refused'; readonly error: string; readonly description: string }
  /** An answer that is no answer: an outage, a limit, a page of somebody in between. */
  | { readonly kind: 'unavailable'; readonly status: number; readonly retryAt: number | null }
  | { readonly kind: 'lost' }
  | { readonly kind: 'not_sent' };

/** An account that a sign-in gives. */
export interface SignedInAccount {
  readonly profile: AccountProfile;
  /** A token of its own (a Page's); null where the sign-in's serves. */
  readonly accessToken: string | null;
  /** Epoch ms; null where that token does not end. Of no meaning without one. */
  readonly expiresAt: number | null;
  /** Names who signed in, the same for all accounts of one sign-in: access is revoked when the last of them goes. */
  readonly grantor: string | null;
  /** Why it cannot be connected, as a sentence; null where it can. */
  readonly unusable: string | null;
}

/** A hosted app that exchanges tokens, so that no secret is on this machine. None ships; a host may bring one. */
export interface TokenBroker {
  /** The app that it exchanges for at this network; null where it has none. */
  appOf(platform: string): { readonly clientId: string; readonly redirectUri: string | null } | null;
  exchange(
    platform: string,
    given: { readonly code: string; readonly redirectUri: string; readonly verifier: string },
  ): Promise<TokenReply>;
  refresh(platform: string, refreshToken: string): Promise<TokenReply>;
}
