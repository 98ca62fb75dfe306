import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PublishAnswer, PublishPart } from '../publishing.ts';
import { thumbnailOf } from './media.ts';
import { chosenOf } from './options.ts';
import { budget } from './quotas.ts';
import { filled, words } from './words.ts';
import { videoUrl } from './wire/addresses.ts';
import { writing } from './wire/data-api.ts';
import { publishTimeOf } from './wire/video.ts';
import type { Video } from './wire/video.ts';

const { notes } = words;

/**
 * What comes after the video is there: its thumbnail and its place in a playlist, which cost it nothing where they fail,
 * and a look at whether YouTube gave it the audience that was asked for.
 */
export const finish = async (http: AccountHttp, part: PublishPart, video: Video): Promise<PublishAnswer> => {
  const failed = [
    note(notes.thumbnail, await setThumbnail(http, part, video.id)),
    note(notes.playlist, await addToPlaylist(http, part, video.id)),
  ];
  const publishAt = part.publishAt === null ? null : publishTimeOf(video.status);
  if (publishAt !== null) return { scheduledId: video.id, publishAt };
  const said = [audienceNote(part, video), ...failed].filter((sentence) => sentence !== null);
  return {
    remoteId: video.id,
    url: videoUrl(part.account.webOrigin, video.id),
    note: said.length > 0 ? said.join(' ') : null,
  };
};

const audienceNote = ({ options, publishAt }: PublishPart, { status }: Video): string | null => {
  const { privacy } = chosenOf(options);
  if (status?.privacyStatus !== 'private' || privacy === 'private') return null;
  return publishAt === null ? filled(notes.private, { privacy }) : notes.unscheduled;
};

const note = (sentence: string, result: CallResult<unknown> | null): string | null =>
  result === null || result.ok ? null : filled(sentence, { detail: result.failure.detail });

const setThumbnail = async (
  http: AccountHttp,
  { media }: PublishPart,
  videoId: string,
): Promise<CallResult<unknown> | null> => {
  const picture = thumbnailOf(media);
  if (picture === undefined) return null;
  return await http.send({
    operation: 'media.thumbnail',
    endpoint: 'upload',
    method: 'POST',
    path: '/upload/youtube/v3/thumbnails/set',
    query: { videoId, uploadType: 'media' },
    body: { kind: 'bytes', value: await picture.read(0, picture.bytes), mimeType: picture.mimeType },
    effect: 'upload',
    quota: budget.write,
    costMicros: 0,
    answer: z.unknown(),
  });
};

const addToPlaylist = async (
  http: AccountHttp,
  { options }: PublishPart,
  videoId: string,
): Promise<CallResult<unknown> | null> => {
  const { playlist } = chosenOf(options);
  if (playlist === null) return null;
  return await http.send({
    ...writing,
    operation: 'playlists.add',
    method: 'POST',
    path: '/youtube/v3/playlistItems',
    query: { part: 'snippet' },
    body: {
      kind: 'json',
      value: { snippet: { playlistId: playlist, resourceId: { kind: 'youtube#video', videoId } } },
    },
    answer: z.unknown(),
  });
};
