import { gathered as gatheredBy } from '../../growth/growth.ts';
import type { Gathered, Growing } from '../../growth/growth.ts';
import { youtubePeople } from '../people.ts';
import type { Video } from '../state.ts';
import { privacyOf, publishedAt } from '../videos/audience.ts';

/** A video as far as its numbers depend on it. */
export function growing(video: Video): Growing {
  const { title, description } = video.resource.snippet;
  return {
    id: video.id,
    text: `${title}\n${description}`,
    at: publishedAt(video),
    isReply: false,
    hasMedia: true,
    hasLink: /https?:\/\//.test(description),
    hashtags: [...description.matchAll(/#[\p{L}\p{N}_]+/gu)].length,
  };
}

/** What a video has gathered by an instant; nothing while nobody can see it. */
export function gathered(
  video: Video,
  now: number,
): Pick<Gathered, 'impressions' | 'likes' | 'reposts' | 'follows'> {
  return privacyOf(video, now) === 'private'
    ? { impressions: 0, likes: 0, reposts: 0, follows: 0 }
    : gatheredBy(growing(video), youtubePeople.known(video.channel), now);
}
