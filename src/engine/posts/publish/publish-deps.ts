import type { AccountHttp } from '../../http/call.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { MediaHost, Ports } from '../../ports.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** What publishing needs; handed in by engine.ts. */
export interface PublishDeps {
  readonly ledger: Ledger;
  readonly ports: Pick<Ports, 'clock' | 'log' | 'random'>;
  readonly platformOf: (name: string) => Platform;
  readonly httpOf: (accountId: string) => AccountHttp;
  /** Path of a medium's bytes. */
  readonly mediaFile: (sha256: string) => string;
  /** Where media of a workspace can be fetched by its networks; null where no such place is set up. */
  readonly mediaHostOf: (workspaceId: WorkspaceId) => MediaHost | null;
}
