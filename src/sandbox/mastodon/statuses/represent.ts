import { followersAt } from '../../growth/followers.ts';
import { gathered } from '../../growth/growth.ts';
import type { Gathered, Growing } from '../../growth/growth.ts';
import { avatarPath } from '../../people/avatar.ts';
import type { Inhabitant } from '../../people/people.ts';
import { mastodonPeople } from '../people.ts';
import type { Medium, Status, Waiting } from '../state.ts';
import type { MastodonWorld } from '../world.ts';
import { htmlOf, mentionedIn } from './html.ts';

/** A post as far as its numbers depend on it. */
export function growing(status: Status): Growing {
  return {
    id: status.id,
    text: status.text,
    at: status.at,
    isReply: status.replyTo !== null,
    hasMedia: status.media.length > 0,
    hasLink: /https?:\/\//.test(status.text),
    hashtags: (status.text.match(/(?<=^|\s)#\w+/g) ?? []).length,
  };
}

/** What a post has gathered by an instant. */
export function sumsOf(status: Status, now: number): Gathered {
  return gathered(growing(status), mastodonPeople.known(status.author), now);
}

/** An account as the API gives it. */
export function accountView(world: MastodonWorld, person: Inhabitant): Record<string, unknown> {
  return {
    id: person.id,
    username: person.username,
    acct: person.username,
    display_name: person.name,
    locked: false,
    bot: false,
    created_at: new Date(person.joinedAt).toISOString(),
    note: `<p>${person.about}</p>`,
    url: `${world.origin()}/@${person.username}`,
    uri: `${world.origin()}/users/${person.username}`,
    avatar: new URL(avatarPath(person).replace('_normal', ''), world.origin()).href,
    followers_count: followersAt(person, world.now()),
    following_count: person.following,
    statuses_count: world.state.statusesBy(person.id).length,
    emojis: [],
    fields: [],
  };
}

/** A file as the API gives it; its address only once it is processed. */
export function mediaView(world: MastodonWorld, medium: Medium): Record<string, unknown> {
  const isReady = world.now() >= medium.readyAt;
  const type = { photo: 'image', video: 'video', animated_gif: 'gifv' }[medium.kind];
  const url = `${world.origin()}/media/${medium.id}`;
  return {
    id: medium.id,
    type,
    url: isReady ? url : null,
    preview_url: isReady ? url : null,
    remote_url: null,
    text_url: null,
    meta: { original: { width: medium.width, height: medium.height } },
    description: medium.description,
    blurhash: null,
  };
}

/** A post as the API gives it. */
export function statusView(world: MastodonWorld, status: Status): Record<string, unknown> {
  const sums = sumsOf(status, world.now());
  const author = mastodonPeople.known(status.author);
  const target = status.replyTo === null ? undefined : world.state.status(status.replyTo);
  return {
    id: status.id,
    created_at: new Date(status.at).toISOString(),
    in_reply_to_id: status.replyTo,
    in_reply_to_account_id: target?.author ?? null,
    sensitive: status.sensitive,
    spoiler_text: status.spoilerText,
    visibility: status.visibility,
    language: status.language,
    uri: `${world.origin()}/users/${author.username}/statuses/${status.id}`,
    url: `${world.origin()}/@${author.username}/${status.id}`,
    replies_count: world.state.repliesTo(status.id, world.now()).length,
    reblogs_count: sums.reposts,
    favourites_count: sums.likes,
    quotes_count: sums.quotes,
    edited_at: null,
    content: htmlOf(status.text, world.origin()),
    reblog: null,
    quote: null,
    account: accountView(world, author),
    media_attachments: status.media
      .map((id) => world.state.media.get(id))
      .filter((medium) => medium !== undefined)
      .map((medium) => mediaView(world, medium)),
    mentions: mentionedIn(status.text).map((person) => ({
      id: person.id,
      username: person.username,
      acct: person.username,
      url: `${world.origin()}/@${person.username}`,
    })),
    tags: [...status.text.matchAll(/(?<=^|\s)#(\w+)/g)].map(([, name]) => ({ name })),
    emojis: [],
    card: null,
    poll: null,
  };
}

/** A post that waits, as the API gives it. */
export function waitingView(world: MastodonWorld, waiting: Waiting): Record<string, unknown> {
  return {
    id: waiting.id,
    scheduled_at: new Date(waiting.publishAt).toISOString(),
    params: {
      text: waiting.text,
      visibility: waiting.visibility,
      media_ids: waiting.media,
      in_reply_to_id: waiting.replyTo,
      spoiler_text: waiting.spoilerText,
    },
    media_attachments: waiting.media
      .map((id) => world.state.media.get(id))
      .filter((medium) => medium !== undefined)
      .map((medium) => mediaView(world, medium)),
  };
}
