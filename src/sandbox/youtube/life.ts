import { Life } from '../life/life.ts';
import type { Invented } from '../life/invented.ts';
import { castOf } from '../life/cast.ts';
import { fraction } from '../seeded.ts';
import { inventedCommentId, inventedVideoId } from './ids.ts';
import { growing } from './metrics/growth.ts';
import { youtubePeople } from './people.ts';
import type { Video, YouTubeState } from './state.ts';

/** What happens on YouTube without the user: videos of the past, and comments. */
export function lifeOfYouTube(dataDirectory: string, state: YouTubeState, now: number): Life {
  return new Life(
    {
      dataDirectory,
      network: 'youtube',
      ...castOf(youtubePeople),
      mentions: false,
      put: (invented) => {
        if (invented.replyTo === null) {
          const video = videoOf(invented);
          state.addVideo(video);
          return growing(video);
        }
        // A comment has nothing to stand under once its video was deleted.
        if (state.video(invented.replyTo) !== undefined) {
          state.addComment({
            id: inventedCommentId(invented.seed),
            video: invented.replyTo,
            parent: null,
            author: invented.author.id,
            text: invented.text,
            at: invented.at,
            invented: true,
          });
        }
        return undefined;
      },
      forgetInvented: () => state.forgetInvented(),
    },
    now,
  );
}

/** A text of the past as a video: its first sentence is the title, the whole of it the description. */
function videoOf({ author, at, text, seed }: Invented): Video {
  const [first = text] = text.split(/(?<=[.!?])\s/, 1);
  const title = first.length > 90 ? `${first.slice(0, 89)}…` : first;
  const short = fraction('short', seed) < 0.4;
  return {
    id: inventedVideoId(seed),
    channel: author.id,
    resource: {
      snippet: { title: plain(title), description: plain(text), categoryId: '22' },
      status: {
        privacyStatus: 'public',
        license: 'youtube',
        embeddable: true,
        publicStatsViewable: true,
        selfDeclaredMadeForKids: false,
      },
    },
    at,
    sha256: null,
    durationMs: Math.floor((short ? 15 : 120) * 1000 * (1 + 3 * fraction('length', seed))),
    width: short ? 1080 : 1920,
    height: short ? 1920 : 1080,
    readyAt: at,
    failure: null,
    rejection: null,
    refusal: null,
    invented: true,
  };
}

function plain(text: string): string {
  return text.replaceAll(/[<>]/g, '');
}
