import { z } from 'zod';
import type { JournalEntry } from '../journal.ts';

/** What the journal keeps about a photo. */
export const photoDetail = z.object({
  mediaType: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  altText: z.string().nullable(),
  temporary: z.boolean(),
});

/** What the journal keeps about a video that was begun. */
export const videoDetail = z.object({
  edge: z.enum(['videos', 'video_reels', 'video_stories']),
  session: z.string(),
  size: z.int().nullable(),
});

/** What the journal keeps about a video whose bytes are all there. */
export const finalDetail = z.object({
  video: z.string(),
  size: z.int(),
  readyAt: z.int(),
  failure: z.string().nullable(),
});

/** What the journal keeps about a post besides the common fields. */
export const postDetail = z.object({
  kind: z.enum(['feed', 'video', 'reel', 'photo_story', 'video_story']),
  link: z.string().nullable(),
  title: z.string().nullable(),
  /** Practice ms at which it appears; null: at once. */
  scheduledFor: z.int().nullable(),
  /** A video appears when it has been processed. */
  readyAt: z.int(),
});

export interface Photo extends z.infer<typeof photoDetail> {
  readonly id: string;
  readonly page: string;
  readonly at: number;
}

export interface Video extends z.infer<typeof videoDetail> {
  readonly id: string;
  readonly page: string;
  readonly at: number;
  /** How many bytes are there. */
  received: number;
  segments: number;
  final: z.infer<typeof finalDetail> | null;
  /** The post that was made of it. */
  postId: string | null;
}

export interface Post extends z.infer<typeof postDetail> {
  /** The Page's id and a number. */
  readonly id: string;
  /** Who wrote it: a Page, or the Page of somebody who mentions another. */
  readonly author: string;
  readonly text: string;
  readonly at: number;
  readonly media: readonly string[];
  /** The Page that it mentions; null where it mentions none. */
  readonly tags: string | null;
  readonly invented: boolean;
}

export interface Comment {
  readonly id: string;
  readonly post: string;
  readonly parent: string | null;
  readonly author: string;
  readonly text: string;
  readonly at: number;
  readonly invented: boolean;
}

/** When a post is seen: at its time, or when its video is ready. */
export const appearsAt = (post: Post): number => Math.max(post.scheduledFor ?? post.at, post.readyAt);

/** Everything on Facebook, rebuilt from the journal at each start. */
export class FacebookState {
  readonly photos = new Map<string, Photo>();
  readonly videos = new Map<string, Video>();
  readonly #posts = new Map<string, Post>();
  readonly #comments = new Map<string, Comment>();
  readonly #newPost: (post: Post) => void;
  #lastId = 122_000_000_000_000;

  /** `newPost` hears of every post that was written through the API, also of those replayed from the journal. */
  constructor(newPost: (post: Post) => void) {
    this.#newPost = newPost;
  }

  /** The next number for something new. */
  nextId(): string {
    return String(this.#lastId + 1);
  }

  /** Brings an accepted write into effect; the same for a fresh one and a replayed one. */
  apply(entry: JournalEntry): void {
    const number = Number(entry.id.split('_').at(-1));
    if (Number.isSafeInteger(number) && number < 1e16) this.#lastId = Math.max(this.#lastId, number);
    const { id, account: page, at } = entry;
    switch (entry.operation) {
      case 'media.upload':
        this.photos.set(id, { id, page, at, ...photoDetail.parse(entry.detail) });
        break;
      case 'media.start':
        this.videos.set(id, {
          id,
          page,
          at,
          ...videoDetail.parse(entry.detail),
          received: 0,
          segments: 0,
          final: null,
          postId: null,
        });
        break;
      case 'media.append':
        this.#append(z.object({ video: z.string(), bytes: z.int() }).parse(entry.detail));
        break;
      case 'media.finalize': {
        const final = finalDetail.parse(entry.detail);
        const video = this.videos.get(final.video);
        if (video !== undefined) video.final = final;
        break;
      }
      case 'posts.create': {
        const detail = postDetail.parse(entry.detail);
        const { text, media } = entry;
        const post = {
          id,
          author: page,
          text: text ?? '',
          at,
          media,
          tags: null,
          invented: false,
          ...detail,
        };
        this.addPost(post);
        this.#newPost(post);
        break;
      }
      case 'comments.create': {
        const { parent } = z.object({ parent: z.string().nullable() }).parse(entry.detail);
        const post = entry.inReplyTo ?? '';
        this.addComment({ id, post, parent, author: page, text: entry.text ?? '', at, invented: false });
        break;
      }
      case 'posts.delete':
        this.#delete(id);
        break;
    }
  }

  addPost(post: Post): void {
    this.#posts.set(post.id, post);
    for (const id of post.media) {
      const video = this.videos.get(id);
      if (video !== undefined) video.postId = post.id;
    }
  }

  addComment(comment: Comment): void {
    this.#comments.set(comment.id, comment);
  }

  post(id: string): Post | undefined {
    return this.#posts.get(id) ?? [...this.#posts.values()].find((post) => post.id.endsWith(`_${id}`));
  }

  comment(id: string): Comment | undefined {
    return this.#comments.get(id);
  }

  /** The posts of a Page, newest first by the time at which they are seen. */
  postsBy(page: string): readonly Post[] {
    return [...this.#posts.values()]
      .filter((post) => post.author === page && post.tags === null)
      .sort((one, other) => appearsAt(other) - appearsAt(one));
  }

  /** What mentions a Page, newest first. */
  mentioning(page: string): readonly Post[] {
    return [...this.#posts.values()]
      .filter((post) => post.tags === page)
      .sort((one, other) => other.at - one.at);
  }

  /** The comments under a post and their answers, oldest first. */
  commentsOn(post: string): readonly Comment[] {
    return [...this.#comments.values()]
      .filter((comment) => comment.post === post)
      .sort((one, other) => one.at - other.at);
  }

  /** Whether a photo is part of a post. */
  isUsed(photo: string): boolean {
    return [...this.#posts.values()].some(({ media }) => media.includes(photo));
  }

  forgetInvented(): void {
    for (const post of this.#posts.values()) if (post.invented) this.#posts.delete(post.id);
    for (const comment of this.#comments.values()) if (comment.invented) this.#comments.delete(comment.id);
  }

  #append({ video: id, bytes }: { readonly video: string; readonly bytes: number }): void {
    const video = this.videos.get(id);
    if (video === undefined) return;
    video.received += bytes;
    video.segments += 1;
  }

  #delete(id: string): void {
    this.#comments.delete(id);
    this.#posts.delete(id);
    const video = this.videos.get(id);
    if (video?.postId != null) this.#posts.delete(video.postId);
    this.videos.delete(id);
    for (const comment of this.#comments.values()) {
      if (comment.post === id || comment.parent === id) this.#comments.delete(comment.id);
    }
  }
}
