import type { Answer } from '../../exchange.ts';
import { xPeople } from '../people/people.ts';
import type { Person } from '../people/people.ts';
import { forbidden } from '../problems.ts';
import type { XState } from '../state.ts';
import { mentions } from '../text/entities.ts';

/** X's rule of 2026-02-23: a self-serve app may reply for somebody to their own posts and to posts that mention them. */
export function replyRefusal(state: XState, target: string, author: Person): Answer | undefined {
  const post = state.post(target);
  if (post === undefined) {
    return forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.');
  }
  if (post.author === author.id || mentions(post.text, author.username)) return undefined;
  return forbidden(
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author ' +
      'of the post you are replying to.',
  );
}

/** The part of a text that counts: in a reply to somebody, their name at the beginning is free. */
export function countedText(state: XState, text: string, target: string | null): string {
  const post = target === null ? undefined : state.post(target);
  if (post === undefined) return text;
  const free = `@${xPeople.known(post.author).username.toLowerCase()} `;
  return text.toLowerCase().startsWith(free) ? text.slice(free.length) : text;
}
