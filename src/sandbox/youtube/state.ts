import { z } from 'zod';
import type { JournalEntry } from '../journal.ts';
import { resourceSchema } from './videos/resource.ts';
import type { Resource } from './videos/resource.ts';

/** What the journal keeps about an upload session: what was said of the video when it was opened. */
export const sessionDetailSchema = z.object({
  resource: resourceSchema,
  mediaType: z.string(),
  bytes: z.int().nullable(),
  forcePrivate: z.boolean(),
});

/** What the journal keeps about a video besides the common fields. */
export const videoDetailSchema = z.object({
  session: z.string(),
  resource: resourceSchema,
  /** Of the file, to know one that is uploaded again. */
  sha256: z.string(),
  bytes: z.int(),
  durationMs: z.int().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  readyAt: z.int(),
  failure: z.string().nullable(),
  rejection: z.string().nullable(),
  /** Why it is rejected although it was processed, and from when on. */
  refusal: z.object({ at: z.int(), reason: z.string() }).nullable().default(null),
});

export interface Session extends z.infer<typeof sessionDetailSchema> {
  readonly id: string;
  readonly channel: string;
  readonly at: number;
}

/** A video as YouTube keeps it. */
export interface Video {
  readonly id: string;
  readonly channel: string;
  readonly resource: Resource;
  /** When it was uploaded. */
  readonly at: number;
  readonly sha256: string | null;
  readonly durationMs: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly readyAt: number;
  readonly failure: string | null;
  readonly rejection: string | null;
  readonly refusal: { readonly at: number; readonly reason: string } | null;
  /** Made up by the network. */
  readonly invented: boolean;
}

export interface Comment {
  readonly id: string;
  readonly video: string;
  /** The comment that it answers; null for one of the first row. */
  readonly parent: string | null;
  readonly author: string;
  readonly text: string;
  readonly at: number;
  readonly invented: boolean;
}

/** Everything on YouTube, rebuilt from the journal at each start. */
export class YouTubeState {
  readonly sessions = new Map<string, Session>();
  readonly #videos = new Map<string, Video>();
  readonly #comments = new Map<string, Comment>();
  /** The video that a session made. */
  readonly #made = new Map<string, string>();
  readonly #thumbnails = new Map<string, string>();
  readonly #newVideo: (video: Video) => void;

  /** `newVideo` hears of every video that somebody uploaded, also of those replayed from the journal. */
  constructor(newVideo: (video: Video) => void) {
    this.#newVideo = newVideo;
  }

  /** Brings an accepted write into effect; the same for a fresh one and a replayed one. */
  apply(entry: JournalEntry): void {
    switch (entry.operation) {
      case 'media.initialize': {
        const detail = sessionDetailSchema.parse(entry.detail);
        this.sessions.set(entry.id, { ...detail, id: entry.id, channel: entry.account, at: entry.at });
        return;
      }
      case 'posts.create': {
        const { session, ...detail } = videoDetailSchema.parse(entry.detail);
        const video = { ...detail, id: entry.id, channel: entry.account, at: entry.at, invented: false };
        this.#made.set(session, entry.id);
        this.addVideo(video);
        this.#newVideo(video);
        return;
      }
      case 'comments.create':
        this.addComment({
          id: entry.id,
          video: z.object({ video: z.string() }).parse(entry.detail).video,
          parent: z.object({ parent: z.string().nullable() }).parse(entry.detail).parent,
          author: entry.account,
          text: entry.text ?? '',
          at: entry.at,
          invented: false,
        });
        return;
      case 'media.thumbnail':
        this.#thumbnails.set(entry.id, entry.media[0] ?? '');
        return;
      case 'posts.delete':
        this.#removeVideo(entry.id);
        return;
      case 'comments.delete':
        this.#removeComment(entry.id);
        return;
    }
  }

  /** The id of the video that a session made; it stays known after the video is deleted. */
  madeBy(session: string): string | undefined {
    return this.#made.get(session);
  }

  addVideo(video: Video): void {
    this.#videos.set(video.id, video);
  }

  addComment(comment: Comment): void {
    this.#comments.set(comment.id, comment);
  }

  video(id: string): Video | undefined {
    return this.#videos.get(id);
  }

  comment(id: string): Comment | undefined {
    return this.#comments.get(id);
  }

  /** The file of a video's own thumbnail. */
  thumbnail(videoId: string): string | undefined {
    return this.#thumbnails.get(videoId);
  }

  videos(): readonly Video[] {
    return [...this.#videos.values()];
  }

  /** A channel's videos, the newest upload first. */
  videosOf(channel: string): readonly Video[] {
    return this.videos()
      .filter((video) => video.channel === channel)
      .toSorted((left, right) => right.at - left.at);
  }

  /** All comments under some videos, newest first. */
  commentsUnder(videos: ReadonlySet<string>): readonly Comment[] {
    return [...this.#comments.values()]
      .filter(({ video }) => videos.has(video))
      .toSorted((left, right) => right.at - left.at);
  }

  answersTo(commentId: string): readonly Comment[] {
    return [...this.#comments.values()]
      .filter(({ parent }) => parent === commentId)
      .toSorted((left, right) => left.at - right.at);
  }

  /** How many comments a video had by an instant. */
  commentsUntil(videoId: string, at: number): number {
    return this.commentsUnder(new Set([videoId])).filter((comment) => comment.at <= at).length;
  }

  /** Forgets everything that the network made up. */
  forgetInvented(): void {
    for (const video of this.videos()) if (video.invented) this.#removeVideo(video.id);
    for (const comment of this.#comments.values()) if (comment.invented) this.#removeComment(comment.id);
  }

  #removeVideo(id: string): void {
    this.#videos.delete(id);
    for (const comment of this.#comments.values())
      if (comment.video === id) this.#comments.delete(comment.id);
  }

  #removeComment(id: string): void {
    this.#comments.delete(id);
    for (const answer of this.answersTo(id)) this.#comments.delete(answer.id);
  }
}
