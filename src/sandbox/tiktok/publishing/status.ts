import { jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { accepted, invalidParam, refused } from '../api/answers.ts';
import type { Caller } from '../api/gate.ts';
import { privacyLevelsOf } from '../people/people.ts';
import type { Publication } from '../state.ts';
import type { TikTokWorld } from '../world.ts';
import { statusSchema } from './schemas.ts';

/** `POST /v2/post/publish/creator_info/query/`. */
export function readCreator({ baseUrl }: TikTokWorld, { person }: Caller): Answer {
  return accepted({
    creator_avatar_url: `${baseUrl()}/practice/avatars/${person.username}.png`,
    creator_username: person.username,
    creator_nickname: person.name,
    privacy_level_options: privacyLevelsOf(person),
    comment_disabled: person.commentDisabled,
    duet_disabled: person.duetDisabled,
    stitch_disabled: person.stitchDisabled,
    max_video_post_duration_sec: person.longestSeconds,
  });
}

/** `POST /v2/post/publish/status/fetch/`. Ids are integers there, larger than a number of JavaScript holds. */
export function readStatus(world: TikTokWorld, exchange: Exchange, { person }: Caller): Answer {
  const parsed = statusSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return invalidParam('publish_id');
  const publication = world.state.publications.get(parsed.data.publish_id);
  if (publication === undefined || publication.account !== person.id)
    return refused(400, 'invalid_publish_id', 'The publish_id does not exist.');
  return withNumbers(accepted(statusOf(publication, world.now())));
}

function statusOf(publication: Publication, now: number): object {
  const { kind, mode, arrived, chunks, chunkBytes, bytes, complete } = publication;
  const counts =
    kind === 'video'
      ? { uploaded_bytes: arrived >= chunks ? bytes : arrived * chunkBytes }
      : { downloaded_bytes: 0 };
  if (complete === null || now < complete.readyAt) {
    return { status: kind === 'video' ? 'PROCESSING_UPLOAD' : 'PROCESSING_DOWNLOAD', ...counts };
  }
  if (complete.failure !== null) return { status: 'FAILED', fail_reason: complete.failure, ...counts };
  if (complete.refusal !== null && now >= complete.visibleAt)
    return { status: 'FAILED', fail_reason: complete.refusal, ...counts };
  if (complete.postId === null && mode === 'inbox') return { status: 'SEND_TO_USER_INBOX', ...counts };
  const isTold = complete.privacy === 'PUBLIC_TO_EVERYONE' && now >= complete.visibleAt;
  return {
    status: 'PUBLISH_COMPLETE',
    publicaly_available_post_id: isTold && complete.postId !== null ? [complete.postId] : [],
    ...counts,
  };
}

/** Writes ids as numbers, which JSON may hold of any length. */
function withNumbers(answer: Answer): Answer {
  const { body } = answer;
  return typeof body === 'string'
    ? { ...answer, body: body.replaceAll(/"(\d{16,19})"(?=[\],])/g, '$1') }
    : answer;
}
