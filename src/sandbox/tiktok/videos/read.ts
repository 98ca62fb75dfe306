import { z } from 'zod';
import { jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { accepted, invalidParam } from '../api/answers.ts';
import type { Caller } from '../api/gate.ts';
import { tiktokPeople } from '../people/people.ts';
import type { Post } from '../state.ts';
import type { TikTokWorld } from '../world.ts';
import { gathered } from './growth.ts';

const fieldNames = [
  'id',
  'create_time',
  'cover_image_url',
  'share_url',
  'video_description',
  'duration',
  'height',
  'width',
  'title',
  'embed_html',
  'embed_link',
  'like_count',
  'comment_count',
  'share_count',
  'view_count',
  'is_aigc',
] as const;
const fieldsSchema = z.array(z.enum(fieldNames)).min(1);
const listSchema = z.strictObject({
  cursor: z.int().optional(),
  max_count: z.int().min(1).max(20).default(10),
});
const querySchema = z.strictObject({
  filters: z.strictObject({ video_ids: z.array(z.string()).min(1).max(20) }),
});

/** `POST /v2/video/list/`: public posts, newest first; the cursor is the instant that the next page is older than. */
export function listVideos(world: TikTokWorld, exchange: Exchange, { person }: Caller): Answer {
  const fields = fieldsOf(exchange);
  const wanted = listSchema.safeParse(jsonOf(exchange) ?? {});
  if (fields === undefined || !wanted.success) return invalidParam('fields, cursor or max_count');
  const { cursor, max_count: most } = wanted.data;
  const newest = world.now() - exchange.bend.lagListingsMs;
  const posts = world.state
    .postsBy(person.id)
    .filter(
      (post) => isShown(post, world.now()) && post.at <= newest && (cursor === undefined || post.at < cursor),
    );
  const shown = posts.slice(0, most);
  return accepted({
    videos: shown.map((post) => represented(world, post, fields)),
    cursor: shown.at(-1)?.at ?? cursor ?? newest,
    has_more: posts.length > most,
  });
}

/** `POST /v2/video/query/`: the caller's own public posts by their ids; others are left out. */
export function queryVideos(world: TikTokWorld, exchange: Exchange, { person }: Caller): Answer {
  const fields = fieldsOf(exchange);
  const wanted = querySchema.safeParse(jsonOf(exchange));
  if (fields === undefined || !wanted.success) return invalidParam('fields or filters');
  const posts = wanted.data.filters.video_ids.flatMap((id) => world.state.post(id) ?? []);
  const own = posts.filter((post) => post.author === person.id && isShown(post, world.now()));
  return accepted({ videos: own.map((post) => represented(world, post, fields)) });
}

function isShown({ isPublic, refused, visibleAt }: Post, now: number): boolean {
  return isPublic && !refused && now >= visibleAt;
}

function fieldsOf({ query }: Exchange): readonly string[] | undefined {
  return fieldsSchema.safeParse((query.get('fields') ?? '').split(',')).data;
}

function represented(world: TikTokWorld, post: Post, fields: readonly string[]): object {
  const sums = gathered(post, world.now());
  const address = `${world.baseUrl()}${pathOf(post)}`;
  const all: Record<string, unknown> = {
    id: post.id,
    create_time: Math.floor(post.at / 1_000),
    title: post.text,
    video_description: post.text,
    share_url: address,
    embed_link: address,
    duration: post.kind === 'video' ? 30 : 0,
    is_aigc: false,
    view_count: sums.impressions,
    like_count: sums.likes,
    comment_count: world.state.commentsUntil(post.id, world.now()),
    share_count: sums.reposts,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)));
}

/** Where a post is looked at. */
export function pathOf(post: Post): string {
  const kind = post.kind === 'photos' ? 'photo' : 'video';
  return `/tiktok/@${tiktokPeople.known(post.author).username}/${kind}/${post.id}`;
}
