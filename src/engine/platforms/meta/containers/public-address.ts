import type { Failure } from '../../../http/call.ts';
import type { UploadSource } from '../../publishing.ts';

/** Where Meta can fetch a medium; a failure where there is no such place. Meta takes addresses in ASCII alone. */
export const publicAddress = async (
  source: Pick<UploadSource, 'publicUrl'>,
): Promise<
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly failure: Failure }
> => {
  const placed = await source.publicUrl();
  if (placed === null) return { ok: false, failure: noPlace };
  return placed.ok ? { ok: true, url: new URL(placed.url).href } : placed;
};

const noPlace: Failure = {
  code: 'media_invalid',
  reach: 'not_sent',
  retryAt: null,
  detail: 'No place is set up from which the network can fetch pictures and videos.',
  status: null,
};
