import type { AccountHttp } from '../../http/call.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { Ports } from '../../ports.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** What publishing needs; handed in by engine.ts. */
export interface PublishDeps {
  readonly ledger: Ledger;
  readonly ports: Pick<Ports, 'clock' | 'log' | 'random'>;
  readonly platformOf: (name: string) => Platform;
  readonly httpOf: (accountId: string) => AccountHttp;
  /** Path of a medium's bytes. */
  readonly mediaFile: (sha256: string) => string;
}
