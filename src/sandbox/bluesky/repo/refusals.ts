import type { Answer } from '../../exchange.ts';
import type { Person } from '../people.ts';
import { invalidRequest, problem } from '../problems.ts';
import type { BlueskyState } from '../state.ts';
import { filesOf } from './post-schema.ts';
import type { Facet, PostRecord } from './post-schema.ts';

/** Why a post that has the right form cannot be taken: its facets, its files, or what it answers. */
export function postRefusal(state: BlueskyState, record: PostRecord, author: Person): Answer | undefined {
  if (record.text.trim() === '' && record.embed === undefined) {
    return invalidRequest('Invalid app.bsky.feed.post record: Record must have text or an embed');
  }
  return (
    facetRefusal(record.text, record.facets ?? []) ??
    fileRefusal(state, record, author) ??
    replyRefusal(state, record)
  );
}

/** Ranges are bytes of the text, cut between characters, in order and apart. */
function facetRefusal(text: string, facets: readonly Facet[]): Answer | undefined {
  const bytes = Buffer.from(text, 'utf8');
  let until = 0;
  for (const [number, { index }] of facets.entries()) {
    const { byteStart, byteEnd } = index;
    const within = byteStart < byteEnd && byteEnd <= bytes.length;
    const cutsCharacter = [byteStart, byteEnd].some(
      (place) => place < bytes.length && ((bytes[place] ?? 0) & 0xc0) === 0x80,
    );
    if (!within || cutsCharacter || byteStart < until) {
      return invalidRequest(
        `Invalid app.bsky.feed.post record: Record/facets/${number}/index is no range of the text`,
      );
    }
    until = byteEnd;
  }
  return undefined;
}

function fileRefusal(state: BlueskyState, record: PostRecord, author: Person): Answer | undefined {
  for (const { blob, accept, maxSize } of filesOf(record)) {
    const kept = state.blob(author.id, blob.ref.$link);
    if (kept === undefined) {
      return problem(400, 'BlobNotFound', `Could not find blob: ${blob.ref.$link}`);
    }
    if (kept.mimeType !== blob.mimeType || kept.size !== blob.size) {
      return invalidRequest(`Referenced Mimetype does not match stored blob: ${blob.ref.$link}`);
    }
    if (!accept.test(kept.mimeType)) {
      return problem(400, 'InvalidMimeType', `Wrong type of file: ${kept.mimeType}`);
    }
    if (kept.size > maxSize) {
      return problem(
        400,
        'BlobTooLarge',
        `This file is too large. It is ${kept.size} bytes, and ${maxSize} is the most.`,
      );
    }
    if (kept.kind === 'video' && !author.emailConfirmed) {
      return invalidRequest('Confirm your e-mail address to post a video.');
    }
  }
  return undefined;
}

function replyRefusal(state: BlueskyState, { reply }: PostRecord): Answer | undefined {
  if (reply === undefined) return undefined;
  for (const { uri, cid } of [reply.parent, reply.root]) {
    if (state.post(uri)?.cid !== cid) return invalidRequest(`There is no such version of ${uri}`);
  }
  const parent = state.post(reply.parent.uri)?.record;
  const root = parent?.reply?.root.uri ?? reply.parent.uri;
  return root === reply.root.uri ? undefined : invalidRequest('The root is not that of the parent.');
}
