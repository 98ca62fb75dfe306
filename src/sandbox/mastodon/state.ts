import { z } from 'zod';
import type { JournalEntry } from '../journal.ts';

/** What the journal keeps about a post besides the common fields. */
export const statusDetailSchema = z.object({
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
  spoilerText: z.string(),
  sensitive: z.boolean(),
  language: z.string().nullable(),
  quotes: z.string().nullable(),
  key: z.string().nullable(),
  sentText: z.string().nullable(),
  /** The kept post that this one was. */
  fromScheduled: z.string().nullable(),
});
export type StatusDetail = z.infer<typeof statusDetailSchema>;

export const scheduledDetailSchema = statusDetailSchema.extend({ publishAt: z.int() });

/** What the journal keeps about a file. */
export const mediaDetailSchema = z.object({
  mediaType: z.string(),
  kind: z.enum(['photo', 'video', 'animated_gif']),
  width: z.int().nullable(),
  height: z.int().nullable(),
  readyAt: z.int(),
  failed: z.boolean(),
});

/** An uploaded file; `readyAt` is when its processing ends. */
export interface Medium extends z.infer<typeof mediaDetailSchema> {
  readonly id: string;
  readonly account: string;
  readonly description: string | null;
}

/** A post as the server keeps it. */
export interface Status extends StatusDetail {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly at: number;
  readonly replyTo: string | null;
  readonly media: readonly string[];
  /** Made up by the network, not written through its API. */
  readonly invented: boolean;
}

/** A post that waits for its time. */
export interface Waiting extends z.infer<typeof scheduledDetailSchema> {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly at: number;
  readonly replyTo: string | null;
  readonly media: readonly string[];
}

/** What was made under an idempotency key. */
export interface Remembered {
  readonly id: string;
  readonly kind: 'status' | 'scheduled';
  readonly at: number;
}

/** Everything on the server, rebuilt from the journal at each start. */
export class MastodonState {
  readonly media = new Map<string, Medium>();
  readonly waiting = new Map<string, Waiting>();
  readonly #keys = new Map<string, Remembered>();
  readonly #statuses = new Map<string, Status>();
  readonly #newStatus: (status: Status) => void;
  #lastId = 0n;

  /** `newStatus` hears of every post that somebody wrote, also of those replayed from the journal. */
  constructor(newStatus: (status: Status) => void) {
    this.#newStatus = newStatus;
  }

  /** Brings an accepted write into effect; the same for a fresh one and a replayed one. */
  apply(entry: JournalEntry): void {
    if (/^\d+$/.test(entry.id) && BigInt(entry.id) > this.#lastId) this.#lastId = BigInt(entry.id);
    const common = {
      id: entry.id,
      author: entry.account,
      text: entry.text ?? '',
      at: entry.at,
      replyTo: entry.inReplyTo,
      media: entry.media,
    };
    switch (entry.operation) {
      case 'posts.create': {
        const detail = statusDetailSchema.parse(entry.detail);
        const status: Status = { ...common, ...detail, invented: false };
        if (detail.fromScheduled !== null) this.waiting.delete(detail.fromScheduled);
        this.#remember(entry, detail.key, 'status');
        this.add(status);
        this.#newStatus(status);
        break;
      }
      case 'posts.schedule': {
        const detail = scheduledDetailSchema.parse(entry.detail);
        this.waiting.set(entry.id, { ...common, ...detail });
        this.#remember(entry, detail.key, 'scheduled');
        break;
      }
      case 'posts.unschedule':
        this.waiting.delete(entry.id);
        break;
      case 'posts.delete':
        this.#remove(entry.id);
        break;
      case 'media.upload': {
        const detail = mediaDetailSchema.parse(entry.detail);
        this.media.set(entry.id, {
          ...detail,
          id: entry.id,
          account: entry.account,
          description: entry.text,
        });
        break;
      }
      case 'media.metadata': {
        const medium = this.media.get(entry.id);
        if (medium !== undefined) this.media.set(entry.id, { ...medium, description: entry.text });
        break;
      }
    }
  }

  /** An id that sorts by its time: milliseconds and 16 bits. */
  nextId(now: number): string {
    const wanted = BigInt(now) << 16n;
    this.#lastId = wanted > this.#lastId ? wanted : this.#lastId + 1n;
    return String(this.#lastId);
  }

  /** What somebody made under a key within the last hour. */
  remembered(account: string, key: string, now: number): Remembered | undefined {
    const found = this.#keys.get(`${account} ${key}`);
    return found !== undefined && now - found.at <= 3_600_000 ? found : undefined;
  }

  add(status: Status): void {
    this.#statuses.set(status.id, status);
  }

  /** Forgets everything that the network made up. */
  forgetInvented(): void {
    for (const status of this.#statuses.values()) if (status.invented) this.#remove(status.id);
  }

  status(id: string): Status | undefined {
    return this.#statuses.get(id);
  }

  /** Every post that stands, newest first. */
  statuses(): readonly Status[] {
    return [...this.#statuses.values()].sort(newestFirst);
  }

  /** Somebody's posts that stand, newest first. */
  statusesBy(author: string): readonly Status[] {
    return [...this.#statuses.values()].filter((status) => status.author === author).sort(newestFirst);
  }

  /** Replies that stand right under a post by an instant. */
  repliesTo(id: string, until: number): readonly Status[] {
    return [...this.#statuses.values()].filter((status) => status.replyTo === id && status.at <= until);
  }

  #remember(entry: JournalEntry, key: string | null, kind: Remembered['kind']): void {
    if (key !== null) this.#keys.set(`${entry.account} ${key}`, { id: entry.id, kind, at: entry.at });
  }

  #remove(id: string): void {
    // Made-up replies go with their post: after a restart they would not be made up again.
    for (const status of this.#statuses.values()) {
      if (status.invented && status.replyTo === id) this.#remove(status.id);
    }
    this.#statuses.delete(id);
  }
}

const newestFirst = (one: Status, other: Status): number => {
  const [left, right] = [BigInt(one.id), BigInt(other.id)];
  return left < right ? 1 : left > right ? -1 : 0;
};
