import { z } from 'zod';
import { empty, json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Caller, Endpoint } from '../api/endpoint.ts';
import { listAnswer, pageOf } from '../api/pages.ts';
import { ids, isAnswer, parts, readQuery, wholeNumber } from '../api/query.ts';
import { newAnswerId, newCommentId } from '../ids.ts';
import { scopes } from '../oauth/scopes.ts';
import { badRequest, notFound, problem } from '../problems.ts';
import { record } from '../record.ts';
import type { Video } from '../state.ts';
import type { YouTubeWorld } from '../world.ts';
import { isVisibleTo, privacyOf } from '../videos/audience.ts';
import { commentResource, threadResource } from './represent.ts';

const write = { bucket: 'units', units: 50 } as const;
const look = { bucket: 'units', units: 1 } as const;
const needed = [scopes.manage];

/** Comments: listing, writing, answering, deleting. */
export function commentEndpoints(world: YouTubeWorld): readonly Endpoint[] {
  const endpoint = (
    method: Endpoint['method'],
    path: string,
    operation: string,
    handle: (world: YouTubeWorld, exchange: Exchange, caller: Caller) => Answer,
  ): Endpoint => ({
    method,
    path: `/youtube/youtube/v3/${path}`,
    operation,
    scopes: needed,
    quota: method === 'GET' ? look : write,
    handle: (exchange, caller) => handle(world, exchange, caller),
  });
  return [
    endpoint('GET', 'commentThreads', 'comments.list', listThreads),
    endpoint('POST', 'commentThreads', 'comments.create', create),
    endpoint('GET', 'comments', 'comments.lookup', list),
    endpoint('POST', 'comments', 'comments.create', answer),
    endpoint('DELETE', 'comments', 'comments.delete', remove),
  ];
}

function listThreads(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, {
    part: parts('id', 'snippet', 'replies'),
    allThreadsRelatedToChannelId: z.string().optional(),
    videoId: z.string().optional(),
    order: z.enum(['time', 'relevance']).optional(),
    searchTerms: z.string().optional(),
    textFormat: z.enum(['html', 'plainText']).optional(),
    maxResults: wholeNumber(1, 100).default(20),
    pageToken: z.string().optional(),
  });
  if (isAnswer(query)) return query;
  const { state, now } = world;
  const channel = query.allThreadsRelatedToChannelId;
  const videos = channel === undefined ? [state.video(query.videoId ?? '')] : state.videosOf(channel);
  const seen = videos.filter((video) => video !== undefined && isVisibleTo(video, person.id, now()));
  if (channel === undefined && seen.length === 0) {
    return notFound('videoNotFound', 'The video identified by the videoId parameter could not be found.');
  }
  const newest = now() - exchange.bend.lagListingsMs;
  const threads = state
    .commentsUnder(new Set(seen.map((video) => video?.id ?? '')))
    .filter(
      ({ parent, at, text }) => parent === null && at <= newest && text.includes(query.searchTerms ?? ''),
    );
  const page = pageOf(threads, { size: query.maxResults, token: query.pageToken });
  const items = page.items.map((comment) => threadResource(world, comment, query.part));
  return json(200, listAnswer('commentThreadListResponse', items, page));
}

function list(world: YouTubeWorld, exchange: Exchange): Answer {
  const query = readQuery(exchange, {
    part: parts('id', 'snippet'),
    id: ids.optional(),
    parentId: z.string().optional(),
    textFormat: z.enum(['html', 'plainText']).optional(),
  });
  if (isAnswer(query)) return query;
  const found =
    query.parentId === undefined
      ? (query.id ?? []).map((id) => world.state.comment(id)).filter((comment) => comment !== undefined)
      : world.state.answersTo(query.parentId);
  const items = found.map((comment) => commentResource(comment));
  return json(200, listAnswer('commentListResponse', items, pageOf(items, { size: 100, token: undefined })));
}

const threadSchema = z.strictObject({
  snippet: z.strictObject({
    channelId: z.string().optional(),
    videoId: z.string(),
    topLevelComment: z.strictObject({ snippet: z.strictObject({ textOriginal: z.string() }) }),
  }),
});

function create(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, { part: parts('id', 'snippet', 'replies') });
  if (isAnswer(query)) return query;
  const parsed = threadSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return badRequest(z.prettifyError(parsed.error), 'invalidCommentThreadMetadata');
  const { videoId, topLevelComment } = parsed.data.snippet;
  const text = topLevelComment.snippet.textOriginal;
  const refused = textFault(text) ?? closed(world.state.video(videoId), person.id, world.now());
  if (refused !== null) return refused;
  const id = newCommentId();
  const detail = { video: videoId, parent: null };
  record(world, exchange, {
    operation: 'comments.create',
    account: person.id,
    id,
    text,
    inReplyTo: videoId,
    detail,
  });
  const made = world.state.comment(id);
  return json(200, made === undefined ? {} : threadResource(world, made, query.part));
}

const answerSchema = z.strictObject({
  snippet: z.strictObject({ parentId: z.string(), textOriginal: z.string() }),
});

function answer(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, { part: parts('id', 'snippet') });
  if (isAnswer(query)) return query;
  const parsed = answerSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return badRequest(z.prettifyError(parsed.error), 'invalidCommentMetadata');
  const { parentId, textOriginal: text } = parsed.data.snippet;
  const parent = world.state.comment(parentId);
  if (parent === undefined || parent.parent !== null) {
    return notFound('parentCommentNotFound', 'The parent comment could not be found.');
  }
  const refused = textFault(text) ?? closed(world.state.video(parent.video), person.id, world.now());
  if (refused !== null) return refused;
  const id = newAnswerId(parentId);
  const detail = { video: parent.video, parent: parentId };
  record(world, exchange, {
    operation: 'comments.create',
    account: person.id,
    id,
    text,
    inReplyTo: parentId,
    detail,
  });
  const made = world.state.comment(id);
  return json(200, made === undefined ? {} : commentResource(made));
}

function remove(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, { id: z.string().min(1) });
  if (isAnswer(query)) return query;
  const comment = world.state.comment(query.id);
  if (comment === undefined) return notFound('commentNotFound', 'The comment could not be found.');
  if (comment.author !== person.id) {
    return problem({ status: 403, reason: 'forbidden', message: 'The comment is somebody else’s.' });
  }
  record(world, exchange, { operation: 'comments.delete', account: person.id, id: comment.id });
  return empty(204);
}

function textFault(text: string): Answer | null {
  if (text.trim() === '') return badRequest('The comment has no text.', 'commentTextRequired');
  return text.length > 10_000 ? badRequest('The comment is too long.', 'commentTextTooLong') : null;
}

/** Private videos and those made for kids have no comments. */
function closed(video: Video | undefined, person: string, now: number): Answer | null {
  if (video === undefined || !isVisibleTo(video, person, now)) {
    return notFound('videoNotFound', 'The video could not be found.');
  }
  const forKids = video.resource.status.selfDeclaredMadeForKids === true;
  return forKids || privacyOf(video, now) === 'private'
    ? problem({
        status: 403,
        reason: 'commentsDisabled',
        message: 'The video identified by the videoId parameter has disabled comments.',
        domain: 'youtube.commentThread',
      })
    : null;
}
