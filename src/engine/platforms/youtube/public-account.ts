import type { PlatformApi } from '../platform.ts';
import { channelListSchema } from './profile.ts';
import { channelUrl } from './wire/addresses.ts';
import { reading } from './wire/data-api.ts';

/** A channel by its handle or its id (channels.list, one unit). YouTube rounds the number of subscribers to three digits. */
export const publicProfile: NonNullable<PlatformApi['publicProfile']> = async (http, _account, written) => {
  const name = nameIn(written);
  const result = await http.send({
    ...reading,
    operation: 'channels.lookup',
    path: '/youtube/v3/channels',
    query: {
      part: 'snippet,statistics',
      ...(isChannelId(name) ? { id: name } : { forHandle: `@${name}` }),
    },
    answer: channelListSchema,
  });
  if (!result.ok) return result;
  const [channel] = result.data.items;
  if (channel === undefined) return { ...result, data: null };
  const { id, snippet, statistics } = channel;
  const handle = snippet.customUrl?.replace(/^@/, '') ?? '';
  return {
    ...result,
    data: {
      remoteId: id,
      handle: handle === '' ? id : handle,
      displayName: snippet.title === '' ? name : snippet.title,
      profileUrl: channelUrl(http.endpoints.authorize, id),
      followers: statistics?.hiddenSubscriberCount === true ? null : (statistics?.subscriberCount ?? null),
    },
  };
};

const isChannelId = (name: string): boolean => /^UC[\w-]{22}$/.test(name);

/** The handle or id in what was written: with an `@` before it, or the address of a channel. */
const nameIn = (written: string): string =>
  /^https?:\/\/[^/\s]+\/(?:channel\/|@)([^/\s?#]+)/.exec(written)?.[1] ?? written.replace(/^@/, '');
