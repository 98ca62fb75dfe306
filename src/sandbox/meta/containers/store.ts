import { z } from 'zod';
import type { JournalEntry } from '../../journal.ts';
import { letters } from '../../seeded.ts';

const fields = z.record(z.string(), z.string());

/** What the journal keeps about a container besides the common fields. */
export const containerDetail = z.object({
  kind: z.string(),
  /** Practice milliseconds; 0: at once. */
  readyAt: z.int(),
  /** Why it comes to nothing, in the network's words. */
  failure: z.string().nullable(),
  children: z.array(z.string()),
  fields,
});

/** What the journal keeps about a post. */
export const postDetail = z.object({
  container: z.string().nullable(),
  kind: z.string(),
  fields,
  /** What was sent, where the network stored something else. */
  sentText: z.string().nullable(),
});

/** Something staged, which is published once. */
export interface Container extends z.infer<typeof containerDetail> {
  readonly id: string;
  readonly account: string;
  readonly at: number;
  readonly text: string;
  readonly replyTo: string | null;
  readonly media: readonly string[];
}

/** A post, a reply or a comment. */
export interface Post {
  readonly id: string;
  /** What stands for it in its public address. */
  readonly code: string;
  readonly author: string;
  readonly text: string;
  readonly at: number;
  readonly replyTo: string | null;
  /** `IMAGE`, `VIDEO`, `REELS`, `STORIES`, `CAROUSEL`, `TEXT` or `COMMENT`. */
  readonly kind: string;
  /** Ids of files; a name that begins with `scene-` is a drawn picture. */
  readonly media: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly invented: boolean;
}

const dayMs = 86_400_000;

/** Everything on one of the two networks, rebuilt from the journal at each start. */
export class ContainerStore {
  readonly #containers = new Map<string, Container>();
  /** The post that a container became. */
  readonly #published = new Map<string, string>();
  readonly #posts = new Map<string, Post>();
  readonly #newPost: (post: Post) => void;
  #given = 0;

  /** `newPost` hears of every post that somebody wrote, also of those replayed from the journal. */
  constructor(newPost: (post: Post) => void) {
    this.#newPost = newPost;
  }

  /** An id of 17 digits, beyond what a number can hold, that tells the second: containers begin with 17, posts with 18. */
  nextId(kind: 'container' | 'post', now: number): string {
    this.#given += 1;
    const end = String(this.#given % 100_000).padStart(5, '0');
    return `${kind === 'container' ? '17' : '18'}${String(Math.floor(now / 1000)).padStart(10, '0')}${end}`;
  }

  /** Brings an accepted write into effect; the same for a fresh one and a replayed one. */
  apply(entry: JournalEntry): void {
    this.#given = Math.max(this.#given, Number(entry.id.slice(-5)) || 0);
    switch (entry.operation) {
      case 'containers.create':
        this.#containers.set(entry.id, {
          ...containerDetail.parse(entry.detail),
          id: entry.id,
          account: entry.account,
          at: entry.at,
          text: entry.text ?? '',
          replyTo: entry.inReplyTo,
          media: entry.media,
        });
        break;
      case 'posts.create':
      case 'comments.create': {
        const { container, kind, fields } = postDetail.parse(entry.detail);
        if (container !== null) this.#published.set(container, entry.id);
        const post = {
          id: entry.id,
          code: codeOf(entry.id),
          author: entry.account,
          text: entry.text ?? '',
          at: entry.at,
          replyTo: entry.inReplyTo,
          kind,
          media: entry.media,
          fields,
          invented: false,
        };
        this.add(post);
        this.#newPost(post);
        break;
      }
      case 'posts.delete':
        this.#posts.delete(entry.id);
        break;
      default:
        break;
    }
  }

  add(post: Post): void {
    this.#posts.set(post.id, post);
  }

  forgetInvented(): void {
    for (const post of this.#posts.values()) if (post.invented) this.#posts.delete(post.id);
  }

  container(id: string): Container | undefined {
    return this.#containers.get(id);
  }

  /** How far a container is. One that is published stays so. */
  stateOf(container: Container, now: number): 'PUBLISHED' | 'ERROR' | 'EXPIRED' | 'IN_PROGRESS' | 'FINISHED' {
    if (this.#published.has(container.id)) return 'PUBLISHED';
    if (now >= container.at + dayMs) return 'EXPIRED';
    if (now < container.readyAt) return 'IN_PROGRESS';
    return container.failure === null ? 'FINISHED' : 'ERROR';
  }

  /** How many containers an account made within 24 hours. */
  containersOf(account: string, now: number): number {
    return [...this.#containers.values()].filter((one) => one.account === account && one.at > now - dayMs)
      .length;
  }

  /** A post that stands. */
  post(id: string): Post | undefined {
    return this.#posts.get(id);
  }

  postByCode(code: string): Post | undefined {
    return [...this.#posts.values()].find((post) => post.code === code);
  }

  /** Posts that stand and fit, newest first. */
  posts(fits: (post: Post) => boolean): readonly Post[] {
    return [...this.#posts.values()]
      .filter(fits)
      .toSorted((one, other) => other.at - one.at || (other.id > one.id ? 1 : -1));
  }

  /** What an account published itself within 24 hours, deleted or not. */
  publishedWithin(account: string, now: number, fits: (post: Post) => boolean): number {
    return this.posts(
      (post) => post.author === account && !post.invented && post.at > now - dayMs && fits(post),
    ).length;
  }
}

/** The letters in a post's address. */
export function codeOf(id: string): string {
  return letters(11, 'post', id);
}
