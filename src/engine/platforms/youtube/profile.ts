import { z } from 'zod';
import type { Failure } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountProfile } from '../reading.ts';
import { channelUrl } from './wire/addresses.ts';
import { reading } from './wire/data-api.ts';
import { count } from './wire/video.ts';

/** A profile asked for again within this time, in milliseconds, costs no unit. */
const readAgainMs = 60_000;

const word = z.string().optional().catch(undefined);

const channel = z.object({
  id: z.string().min(1),
  snippet: z.object({
    title: z.string().default(''),
    customUrl: word,
    thumbnails: z
      .record(z.string(), z.object({ url: z.string() }))
      .optional()
      .catch(undefined),
  }),
  statistics: z
    .object({
      viewCount: count,
      subscriberCount: count,
      videoCount: count,
      hiddenSubscriberCount: z.boolean().catch(false).default(false),
    })
    .optional()
    .catch(undefined),
  contentDetails: z
    .object({ relatedPlaylists: z.object({ uploads: word }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  status: z.object({ longUploadsStatus: word, privacyStatus: word }).optional().catch(undefined),
});
export type Channel = z.infer<typeof channel>;

export const channelListSchema = z.object({ items: z.array(channel).default([]) });

/** The request for the connected channel; a sign-in is for one channel alone. */
export const channelCall = {
  ...reading,
  operation: 'users.me',
  path: '/youtube/v3/channels',
  query: { part: 'snippet,statistics,contentDetails,status', mine: 'true' },
} as const;

/** The connected channel (channels.list). YouTube rounds the number of subscribers to three digits. */
export const profile: PlatformApi['profile'] = async (http) => {
  const result = await http.send({ ...channelCall, cacheMs: readAgainMs, answer: channelListSchema });
  if (!result.ok) return result;
  const [found] = result.data.items;
  return found === undefined
    ? { ok: false, failure: noChannel }
    : { ...result, data: profileOf(found, http.endpoints.authorize) };
};

const noChannel: Failure = {
  code: 'account_action_required',
  reach: 'refused',
  retryAt: null,
  detail: 'This Google account has no YouTube channel.',
  status: 200,
};

const profileOf = (
  { id, snippet, statistics, contentDetails, status }: Channel,
  authorize: string,
): AccountProfile => {
  const handle = snippet.customUrl?.replace(/^@/, '') ?? '';
  const followers = statistics?.hiddenSubscriberCount === true ? undefined : statistics?.subscriberCount;
  const { thumbnails = {} } = snippet;
  return {
    remoteId: id,
    username: handle === '' ? snippet.title : handle,
    displayName: snippet.title === '' ? handle : snippet.title,
    avatarUrl: (thumbnails['medium'] ?? thumbnails['high'] ?? thumbnails['default'])?.url ?? null,
    profileUrl: channelUrl(authorize, id),
    followers: followers ?? null,
    metrics: {
      ...(followers !== undefined && { followers }),
      ...(statistics?.videoCount !== undefined && { posts: statistics.videoCount }),
      ...(statistics?.viewCount !== undefined && { video_views: statistics.viewCount }),
    },
    facts: {
      uploads: contentDetails?.relatedPlaylists?.uploads ?? '',
      longUploads: longUploadsOf(status?.longUploadsStatus),
    },
  };
};

/** Whether videos of over 15 minutes are taken: `allowed`, `not_allowed` until a phone number is confirmed, or `unknown`. */
const longUploadsOf = (told: string | undefined): string => {
  if (told === 'allowed') return 'allowed';
  return told === 'eligible' || told === 'disallowed' ? 'not_allowed' : 'unknown';
};
