import type { AccountHttp } from '../../http/call.ts';
import type { ImageTarget } from '../../platforms/image-target.ts';
import type { UploadSource } from '../../platforms/publishing.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { MediaHost, Ports } from '../../ports.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** A copy of a picture. */
export interface RenderedPicture extends Pick<
  UploadSource,
  'sha256' | 'mimeType' | 'bytes' | 'width' | 'height'
> {
  readonly path: string;
}

/** What publishing needs; handed in by engine.ts. */
export interface PublishDeps {
  readonly ledger: Ledger;
  readonly ports: Pick<Ports, 'clock' | 'log' | 'random'>;
  readonly platformOf: (name: string) => Platform;
  readonly httpOf: (accountId: string) => AccountHttp;
  /** Path of a medium's bytes. */
  readonly mediaFile: (sha256: string) => string;
  /** The copy of a picture that fits a network; null where none can be made. */
  readonly renderPicture: (sha256: string, target: ImageTarget) => Promise<RenderedPicture | null>;
  /** Where media of a workspace can be fetched by its networks; null where no such place is set up. */
  readonly mediaHostOf: (workspaceId: WorkspaceId) => MediaHost | null;
}
