import type { PlatformApi } from '../platform.ts';
import { videoUrl } from './wire/addresses.ts';
import { askSession, readHandle } from './wire/session.ts';
import { publishTimeOf } from './wire/video.ts';

/**
 * Asks the upload session what became of it. While it is not complete there is no video, and completing it makes one at
 * most. A session that Google no longer knows proves nothing: it may have ended after the video was made.
 */
export const probe: NonNullable<PlatformApi['probe']> = async (http, { account, handle }) => {
  const session = readHandle(handle);
  if (session?.kind !== 'session') return { state: 'forgotten' };
  const result = await askSession(http, session);
  if (!result.ok) {
    const { failure } = result;
    const gone = failure.status === 404 || failure.status === 410;
    return gone ? { state: 'forgotten' } : { state: 'failed', failure };
  }
  if (result.data.kind === 'incomplete') return { state: 'absent' };
  const { id, status } = result.data.video;
  return publishTimeOf(status) === null
    ? { state: 'present', remoteId: id, url: videoUrl(account.webOrigin, id) }
    : { state: 'scheduled', scheduledId: id };
};
