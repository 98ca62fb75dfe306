import type { AccountHttp, Failure } from '../../http/call.ts';
import type { UploadContext, UploadProgress, UploadResult, UploadSource } from '../publishing.ts';

/** One upload: what, for whom, and where it is saved how far it came. */
export interface Run {
  readonly http: AccountHttp;
  readonly source: UploadSource;
  readonly context: UploadContext;
}

/** How long a medium that is complete may be used, in milliseconds; LinkedIn names no end. */
export const mediaLifeMs = 86_400_000;

/** An upload whose addresses end sooner than this is begun anew. */
export const expiryMarginMs = 10 * 60_000;

/** How long to wait before LinkedIn is asked again, in milliseconds. */
export const askAgainMs = 10_000;

/** How far an upload came, with the state of this network's own in `remoteId`. */
export const progressOf = (
  state: object,
  given: { readonly nextOffset: number; readonly finalized: boolean; readonly expiresAt: number },
): UploadProgress => ({ ...given, remoteId: JSON.stringify(state), altTextSet: true });

/** An upload that failed. */
export const failed = (failure: Failure): UploadResult => ({ state: 'failed', failure });

/** The file changed while it was read. */
export const shortFile: Failure = {
  code: 'media_invalid',
  reach: 'not_sent',
  retryAt: null,
  detail: 'The file is shorter than it was.',
  status: null,
};

/** LinkedIn could not process the file. */
export const unprocessed = (reason: string): Failure => ({
  code: 'media_invalid',
  reach: 'refused',
  retryAt: null,
  detail: reason,
  status: 200,
});

/** Whether LinkedIn no longer knows an upload that was begun before. */
export const isForgotten = (result: UploadResult): boolean =>
  result.state === 'failed' &&
  result.failure.reach === 'refused' &&
  [400, 403, 404, 410].includes(result.failure.status ?? 0);
