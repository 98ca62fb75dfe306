import { z } from 'zod';
import type { Answer, Exchange } from '../../exchange.ts';
import { followersAt } from '../../growth/followers.ts';
import { accepted, invalidParam, scopeMissing } from '../api/answers.ts';
import type { Caller } from '../api/gate.ts';
import { gathered } from '../videos/growth.ts';
import type { TikTokWorld } from '../world.ts';

const scopeOfField = {
  open_id: 'user.info.basic',
  union_id: 'user.info.basic',
  avatar_url: 'user.info.basic',
  avatar_url_100: 'user.info.basic',
  avatar_large_url: 'user.info.basic',
  display_name: 'user.info.basic',
  bio_description: 'user.info.profile',
  profile_deep_link: 'user.info.profile',
  is_verified: 'user.info.profile',
  username: 'user.info.profile',
  follower_count: 'user.info.stats',
  following_count: 'user.info.stats',
  likes_count: 'user.info.stats',
  video_count: 'user.info.stats',
} as const;

const fieldsSchema = z
  .array(z.custom<keyof typeof scopeOfField>((name) => typeof name === 'string' && name in scopeOfField))
  .min(1);

/** `GET /v2/user/info/`: the fields that were asked for; one whose scope was not granted refuses them all. */
export function readUser(world: TikTokWorld, exchange: Exchange, { person, grant }: Caller): Answer {
  const fields = fieldsSchema.safeParse((exchange.query.get('fields') ?? '').split(','));
  if (!fields.success) return invalidParam('fields');
  if (!fields.data.every((name) => grant.scopes.includes(scopeOfField[name]))) return scopeMissing();
  const now = world.now();
  const avatar = `${world.baseUrl()}/practice/avatars/${person.username}.png`;
  const posts = world.state.postsBy(person.id);
  const all: Record<keyof typeof scopeOfField, unknown> = {
    open_id: person.id,
    union_id: `u${person.id}`,
    avatar_url: avatar,
    avatar_url_100: avatar,
    avatar_large_url: avatar,
    display_name: person.name,
    bio_description: person.about,
    profile_deep_link: `${world.baseUrl()}/tiktok/@${person.username}`,
    is_verified: false,
    username: person.username,
    follower_count: followersAt(person, now),
    following_count: person.following,
    likes_count: posts.reduce((sum, post) => sum + gathered(post, now).likes, 0),
    video_count: posts.length,
  };
  return accepted({ user: Object.fromEntries(fields.data.map((name) => [name, all[name]])) });
}
