import { z } from 'zod';
import type { JournalEntry } from '../journal.ts';
import { Snowflakes } from '../snowflake.ts';

/** LinkedIn counts its ids from 1970. */
export const idEpochMs = 0;

/** What the journal keeps of a post besides the common fields. */
export const postDetailSchema = z.object({
  author: z.string(),
  /** As it was sent, in little text, by which a repeat is known. */
  sent: z.string().optional(),
  /** As it is kept, in little text. */
  commentary: z.string(),
  visibility: z.string(),
  article: z.object({ source: z.string(), title: z.string(), description: z.string() }).nullable(),
  altTexts: z.array(z.string()),
});

/** What the journal keeps of a comment. */
export const commentDetailSchema = z.object({ author: z.string(), number: z.string() });

/** What the journal keeps of a medium. */
export const mediumDetailSchema = z.object({
  owner: z.string(),
  mediaType: z.string(),
  kind: z.enum(['image', 'video']),
  file: z.string(),
  readyAt: z.int(),
  failure: z.string().nullable(),
});

/** A post as LinkedIn stores it. */
export interface Post extends z.infer<typeof postDetailSchema> {
  readonly urn: string;
  /** Without little text's escapes. */
  readonly text: string;
  readonly at: number;
  readonly media: readonly string[];
  readonly invented: boolean;
}

/** A comment under a post. */
export interface Comment extends z.infer<typeof commentDetailSchema> {
  readonly urn: string;
  readonly post: string;
  readonly text: string;
  readonly at: number;
  readonly invented: boolean;
}

/** A medium whose bytes came in. */
export interface Medium extends z.infer<typeof mediumDetailSchema> {
  readonly urn: string;
}

/** Everything on LinkedIn, rebuilt from the journal at each start. */
export class LinkedInState {
  readonly ids = new Snowflakes(idEpochMs);
  readonly posts = new Map<string, Post>();
  readonly comments = new Map<string, Comment>();
  readonly media = new Map<string, Medium>();
  readonly #newPost: (post: Post) => void;

  /** `newPost` hears of every post that somebody wrote, also of those replayed from the journal. */
  constructor(newPost: (post: Post) => void) {
    this.#newPost = newPost;
  }

  /** Brings an accepted write into effect; the same for a fresh one and a replayed one. */
  apply(entry: JournalEntry): void {
    const { id: urn, at, text, operation } = entry;
    const number = /(\d{15,20})\)?$/.exec(urn)?.[1];
    if (number !== undefined) this.ids.seen(number);
    if (operation === 'posts.create') {
      const detail = postDetailSchema.parse(entry.detail);
      const post = { ...detail, urn, text: text ?? '', at, media: entry.media, invented: false };
      this.posts.set(urn, post);
      this.#newPost(post);
    } else if (operation === 'comments.create') {
      const detail = commentDetailSchema.parse(entry.detail);
      const post = entry.inReplyTo ?? '';
      this.comments.set(urn, { ...detail, urn, post, text: text ?? '', at, invented: false });
    } else if (operation === 'posts.delete') {
      this.posts.delete(urn);
      for (const comment of this.commentsUnder(urn)) this.comments.delete(comment.urn);
    } else if (operation === 'comments.delete') {
      this.comments.delete(urn);
    } else if (operation === 'media.upload' || operation === 'media.finalize') {
      this.media.set(urn, { ...mediumDetailSchema.parse(entry.detail), urn });
    }
  }

  /** An author's posts, newest first. */
  postsOf(author: string): readonly Post[] {
    return [...this.posts.values()]
      .filter((post) => post.author === author)
      .sort((one, other) => other.at - one.at);
  }

  /** The comments under a post, oldest first. */
  commentsUnder(post: string): readonly Comment[] {
    return [...this.comments.values()]
      .filter((comment) => comment.post === post)
      .sort((one, other) => one.at - other.at);
  }

  /** Forgets everything that the network made up. */
  forgetInvented(): void {
    for (const kept of [this.posts, this.comments]) {
      for (const { urn, invented } of kept.values()) if (invented) kept.delete(urn);
    }
  }
}
