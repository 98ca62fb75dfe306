import type { Change } from '../../shared/models/event.ts';
import type { Database } from '../db/database.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Ports } from '../ports.ts';
import type { NewId } from '../system/ids.ts';
import type { Vault } from '../vault/vault.ts';
import type { TokenAccount } from './account-tokens.ts';

/** What handing out tokens and renewing them needs. */
export interface TokensDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'fetch' | 'log' | 'host' | 'tokenBroker'>;
  readonly vault: Vault;
  readonly findPlatform: (name: string) => Platform | undefined;
  readonly newId: NewId;
  readonly emit: (change: Change) => void;
  /** Told, in the transaction, that an account has lost its access and needs its user. */
  readonly onLost?: (account: Pick<TokenAccount, 'id' | 'workspaceId'>, problemCode: string) => void;
}
