import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../../http/call.ts';
import { reading } from './data-api.ts';
import { instantOf } from './video.ts';

const largestPage = 100;

const comment = z.object({
  id: z.string().min(1),
  snippet: z.object({
    textOriginal: z.string().optional(),
    textDisplay: z.string().default(''),
    authorDisplayName: z.string().default(''),
    authorChannelId: z.object({ value: z.string() }).optional().catch(undefined),
    publishedAt: z.string(),
    likeCount: z.int().optional().catch(undefined),
    parentId: z.string().optional(),
  }),
});

const threadPage = z.object({
  items: z
    .array(
      z.object({
        snippet: z.object({ videoId: z.string().optional(), topLevelComment: comment }),
        replies: z
          .object({ comments: z.array(comment).default([]) })
          .optional()
          .catch(undefined),
      }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
});

export const commentListSchema = z.object({ items: z.array(comment).default([]) });

/** A comment under one of the channel's videos. */
export interface SeenComment {
  readonly id: string;
  /** Null where it stands under the channel itself. */
  readonly videoId: string | null;
  /** The comment that it answers; null for one of the first row. */
  readonly parent: string | null;
  /** The channel of its author; null where YouTube does not tell. */
  readonly authorId: string | null;
  readonly author: string;
  readonly text: string;
  readonly at: number;
  readonly likes: number | undefined;
}

/**
 * Reads comments of all the channel's videos with their newest answers, newest first, page by page until `limit` are
 * there, they are older than `since`, or they end. One unit a page.
 */
export const readComments = async (
  http: AccountHttp,
  channelId: string,
  { since, limit }: { readonly since: number | null; readonly limit: number },
): Promise<CallResult<readonly SeenComment[]>> => {
  const seen: SeenComment[] = [];
  let pageToken: string | null = null;
  while (true) {
    const result: CallResult<z.infer<typeof threadPage>> = await http.send({
      ...reading,
      operation: 'comments.list',
      path: '/youtube/v3/commentThreads',
      query: {
        part: 'snippet,replies',
        allThreadsRelatedToChannelId: channelId,
        order: 'time',
        textFormat: 'plainText',
        maxResults: String(largestPage),
        ...(pageToken !== null && { pageToken }),
      },
      answer: threadPage,
    });
    if (!result.ok) return result;
    const items: z.infer<typeof threadPage>['items'] = result.data.items;
    const found = items.flatMap(({ snippet, replies }) =>
      [snippet.topLevelComment, ...(replies?.comments ?? [])].map((one, index) =>
        seenOf(one, snippet.videoId ?? null, index === 0 ? null : snippet.topLevelComment.id),
      ),
    );
    seen.push(...found.filter(({ at }) => since === null || at >= since));
    pageToken = result.data.nextPageToken ?? null;
    const oldest = items.at(-1)?.snippet.topLevelComment.snippet.publishedAt;
    const ended = since !== null && (instantOf(oldest) ?? 0) < since;
    if (pageToken === null || ended || seen.length >= limit || items.length === 0)
      return {
        ...result,
        data: seen.toSorted((left, right) => right.at - left.at).slice(0, limit),
      };
  }
};

const seenOf = (
  { id, snippet }: z.infer<typeof comment>,
  videoId: string | null,
  parent: string | null,
): SeenComment => ({
  id,
  videoId,
  parent,
  authorId: snippet.authorChannelId?.value ?? null,
  author: snippet.authorDisplayName,
  text: snippet.textOriginal ?? snippet.textDisplay,
  at: instantOf(snippet.publishedAt) ?? 0,
  likes: snippet.likeCount,
});
