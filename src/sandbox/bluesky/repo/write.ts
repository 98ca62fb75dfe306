import { z } from 'zod';
import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { rewritten } from '../../life/rewritten.ts';
import { canonical, cidOf, tidSyntax } from '../identifiers.ts';
import { personNamed } from '../people.ts';
import type { Person } from '../people.ts';
import { invalidRequest, isAnswer, problem } from '../problems.ts';
import { posts, uriOf } from '../state.ts';
import type { BlueskyWorld } from '../world.ts';
import { postgateSchema, threadgateSchema } from './gate-schemas.ts';
import { filesOf, postSchema } from './post-schema.ts';
import { postRefusal } from './refusals.ts';

const writeSchema = z.looseObject({
  repo: z.string().min(1),
  collection: z.string().regex(/^[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+){2,}$/, 'must be a valid nsid'),
  rkey: z.string().optional(),
  record: z.record(z.string(), z.json()),
  swapRecord: z.string().nullish(),
});
const deleteSchema = z.looseObject({ repo: z.string(), collection: z.string(), rkey: z.string() });

const schemas: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  [posts, postSchema],
  ['app.bsky.feed.threadgate', threadgateSchema],
  ['app.bsky.feed.postgate', postgateSchema],
]);

/**
 * `com.atproto.repo.putRecord` and `createRecord`: the same content under the same key changes nothing. From the first
 * check to the log it does not wait for anything, so two requests cannot pass together.
 */
export function writeRecord(
  world: BlueskyWorld,
  exchange: Exchange,
  caller: Person,
  how: 'put' | 'create',
): Answer {
  const parsed = writeSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return invalidRequest(`Error: ${firstIssue(parsed.error)}`);
  const { repo, collection, record, swapRecord } = parsed.data;
  const key = parsed.data.rkey ?? '';
  if (personNamed(repo)?.id !== caller.id) return problem(401, 'AuthenticationRequired', 'Invalid repo');
  if (!tidSyntax.test(key)) return invalidRequest('Invalid record key: it must be a TID');
  const refused = recordRefusal(world, collection, record, caller);
  if (refused !== undefined) return refused;
  const place = { author: caller.id, collection, key };
  const kept = world.state.record(uriOf(place));
  if (kept !== undefined && how === 'create') {
    return problem(500, 'InternalServerError', 'There is already a value at this key');
  }
  if (swapRecord !== undefined && swapRecord !== (kept?.cid ?? null)) {
    return problem(400, 'InvalidSwap', 'Record was at another version');
  }
  // The address is that of what was sent, so that a repeat is known where the network stored another text.
  if (kept?.cid === cidOf(canonical(record), 'record')) return written(uriOf(place), kept.cid, key);
  return store(world, exchange, place, record, kept !== undefined);
}

function recordRefusal(
  world: BlueskyWorld,
  collection: string,
  record: Record<string, unknown>,
  caller: Person,
): Answer | undefined {
  const schema = schemas.get(collection);
  if (schema === undefined) return invalidRequest(`Lexicon not found: ${collection}`);
  const parsed = schema.safeParse(record);
  if (!parsed.success) {
    return invalidRequest(`Invalid ${collection} record: ${firstIssue(parsed.error, 'Record')}`);
  }
  return collection === posts ? postRefusal(world.state, postSchema.parse(record), caller) : undefined;
}

function store(
  world: BlueskyWorld,
  exchange: Exchange,
  place: { author: string; collection: string; key: string },
  record: Record<string, z.core.util.JSONType>,
  isChange: boolean,
): Answer {
  const isPost = place.collection === posts;
  const post = isPost ? postSchema.parse(record) : undefined;
  const parent = post?.reply?.parent.uri ?? null;
  const bent = exchange.bend.rewriteText && post !== undefined;
  const value = bent ? { ...record, text: rewritten(post.text) } : record;
  const cid = cidOf(canonical(record), 'record');
  const entry = world.journal.append({
    network: 'bluesky',
    operation: isPost ? (isChange ? 'posts.update' : 'posts.create') : 'records.put',
    account: place.author,
    id: place.key,
    text: post === undefined ? null : bent ? rewritten(post.text) : post.text,
    inReplyTo:
      parent?.startsWith(`at://${place.author}/`) === true ? (parent.split('/').at(-1) ?? null) : parent,
    media: post === undefined ? [] : filesOf(post).map(({ blob }) => blob.ref.$link),
    clientRequestAt: exchange.receivedAt,
    clientGone: exchange.gone.aborted,
    detail: { collection: place.collection, cid, record: value, sentText: bent ? post.text : null },
  });
  world.state.apply(entry);
  return written(uriOf(place), cid, place.key);
}

function written(uri: string, cid: string, rev: string): Answer {
  return json(200, { uri, cid, commit: { cid, rev }, validationStatus: 'valid' });
}

/** The kind of record that a request is about; empty where it does not say. */
export function collectionOf(exchange: Exchange): string {
  return z.looseObject({ collection: z.string() }).safeParse(jsonOf(exchange)).data?.collection ?? '';
}

/** `com.atproto.repo.deleteRecord`: what is not there is deleted already. */
export function deleteRecord(world: BlueskyWorld, exchange: Exchange, caller: Person): Answer {
  const parsed = deleteSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return invalidRequest(`Error: ${firstIssue(parsed.error)}`);
  const { repo, collection, rkey: key } = parsed.data;
  if (personNamed(repo)?.id !== caller.id) return problem(401, 'AuthenticationRequired', 'Invalid repo');
  const kept = world.state.record(uriOf({ author: caller.id, collection, key }));
  if (kept === undefined) return json(200, {});
  const entry = world.journal.append({
    network: 'bluesky',
    operation: collection === posts ? 'posts.delete' : 'records.delete',
    account: caller.id,
    id: key,
    text: null,
    inReplyTo: null,
    media: [],
    clientRequestAt: exchange.receivedAt,
    clientGone: exchange.gone.aborted,
    detail: { collection },
  });
  world.state.apply(entry);
  return json(200, {});
}

/** `com.atproto.repo.getRecord`. */
export function getRecord(world: BlueskyWorld, exchange: Exchange): Answer {
  const place = placeOf(exchange);
  if (isAnswer(place)) return place;
  const kept = world.state.record(uriOf(place));
  if (kept === undefined) {
    return problem(400, 'RecordNotFound', `Could not locate record: ${uriOf(place)}`);
  }
  return json(200, { uri: uriOf(kept), cid: kept.cid, value: kept.value });
}

/** `com.atproto.repo.listRecords`, newest first; the cursor is the last key. */
export function listRecords(world: BlueskyWorld, exchange: Exchange): Answer {
  const author = personNamed(exchange.query.get('repo') ?? '');
  if (author === undefined) return invalidRequest('Could not find repo');
  const limit = Number(exchange.query.get('limit') ?? '50');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    return invalidRequest('Error: limit must be 1 to 100');
  const cursor = exchange.query.get('cursor');
  const listed = world.state
    .recordsOf(author.id, exchange.query.get('collection') ?? '')
    .filter(({ key }) => cursor === null || key < cursor)
    .slice(0, limit);
  const last = listed.at(-1);
  return json(200, {
    records: listed.map((kept) => ({ uri: uriOf(kept), cid: kept.cid, value: kept.value })),
    ...(listed.length === limit && last !== undefined && { cursor: last.key }),
  });
}

function placeOf({ query }: Exchange): { author: string; collection: string; key: string } | Answer {
  const author = personNamed(query.get('repo') ?? '');
  if (author === undefined) return invalidRequest('Could not find repo');
  const collection = query.get('collection') ?? '';
  const key = query.get('rkey') ?? '';
  if (collection === '' || key === '') return invalidRequest('Error: Params must have collection and rkey');
  return { author: author.id, collection, key };
}

function firstIssue(error: z.ZodError, root = 'Input'): string {
  const [issue] = error.issues;
  return `${[root, ...(issue?.path ?? [])].join('/')} ${issue?.message ?? 'is invalid'}`;
}
