import type { PlatformApi } from '../platform.ts';
import type { ProbeResult, SentPart } from '../settling.ts';
import { chunkAt } from './chunks.ts';
import { failureOf, isTikToksFault } from './fail-reasons.ts';
import { readHandle } from './handle.ts';
import type { Handle, VideoHandle } from './handle.ts';
import { pagesOf } from './practice-endpoints.ts';
import { publicAddress } from './public-address.ts';
import { calls } from './wire/calls.ts';
import type { PublicationStatus } from './wire/calls.ts';

/** A public post gets its id when it has been looked through, mostly within a minute; so long it is waited for. */
const idWaitMs = 2 * 60_000;

/** So long TikTok takes bytes for an upload. */
const uploadLifeMs = 3_600_000;

/** Asks what became of a publication (POST /v2/post/publish/status/fetch/), which TikTok says with authority. */
export const probe: NonNullable<PlatformApi['probe']> = async (http, sent, { now }) => {
  const handle = readHandle(sent.handle);
  if (handle === null || handle.publishId === null) return { state: 'forgotten' };
  const asked = await calls.status(http, handle.publishId);
  if (!asked.ok) {
    const { reach, status, code } = asked.failure;
    const isUnknown = reach === 'refused' && (status === 400 || status === 404) && code !== 'scope_missing';
    return isUnknown ? { state: 'forgotten' } : { state: 'failed', failure: asked.failure };
  }
  return read(asked.data.data, {
    handle,
    sent,
    age: now() - sent.sendingAt,
    now: now(),
    pages: pagesOf(http.endpoints.authorize),
  });
};

interface Asked {
  readonly handle: Handle;
  readonly sent: SentPart;
  /** Milliseconds since the send. */
  readonly age: number;
  readonly now: number;
  readonly pages: string;
}

const read = (publication: PublicationStatus, asked: Asked): ProbeResult => {
  const { handle, age } = asked;
  const { status, fail_reason: reason, publicaly_available_post_id: ids } = publication;
  switch (status) {
    case 'SEND_TO_USER_INBOX':
      return { state: 'handed_over' };
    case 'PUBLISH_COMPLETE': {
      const id = ids?.[0];
      if (id !== undefined) return { state: 'present', remoteId: id, url: addressOf(id, asked) };
      const isPublic = handle.privacy === 'PUBLIC_TO_EVERYONE';
      return isPublic && age < idWaitMs ? waiting(asked) : { state: 'present', remoteId: null, url: null };
    }
    case 'FAILED':
      return isTikToksFault(reason ?? '')
        ? { state: 'expired' }
        : { state: 'refused', failure: failureOf(reason ?? '') };
    case 'PROCESSING_UPLOAD':
      return handle.kind === 'video' ? uploading(publication, handle, asked) : waiting(asked);
    default:
      return waiting(asked);
  }
};

/** All bytes there: it is at work. Else the last chunk did not arrive, and goes again while TikTok takes it. */
const uploading = (
  { uploaded_bytes: arrived }: PublicationStatus,
  { plan, closed }: VideoHandle,
  asked: Asked,
): ProbeResult => {
  if (typeof arrived !== 'number') {
    return closed && asked.age > uploadLifeMs ? { state: 'expired' } : waiting(asked);
  }
  if (arrived >= plan.videoBytes) return waiting(asked);
  const isShort = arrived < chunkAt(plan, plan.count - 1).offset;
  return { state: closed || isShort ? 'expired' : 'absent' };
};

/** TikTok works for seconds mostly and for hours at worst; it allows 30 questions a minute. */
const waiting = ({ age, now }: Asked): ProbeResult => {
  const seconds = age < 60_000 ? 5 : age < 600_000 ? 30 : age < 3_600_000 ? 120 : 600;
  return { state: 'processing', askAt: now + seconds * 1_000 };
};

const addressOf = (id: string, { handle: { kind }, sent: { account }, pages }: Asked): string | null =>
  publicAddress({ account, pages, kind, id });
