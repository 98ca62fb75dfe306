import { z } from 'zod';
import type { JournalEntry } from '../journal.ts';
import { uploadDetailSchema } from './media/schemas.ts';
import { compareIds, Snowflakes } from '../snowflake.ts';
import { xEpochMs } from './snowflake.ts';

/** What the journal keeps about a post besides the common fields. */
export const postDetailSchema = z.object({
  conversation: z.string(),
  /** What was sent, where the network stored something else. */
  sentText: z.string().nullable(),
  replySettings: z.string().nullable(),
  poll: z.object({ options: z.array(z.string()), durationMinutes: z.int() }).nullable(),
  costMicros: z.int(),
});

/** What the journal keeps about a medium. */
export const mediumDetailSchema = z.object({
  mediaType: z.string(),
  category: z.string(),
  kind: z.enum(['photo', 'video', 'animated_gif']),
  size: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  durationMs: z.int().nullable(),
  readyAt: z.int(),
  failure: z.string().nullable(),
});

/** An uploaded medium; `readyAt` is when its processing ends, `failure` why that did not work. */
export interface Medium extends z.infer<typeof mediumDetailSchema> {
  readonly id: string;
  readonly account: string;
  readonly at: number;
}

/** An upload that was begun and may still be coming in. */
export interface Upload extends z.infer<typeof uploadDetailSchema> {
  readonly id: string;
  readonly account: string;
  readonly at: number;
}

/** A post as the network stores it. */
export interface Post {
  readonly id: string;
  readonly author: string;
  /** As it was written: links whole, nothing escaped. */
  readonly text: string;
  readonly at: number;
  readonly replyTo: string | null;
  readonly conversation: string;
  /** Ids of media; a name that starts with `scene-` is a drawn picture of the invented past. */
  readonly media: readonly string[];
  readonly replySettings: string | null;
  readonly poll: { readonly options: readonly string[]; readonly durationMinutes: number } | null;
  /** Made up by the network, not written through its API. */
  readonly invented: boolean;
}

/** Everything on the network, rebuilt from the journal at each start. */
export class XState {
  readonly snowflakes = new Snowflakes(xEpochMs);
  readonly media = new Map<string, Medium>();
  readonly uploads = new Map<string, Upload>();
  readonly #altTexts = new Map<string, string | null>();
  readonly #posts = new Map<string, Post>();
  readonly #byAuthor = new Map<string, Post[]>();
  readonly #replies = new Map<string, Post[]>();
  readonly #newPost: (post: Post) => void;

  /** `newPost` hears of every post that somebody wrote, also of those replayed from the journal. */
  constructor(newPost: (post: Post) => void) {
    this.#newPost = newPost;
  }

  /** Brings an accepted write into effect; the same for a fresh one and a replayed one. */
  apply(entry: JournalEntry): void {
    if (/^\d+$/.test(entry.id)) this.snowflakes.seen(entry.id);
    if (entry.operation === 'posts.create') {
      const { conversation, replySettings, poll } = postDetailSchema.parse(entry.detail);
      const post: Post = {
        id: entry.id,
        author: entry.account,
        text: entry.text ?? '',
        at: entry.at,
        replyTo: entry.inReplyTo,
        conversation,
        media: entry.media,
        replySettings,
        poll,
        invented: false,
      };
      this.add(post);
      this.#newPost(post);
    } else if (entry.operation === 'posts.delete') {
      this.#remove(entry.id);
    } else if (entry.operation === 'media.initialize') {
      const detail = uploadDetailSchema.parse(entry.detail);
      this.uploads.set(entry.id, { ...detail, id: entry.id, account: entry.account, at: entry.at });
    } else if (entry.operation === 'media.finalize' || entry.operation === 'media.upload') {
      const detail = mediumDetailSchema.parse(entry.detail);
      this.uploads.delete(entry.id);
      this.media.set(entry.id, { ...detail, id: entry.id, account: entry.account, at: entry.at });
    } else if (entry.operation === 'media.metadata') {
      this.#altTexts.set(entry.id, entry.text);
    }
  }

  /** What was said about a medium for those who do not see it. */
  altText(mediaId: string): string | undefined {
    return this.#altTexts.get(mediaId) ?? undefined;
  }

  add(post: Post): void {
    this.#posts.set(post.id, post);
    listed(this.#byAuthor, post.author).push(post);
    if (post.replyTo !== null) listed(this.#replies, post.replyTo).push(post);
  }

  /** Forgets everything that the network made up. */
  forgetInvented(): void {
    for (const post of this.#posts.values()) if (post.invented) this.#remove(post.id);
  }

  post(id: string): Post | undefined {
    return this.#posts.get(id);
  }

  /** Every post that stands. */
  posts(): Iterable<Post> {
    return this.#posts.values();
  }

  /** Somebody's posts that stand, newest first. */
  postsBy(author: string): readonly Post[] {
    return (this.#byAuthor.get(author) ?? []).toSorted((left, right) => compareIds(right.id, left.id));
  }

  /** Somebody's posts that stand, in no order. */
  writtenBy(author: string): readonly Post[] {
    return this.#byAuthor.get(author) ?? [];
  }

  /** How many replies that stand a post had by an instant. */
  repliesUntil(id: string, at: number): number {
    return (this.#replies.get(id) ?? []).filter((reply) => reply.at <= at).length;
  }

  #remove(id: string): void {
    const post = this.#posts.get(id);
    if (post === undefined) return;
    // Made-up replies go with their post: after a restart they would not be made up again.
    const madeUp = (this.#replies.get(id) ?? []).filter((reply) => reply.invented);
    for (const reply of madeUp) this.#remove(reply.id);
    this.#posts.delete(id);
    drop(this.#byAuthor.get(post.author), post);
    if (post.replyTo !== null) drop(this.#replies.get(post.replyTo), post);
  }
}

function listed(index: Map<string, Post[]>, key: string): Post[] {
  const list = index.get(key) ?? [];
  index.set(key, list);
  return list;
}

function drop(list: Post[] | undefined, post: Post): void {
  const at = list?.indexOf(post) ?? -1;
  if (at >= 0) list?.splice(at, 1);
}
