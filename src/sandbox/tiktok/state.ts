import type { z } from 'zod';
import type { JournalEntry } from '../journal.ts';
import { hash32 } from '../seeded.ts';
import { begunSchema, completeSchema } from './publishing/schemas.ts';

/** A video or photos as TikTok keeps them. */
export interface Post {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly at: number;
  readonly kind: 'video' | 'photos';
  readonly isPublic: boolean;
  /** Before it nobody but the author is told of it. */
  readonly visibleAt: number;
  /** It was refused once it was looked through. */
  readonly refused: boolean;
  readonly media: readonly string[];
  readonly invented: boolean;
}

/** A publication: an upload that was begun, and what came of it. */
export interface Publication extends z.infer<typeof begunSchema> {
  readonly id: string;
  readonly account: string;
  readonly at: number;
  /** Chunks that have arrived. */
  arrived: number;
  /** Null until everything has arrived. */
  complete: (z.infer<typeof completeSchema> & { readonly postId: string | null }) | null;
}

/** Everything on TikTok, rebuilt from the journal at each start. */
export class TikTokState {
  readonly publications = new Map<string, Publication>();
  readonly #posts = new Map<string, Post>();
  /** Instants of the comments under a post. */
  readonly #comments = new Map<string, number[]>();
  readonly #newPost: (post: Post) => void;

  constructor(newPost: (post: Post) => void) {
    this.#newPost = newPost;
  }

  /** Brings an accepted write into effect; the same for a fresh one and a replayed one. */
  apply(entry: JournalEntry): void {
    if (entry.operation === 'containers.create') {
      const { id, account, at } = entry;
      const begun = begunSchema.parse(entry.detail);
      this.publications.set(id, { ...begun, id, account, at, arrived: 0, complete: null });
      return;
    }
    if (entry.operation === 'media.append') {
      const publication = this.publications.get(entry.id);
      if (publication !== undefined) publication.arrived += 1;
      return;
    }
    const detail = completeSchema.parse(entry.detail);
    const publication = this.publications.get(detail.publishId);
    if (publication === undefined) return;
    publication.arrived = publication.chunks;
    const postId = entry.operation === 'posts.create' ? entry.id : null;
    publication.complete = { ...detail, postId };
    if (postId === null) return;
    const post: Post = {
      id: postId,
      author: entry.account,
      text: entry.text ?? '',
      at: entry.at,
      kind: publication.kind,
      isPublic: detail.privacy === 'PUBLIC_TO_EVERYONE',
      visibleAt: detail.visibleAt,
      refused: detail.refusal !== null,
      media: entry.media,
      invented: false,
    };
    this.add(post);
    this.#newPost(post);
  }

  add(post: Post): void {
    this.#posts.set(post.id, post);
  }

  comment(postId: string, at: number): void {
    const instants = this.#comments.get(postId) ?? [];
    instants.push(at);
    this.#comments.set(postId, instants);
  }

  commentsUntil(postId: string, now: number): number {
    return (this.#comments.get(postId) ?? []).filter((at) => at <= now).length;
  }

  forgetInvented(): void {
    for (const post of this.#posts.values()) if (post.invented) this.#posts.delete(post.id);
  }

  post(id: string): Post | undefined {
    return this.#posts.get(id);
  }

  /** Somebody's posts, newest first. */
  postsBy(author: string): readonly Post[] {
    return [...this.#posts.values()]
      .filter((post) => post.author === author)
      .toSorted((left, right) => right.at - left.at || (left.id < right.id ? 1 : -1));
  }

  /** The publications of a creator since an instant. */
  since(account: string, at: number): readonly Publication[] {
    return [...this.publications.values()].filter(
      (publication) => publication.account === account && publication.at >= at,
    );
  }
}

/** An id as TikTok gives them, beyond what a number can hold: the second above, 32 bits that follow from the seed below. */
export function postIdAt(at: number, ...seed: readonly (string | number)[]): string {
  return String((BigInt(Math.floor(at / 1_000)) << 32n) | BigInt(hash32('post', ...seed)));
}
