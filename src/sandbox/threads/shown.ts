import { graphTime } from '../meta/containers/shown.ts';
import type { Shown } from '../meta/containers/shown.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import type { Container, Post } from '../meta/containers/store.ts';
import { avatarPath } from '../people/avatar.ts';
import type { Inhabitant } from '../people/people.ts';

const types: Readonly<Record<string, string>> = { TEXT: 'TEXT_POST', CAROUSEL: 'CAROUSEL_ALBUM' };

/** A post as Threads shows it. */
export function shownThread(site: ContainerSite, post: Post): Shown {
  const author = site.people.known(post.author);
  const root = rootOf(site, post);
  return {
    id: post.id,
    text: post.text === '' ? undefined : post.text,
    permalink: `${site.baseUrl()}${pathOf(post, author)}`,
    shortcode: post.code,
    timestamp: graphTime(post.at),
    media_product_type: 'THREADS',
    media_type: types[post.kind] ?? post.kind,
    username: author.username,
    children: post.kind === 'CAROUSEL' ? { data: post.media.map((id) => ({ id })) } : undefined,
    is_reply: post.replyTo !== null,
    has_replies: repliesTo(site, post.id).length > 0,
    hide_status: 'NOT_HUSHED',
    replied_to: post.replyTo === null ? undefined : { id: post.replyTo },
    root_post: root.id === post.id ? undefined : { id: root.id },
    topic_tag: post.fields.topic_tag,
    link_attachment_url: post.fields.link_attachment,
  };
}

/** Where a post is looked at on this server. */
export function pathOf({ code }: Post, { username }: Inhabitant): string {
  return `/threads/@${username}/post/${code}`;
}

/** Direct replies that were there by now. */
export function repliesTo({ store, now }: ContainerSite, id: string): readonly Post[] {
  return store.posts((post) => post.replyTo === id && post.at <= now());
}

/** Everything under a post, at any depth. */
export function conversationUnder(site: ContainerSite, id: string): readonly Post[] {
  return repliesTo(site, id)
    .flatMap((reply) => [reply, ...conversationUnder(site, reply.id)])
    .toSorted((one, other) => other.at - one.at);
}

/** A container as Threads shows it. */
export function shownContainer({ store, now }: ContainerSite, container: Container): Shown {
  const status = store.stateOf(container, now());
  return {
    id: container.id,
    status,
    error_message: status === 'ERROR' ? (container.failure ?? 'UNKNOWN') : undefined,
  };
}

/** An account as it sees itself. */
export function shownAccount(site: ContainerSite, person: Inhabitant): Shown {
  return {
    id: person.id,
    username: person.username,
    name: person.name,
    threads_profile_picture_url: `${site.baseUrl()}${avatarPath(person)}`,
    threads_biography: person.about,
    is_verified: person.username === 'harbourcoffee',
  };
}

function rootOf(site: ContainerSite, post: Post): Post {
  const parent = post.replyTo === null ? undefined : site.store.post(post.replyTo);
  return parent === undefined ? post : rootOf(site, parent);
}
