import type { Exchange } from '../exchange.ts';
import { followersAt } from '../growth/followers.ts';
import { gathered } from '../growth/growth.ts';
import type { Gathered, Growing } from '../growth/growth.ts';
import { avatarPath } from '../people/avatar.ts';
import { fieldsOf, only } from '../meta/edge.ts';
import { facebookPages, nameOf } from './pages.ts';
import type { Page } from './pages.ts';
import { appearsAt } from './state.ts';
import type { Comment, Post, Video } from './state.ts';
import type { FacebookWorld } from './world.ts';

/** A time as Graph writes it. */
export const graphTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');

/** A post as far as its numbers depend on it. */
export function growing(post: Post): Growing {
  return {
    id: post.id,
    text: post.text,
    at: appearsAt(post),
    isReply: false,
    hasMedia: post.media.length > 0,
    hasLink: post.link !== null || /https?:\/\//.test(post.text),
    hashtags: [...post.text.matchAll(/#\p{L}+/gu)].length,
  };
}

/** What a post has gathered by now. */
export function sumsOf(world: FacebookWorld, post: Post): Gathered {
  return gathered(growing(post), facebookPages.known(post.author), world.now());
}

/** The comments under a post that are there by now, newest first. */
export function commentsUntil(world: FacebookWorld, postId: string): readonly Comment[] {
  return world.state
    .commentsOn(postId)
    .filter(({ at }) => at <= world.now())
    .reverse();
}

export function pagePath(page: string): string {
  return `/facebook/${page}`;
}

/** The path of a post's own page. */
export function postPath(id: string): string {
  const [page = '', number = ''] = id.split('_');
  return `${pagePath(page)}/posts/${number}`;
}

/** The fields of a Page that were asked for. */
export function representPage(world: FacebookWorld, exchange: Exchange, page: Page): object {
  const origin = world.origin();
  const followers = followersAt(page, world.now());
  return only(
    {
      id: page.id,
      name: page.name,
      username: page.username,
      link: `${origin}${pagePath(page.id)}`,
      about: page.about,
      followers_count: followers,
      fan_count: Math.floor(followers * 0.93),
      verification_status: 'not_verified',
      is_published: true,
      can_post: true,
      picture: {
        data: { height: 200, width: 200, is_silhouette: false, url: `${origin}${avatarPath(page)}` },
      },
    },
    fieldsOf(exchange, ['name']),
  );
}

/** The fields of a post that were asked for. */
export function representPost(world: FacebookWorld, exchange: Exchange, post: Post): object {
  const sums = sumsOf(world, post);
  const waiting = appearsAt(post) > world.now();
  const shares = sums.reposts + sums.quotes;
  return only(
    {
      id: post.id,
      message: post.text === '' ? undefined : post.text,
      created_time: graphTime(waiting ? post.at : appearsAt(post)),
      permalink_url: `${world.origin()}${postPath(post.id)}`,
      is_published: !waiting,
      scheduled_publish_time: post.scheduledFor === null ? undefined : Math.floor(post.scheduledFor / 1_000),
      status_type: statusType(post),
      from: { id: post.author, name: nameOf(post.author) },
      attachments: attachmentsOf(world, post),
      shares: shares === 0 ? undefined : { count: shares },
      reactions: { data: [], summary: { total_count: sums.likes } },
      comments: { data: [], summary: { total_count: commentsUntil(world, post.id).length } },
      tagged_time: post.tags === null ? undefined : graphTime(post.at),
    },
    fieldsOf(exchange, ['message', 'created_time']),
  );
}

function statusType({ kind, media }: Post): string {
  if (kind === 'video' || kind === 'reel') return 'added_video';
  return media.length > 0 ? 'added_photos' : 'mobile_status_update';
}

function attachmentsOf({ state }: FacebookWorld, { media, link }: Post): object | undefined {
  const [first] = media;
  if (first === undefined) return link === null ? undefined : { data: [{ media_type: 'link', url: link }] };
  const one = (id: string): object => ({
    media_type: state.videos.has(id) ? 'video' : 'photo',
    target: { id },
  });
  return media.length === 1
    ? { data: [one(first)] }
    : { data: [{ media_type: 'album', subattachments: { data: media.map(one) } }] };
}

/** The fields of a comment that were asked for; who wrote it is told with the permission only. */
export function representComment(
  world: FacebookWorld,
  exchange: Exchange,
  comment: Comment,
  tellsAuthors: boolean,
): object {
  const isPage = facebookPages.practicePeople.some(({ id }) => id === comment.author);
  return only(
    {
      id: comment.id,
      message: comment.text,
      created_time: graphTime(comment.at),
      permalink_url: `${world.origin()}${postPath(comment.post)}?comment_id=${comment.id.split('_').at(-1) ?? ''}`,
      parent: comment.parent === null ? undefined : { id: comment.parent },
      from: tellsAuthors || isPage ? { id: comment.author, name: nameOf(comment.author) } : undefined,
      like_count: 0,
    },
    fieldsOf(exchange, ['message', 'created_time', 'from']),
  );
}

/** The fields of a video that were asked for. */
export function representVideo(world: FacebookWorld, exchange: Exchange, video: Video): object {
  const now = world.now();
  const { final } = video;
  const post = video.postId === null ? undefined : world.state.post(video.postId);
  const isReady = final !== null && final.failure === null && now >= final.readyAt;
  const hasFailed = final !== null && final.failure !== null && now >= final.readyAt;
  const isOut = post !== undefined && isReady && now >= appearsAt(post);
  const scheduledFor = post?.scheduledFor ?? null;
  const publishStatus = isOut ? 'published' : scheduledFor === null ? 'draft' : 'scheduled';
  const videoStatus =
    final === null ? 'upload_complete' : hasFailed ? 'error' : isReady ? 'ready' : 'processing';
  return only(
    {
      id: video.id,
      created_time: graphTime(video.at),
      post_id: isOut ? post.id.split('_').at(-1) : undefined,
      permalink_url: isOut ? `/facebook/${video.page}/posts/${post.id.split('_').at(-1) ?? ''}` : undefined,
      published: isOut,
      scheduled_publish_time: scheduledFor === null || isOut ? undefined : graphTime(scheduledFor),
      description: post?.text,
      status: {
        video_status: videoStatus,
        uploading_phase: {
          status: final === null ? 'in_progress' : 'complete',
          bytes_transfered: video.received,
        },
        processing_phase: hasFailed
          ? { status: 'error', errors: [{ code: 1_363_008, message: final.failure }] }
          : { status: final === null ? 'not_started' : isReady ? 'complete' : 'in_progress' },
        publishing_phase: {
          status: isOut ? 'complete' : 'not_started',
          ...(post !== undefined && { publish_status: publishStatus }),
        },
      },
    },
    fieldsOf(exchange, ['description', 'created_time']),
  );
}
