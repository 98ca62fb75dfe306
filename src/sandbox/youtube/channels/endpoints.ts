import { z } from 'zod';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { followersAt } from '../../growth/followers.ts';
import { avatarPath } from '../../people/avatar.ts';
import type { Caller, Endpoint } from '../api/endpoint.ts';
import { listAnswer, pageOf } from '../api/pages.ts';
import { ids, isAnswer, parts, readQuery, wholeNumber } from '../api/query.ts';
import { gathered } from '../metrics/growth.ts';
import { scopes } from '../oauth/scopes.ts';
import { uploadsPlaylist, youtubePeople } from '../people.ts';
import type { Person } from '../people.ts';
import { badRequest } from '../problems.ts';
import type { YouTubeWorld } from '../world.ts';
import { privacyOf } from '../videos/audience.ts';

const { youtube, read, manage } = scopes;

/** `channels.list`: one's own channel, by id, or by handle. */
export function channelEndpoints(world: YouTubeWorld): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/youtube/youtube/v3/channels',
      operation: 'users.me',
      scopes: [youtube, read, manage],
      quota: { bucket: 'units', units: 1 },
      handle: (exchange, caller) => list(world, exchange, caller),
    },
  ];
}

function list(world: YouTubeWorld, exchange: Exchange, caller: Caller): Answer {
  const query = readQuery(exchange, {
    part: parts('id', 'snippet', 'statistics', 'contentDetails', 'status', 'brandingSettings'),
    mine: z.literal('true').optional(),
    id: ids.optional(),
    forHandle: z.string().optional(),
    maxResults: wholeNumber(0, 50).optional(),
  });
  if (isAnswer(query)) return query;
  const filters = [query.mine, query.id, query.forHandle].filter((filter) => filter !== undefined);
  if (filters.length !== 1) {
    return badRequest('No filter selected. Expected one of: forHandle, id, mine', 'missingRequiredParameter');
  }
  const found = query.mine === undefined ? others(query.id, query.forHandle) : [caller.person];
  const items = found
    .filter(({ hasChannel }) => hasChannel)
    .map((person) => resource(world, person, query.part, person.id === caller.person.id));
  return json(200, listAnswer('channelListResponse', items, pageOf(items, { size: 50, token: undefined })));
}

function others(wanted: readonly string[] | undefined, handle: string | undefined): readonly Person[] {
  const people = wanted?.map((id) => youtubePeople.byId(id)) ?? [
    youtubePeople.byUsername((handle ?? '').replace(/^@/, '')),
  ];
  return people.filter((person) => person !== undefined);
}

function resource(world: YouTubeWorld, person: Person, wanted: ReadonlySet<string>, own: boolean): object {
  const part = (name: string, make: () => object): object => (wanted.has(name) ? { [name]: make() } : {});
  return {
    kind: 'youtube#channel',
    etag: 'practice',
    id: person.id,
    ...part('snippet', () => ({
      title: person.name,
      description: person.about,
      customUrl: `@${person.username}`,
      publishedAt: new Date(person.joinedAt).toISOString(),
      thumbnails: {
        default: { url: `${world.baseUrl()}${avatarPath(person)}` },
        medium: { url: `${world.baseUrl()}${avatarPath(person).replace('_normal', '')}` },
      },
    })),
    ...part('statistics', () => statistics(world, person)),
    ...part('contentDetails', () => ({
      relatedPlaylists: { likes: '', uploads: uploadsPlaylist(person.id) },
    })),
    ...part('status', () => ({
      privacyStatus: 'public',
      isLinked: true,
      ...(own && { longUploadsStatus: person.longUploads ? 'allowed' : 'eligible' }),
    })),
  };
}

function statistics({ state, now }: YouTubeWorld, person: Person): object {
  const shown = state.videosOf(person.id).filter((video) => privacyOf(video, now()) !== 'private');
  const views = shown.reduce((sum, video) => sum + gathered(video, now()).impressions, 0);
  return {
    viewCount: String(views),
    subscriberCount: String(rounded(followersAt(person, now()))),
    hiddenSubscriberCount: false,
    videoCount: String(shown.length),
  };
}

/** YouTube rounds down to three digits. */
function rounded(count: number): number {
  const unit = 10 ** Math.max(0, String(count).length - 3);
  return Math.floor(count / unit) * unit;
}
