import { z } from 'zod';
import type { JournalEntry } from '../journal.ts';
import { postSchema } from './repo/post-schema.ts';
import type { PostRecord } from './repo/post-schema.ts';

/** What the journal keeps about a record. */
export const recordDetailSchema = z.object({
  collection: z.string(),
  cid: z.string(),
  record: z.record(z.string(), z.json()),
  /** What was sent, where the network stored something else. */
  sentText: z.string().nullable(),
});

/** What the journal keeps about a file. */
export const blobDetailSchema = z.object({
  mimeType: z.string(),
  size: z.int(),
  kind: z.enum(['photo', 'video', 'animated_gif', 'other']),
  width: z.int().nullable(),
  height: z.int().nullable(),
  durationMs: z.int().nullable(),
});

/** A file that somebody uploaded, by its content's address. */
export interface Blob extends z.infer<typeof blobDetailSchema> {
  readonly cid: string;
  readonly account: string;
}

/** A record as it is kept. */
export interface Kept {
  readonly author: string;
  readonly collection: string;
  readonly key: string;
  readonly cid: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** A post as the network shows it. */
export interface Post extends Kept {
  readonly record: PostRecord;
  /** Made up by the network, not written through its API. */
  readonly invented: boolean;
}

export const posts = 'app.bsky.feed.post';

export const uriOf = ({ author, collection, key }: Pick<Kept, 'author' | 'collection' | 'key'>): string =>
  `at://${author}/${collection}/${key}`;

/** Everything on the network, rebuilt from the journal at each start. */
export class BlueskyState {
  readonly #blobs = new Map<string, Blob>();
  readonly #files = new Map<string, Blob>();
  readonly #records = new Map<string, Kept>();
  readonly #posts = new Map<string, Post>();
  readonly #newPost: (post: Post) => void;

  /** `newPost` hears of every post that somebody wrote, also of those replayed from the journal. */
  constructor(newPost: (post: Post) => void) {
    this.#newPost = newPost;
  }

  /** Brings an accepted write into effect; the same for a fresh one and a replayed one. */
  apply(entry: JournalEntry): void {
    if (entry.operation === 'media.upload') {
      const detail = blobDetailSchema.parse(entry.detail);
      const blob = { ...detail, cid: entry.id, account: entry.account };
      this.#blobs.set(`${blob.account} ${blob.cid}`, blob);
      this.#files.set(blob.cid, blob);
    } else if (entry.operation === 'posts.delete' || entry.operation === 'records.delete') {
      const { collection } = z.object({ collection: z.string() }).parse(entry.detail);
      this.#remove(uriOf({ author: entry.account, collection, key: entry.id }));
    } else {
      const { collection, cid, record } = recordDetailSchema.parse(entry.detail);
      const kept = { author: entry.account, collection, key: entry.id, cid, value: record, at: entry.at };
      this.#records.set(uriOf(kept), kept);
      if (collection !== posts) return;
      const post: Post = { ...kept, record: postSchema.parse(record), invented: false };
      const isNew = !this.#posts.has(uriOf(post));
      this.#posts.set(uriOf(post), post);
      if (isNew) this.#newPost(post);
    }
  }

  add(post: Post): void {
    this.#records.set(uriOf(post), post);
    this.#posts.set(uriOf(post), post);
  }

  /** A file that this account uploaded. */
  blob(account: string, cid: string): Blob | undefined {
    return this.#blobs.get(`${account} ${cid}`);
  }

  /** A file by its content's address, whoever brought it. */
  file(cid: string): Blob | undefined {
    return this.#files.get(cid);
  }

  /** Forgets everything that the network made up. */
  forgetInvented(): void {
    for (const post of this.#posts.values()) if (post.invented) this.#remove(uriOf(post));
  }

  record(uri: string): Kept | undefined {
    return this.#records.get(uri);
  }

  /** Somebody's records of one kind, newest first. */
  recordsOf(author: string, collection: string): readonly Kept[] {
    return [...this.#records.values()]
      .filter((kept) => kept.author === author && kept.collection === collection)
      .sort(byKey);
  }

  post(uri: string): Post | undefined {
    return this.#posts.get(uri);
  }

  /** Every post that stands, newest first. */
  posts(): readonly Post[] {
    return [...this.#posts.values()].sort(byTime);
  }

  /** Somebody's posts that stand, newest first. */
  postsBy(author: string): readonly Post[] {
    return [...this.#posts.values()].filter((post) => post.author === author).sort(byTime);
  }

  /** Replies that stand under a post by an instant. */
  repliesUntil(uri: string, at: number): number {
    return [...this.#posts.values()].filter((post) => post.record.reply?.parent.uri === uri && post.at <= at)
      .length;
  }

  #remove(uri: string): void {
    // Made-up replies go with their post: after a restart they would not be made up again.
    for (const post of this.#posts.values()) {
      if (post.invented && post.record.reply?.parent.uri === uri) this.#posts.delete(uriOf(post));
    }
    this.#records.delete(uri);
    this.#posts.delete(uri);
  }
}

const byKey = (one: Kept, other: Kept): number => (one.key < other.key ? 1 : -1);
const byTime = (one: Kept, other: Kept): number => other.at - one.at || byKey(one, other);
