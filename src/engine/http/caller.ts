import type { Endpoints } from '../../shared/models/account.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Failure } from './call.ts';

/** On whose behalf requests are made, as it stands at the moment of one call. */
export interface Caller {
  readonly workspaceId: WorkspaceId;
  /** Null while the account is still being connected. */
  readonly accountId: string | null;
  readonly platform: Platform;
  /** Where this account's requests go: what it was connected through. */
  readonly endpoints: Endpoints;
  /** Those are not the network's own, nor a server's that the user named; left out, any other API counts as such. */
  readonly custom?: boolean;
  readonly clientId: string;
  /** It is of the practice workspace, whose clock and failures mean nothing outside of it. */
  readonly practice: boolean;
  /** A token to send. `rejected` is one that the network has just refused: it is replaced, once. */
  token(rejected?: string): Promise<TokenAnswer>;
  /** Told where even a fresh token was refused. */
  tokenRefused(): void;
}

export type TokenAnswer =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly failure: Failure };

/** Where tokens come from: `oauth/tokens.ts`. */
export interface Tokens {
  /** A token that is good for some minutes at least, refreshed where needed. `rejected`: the network has just refused this one. */
  get(accountId: string, rejected?: string): Promise<TokenAnswer>;
  /** The network refuses even a fresh token: the account needs its user. */
  refused(accountId: string): void;
}
