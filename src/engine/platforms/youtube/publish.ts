import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { PublishAnswer, PublishPart } from '../publishing.ts';
import { finish } from './finish.ts';
import { videoOf } from './media.ts';
import { publishComment } from './publish-comment.ts';
import { noSession, noVideo, notComplete, shortFile } from './upload-failures.ts';
import { askSession, pieceBytes, readHandle, sendLastPiece, sendPiece } from './wire/session.ts';

/** Completes the upload that was staged, or writes a comment under the video. */
export const publish: PlatformApi['publish'] = (http, part) =>
  part.role === 'post' ? publishVideo(http, part) : publishComment(http, part);

/**
 * Sends what is missing of the file. The session is asked first: it makes one video whatever happens, so where it is
 * complete already that is the answer.
 */
const publishVideo = async (http: AccountHttp, part: PublishPart): Promise<CallResult<PublishAnswer>> => {
  const video = videoOf(part.media);
  if (video === undefined) return { ok: false, failure: noVideo };
  const session = readHandle(part.handle);
  if (session?.kind !== 'session') return { ok: false, failure: noSession };
  let position = await askSession(http, session);
  while (position.ok && position.data.kind === 'incomplete') {
    const { stored } = position.data;
    const missing = session.bytes - stored;
    const wanted = Math.min(pieceBytes, missing);
    const bytes = await video.read(stored, wanted);
    if (bytes.length !== wanted || wanted === 0) return { ok: false, failure: shortFile };
    const piece = { at: stored, bytes, mimeType: video.mimeType };
    if (wanted < missing) {
      position = await sendPiece(http, session, piece);
      continue;
    }
    position = await sendLastPiece(http, session, piece);
    if (position.ok && position.data.kind === 'incomplete') return { ok: false, failure: notComplete };
  }
  if (!position.ok || position.data.kind === 'incomplete') {
    return { ok: false, failure: position.ok ? notComplete : position.failure };
  }
  return { ...position, data: await finish(http, part, position.data.video) };
};
