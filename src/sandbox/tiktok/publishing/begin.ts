import { randomBytes, randomInt } from 'node:crypto';
import type { z } from 'zod';
import { jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { accepted, invalidParam, refused } from '../api/answers.ts';
import type { Caller } from '../api/gate.ts';
import { privacyLevelsOf } from '../people/people.ts';
import type { Person } from '../people/people.ts';
import type { TikTokWorld } from '../world.ts';
import { directVideoSchema, draftVideoSchema } from './schemas.ts';
import type { begunSchema } from './schemas.ts';

const dayMs = 86_400_000;
const smallestChunk = 5_000_000;
const largestWhole = 67_108_864;

type FileUpload = z.infer<typeof draftVideoSchema>['source_info'];

/** `POST /v2/post/publish/video/init/`: a post that goes out when its last byte has arrived. */
export function beginDirect(world: TikTokWorld, exchange: Exchange, { person }: Caller): Answer {
  const parsed = directVideoSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return invalidParam(parsed.error.issues[0]?.message ?? '');
  const { post_info: info, source_info: source } = parsed.data;
  const no = audienceRefusal(world, person, info) ?? cutRefusal(source);
  if (no !== undefined) return no;
  return begin(world, exchange, person, 'v_pub_file~v2-1', {
    ...cutOf(source),
    mode: 'direct',
    kind: 'video',
    privacy: info.privacy_level,
    text: info.title,
  });
}

/** `POST /v2/post/publish/inbox/video/init/`: a draft that the creator finishes. */
export function beginDraft(world: TikTokWorld, exchange: Exchange, { person }: Caller): Answer {
  const parsed = draftVideoSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return invalidParam(parsed.error.issues[0]?.message ?? '');
  const { source_info: source } = parsed.data;
  const no = draftRefusal(world, person) ?? cutRefusal(source);
  if (no !== undefined) return no;
  return begin(world, exchange, person, 'v_inbox_file~v2', {
    ...cutOf(source),
    mode: 'inbox',
    kind: 'video',
    privacy: null,
    text: '',
  });
}

interface Audience {
  readonly privacy_level?: string | undefined;
  readonly brand_content_toggle: boolean;
}

/** Why this creator may not post so. */
export function audienceRefusal(
  { state, switches, now }: TikTokWorld,
  person: Person,
  { privacy_level: level, brand_content_toggle: branded }: Audience,
): Answer | undefined {
  const { audited, postsADay } = switches.now;
  if (level === undefined) return invalidParam('privacy_level is required');
  if (!audited && (level !== 'SELF_ONLY' || !person.isPrivate)) {
    return refused(
      403,
      'unaudited_client_can_only_post_to_private_accounts',
      'Please review our integration guidelines at https://developers.tiktok.com/doc/content-sharing-guidelines/',
    );
  }
  if (!privacyLevelsOf(person).includes(level))
    return refused(400, 'privacy_level_option_mismatch', 'Please check the privacy level.');
  if (branded && level === 'SELF_ONLY')
    return invalidParam('Branded content visibility cannot be set to private.');
  const posts = state
    .since(person.id, now() - dayMs)
    .filter(({ mode, complete }) => mode === 'direct' && complete);
  return posts.length >= postsADay
    ? refused(
        403,
        'spam_risk_too_many_posts',
        'The daily post cap from the API is reached for the current user.',
      )
    : undefined;
}

/** A creator has only so many drafts that wait. */
export function draftRefusal({ state, switches, now }: TikTokWorld, person: Person): Answer | undefined {
  const waiting = state
    .since(person.id, now() - dayMs)
    .filter(
      ({ mode, complete }) => mode === 'inbox' && complete?.failure === null && complete.postId === null,
    );
  return waiting.length >= switches.now.pendingDrafts
    ? refused(
        403,
        'spam_risk_too_many_pending_share',
        'There are too many pending shares in the last 24 hours.',
      )
    : undefined;
}

/** Whether the cut follows the rules of the Media Transfer Guide. */
function cutRefusal({
  video_size: size,
  chunk_size: chunk,
  total_chunk_count: count,
}: FileUpload): Answer | undefined {
  if (count === 1 && chunk === size) {
    return size <= largestWhole ? undefined : invalidParam('The chunk size is invalid');
  }
  if (chunk < smallestChunk || chunk > largestWhole) return invalidParam('The chunk size is invalid');
  return count === Math.floor(size / chunk) ? undefined : invalidParam('The total chunk count is invalid');
}

function cutOf(source: FileUpload): { bytes: number; chunkBytes: number; chunks: number } {
  return { bytes: source.video_size, chunkBytes: source.chunk_size, chunks: source.total_chunk_count };
}

/** Writes a publication down; nothing is made of it yet. */
function begin(
  world: TikTokWorld,
  exchange: Exchange,
  person: Person,
  prefix: string,
  about: Omit<z.infer<typeof begunSchema>, 'token'>,
): Answer {
  const token = randomBytes(24).toString('base64url');
  const id = begun(world, exchange, person, prefix, { ...about, token });
  const address = new URL(`${world.baseUrl()}/tiktok/video/`);
  address.searchParams.set('upload_id', id);
  address.searchParams.set('upload_token', token);
  return accepted({ publish_id: id, upload_url: address.href });
}

/** The id of a publication that was begun. */
export function begun(
  { journal, state }: TikTokWorld,
  exchange: Exchange,
  person: Person,
  prefix: string,
  detail: z.infer<typeof begunSchema>,
): string {
  const id = `${prefix}.${randomInt(10 ** 8, 10 ** 9)}${randomInt(10 ** 8, 10 ** 9)}`;
  state.apply(
    journal.append({
      network: 'tiktok',
      operation: 'containers.create',
      account: person.id,
      id,
      text: detail.text === '' ? null : detail.text,
      inReplyTo: null,
      media: [],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail,
    }),
  );
  return id;
}
