import { join } from 'node:path';
import { z } from 'zod';
import type { Growing } from '../growth/growth.ts';
import type { Inhabitant } from '../people/people.ts';
import { Stored } from '../stored.ts';
import type { Invented } from './invented.ts';
import { mentionsOnDay } from './mentions.ts';
import { pastOf } from './past.ts';
import { repliesTo } from './replies.ts';

const dayMs = 86_400_000;
const beginningSchema = z.strictObject({ at: z.int() });

/** Where something invented goes, and who takes part. */
export interface Stage {
  readonly dataDirectory: string;
  /** The network's name, for the file that keeps when it began. */
  readonly network: string;
  /** Who has a past, is mentioned and is answered: people, pages, organisations. */
  readonly writers: readonly Inhabitant[];
  /** Who mentions and answers. */
  readonly others: readonly Inhabitant[];
  /** What a writer wrote before, newest first. */
  texts(writer: Inhabitant): readonly string[];
  /** What a writer wrote in the months before that, newest first. */
  earlier(writer: Inhabitant): readonly string[];
  /** Whether strangers mention writers here. */
  readonly mentions: boolean;
  /** Puts it on the network; returns it as a post, undefined where its parent is gone. */
  put(invented: Invented): Growing | undefined;
  /** Takes everything invented away again. */
  forgetInvented(): void;
}

/**
 * What happens on a network without the user: the writers' past, mentions day by day, replies to posts. All of it
 * follows from the clock and from the posts, so it is kept nowhere and is the same after a restart.
 */
export class Life {
  readonly #stage: Stage;
  readonly #stored: Stored<z.infer<typeof beginningSchema>>;
  /** When it begins, until somebody comes: a network that nobody asks needs no past. */
  #beginning: number | null;
  /** What is planned and has not happened yet. */
  #planned: Invented[] = [];
  #plannedUntilDay = 0;

  constructor(stage: Stage, now: number) {
    this.#stage = stage;
    const path = join(stage.dataDirectory, `${stage.network}-beginning.json`);
    this.#stored = new Stored(path, beginningSchema, { at: now });
    this.#beginning = this.#stored.read().at;
  }

  /** Starts anew from another instant; the invented past moves along. */
  beginAt(now: number): void {
    this.#stage.forgetInvented();
    this.#planned = [];
    this.#beginning = now;
  }

  /** A post was written: some will answer it, where the author is one of the writers. */
  expectReplies(post: Growing, authorId: string): void {
    const author = this.#stage.writers.find(({ id }) => id === authorId);
    if (author !== undefined) this.#planned.push(...repliesTo(post, author, this.#stage.others));
  }

  /** Lets happen what is due by now. Call it before every request is handled. */
  catchUp(now: number): void {
    if (this.#beginning !== null) this.#begin(this.#beginning);
    const { writers, others, mentions } = this.#stage;
    for (; this.#plannedUntilDay * dayMs <= now; this.#plannedUntilDay += 1) {
      if (!mentions) continue;
      for (const writer of writers)
        this.#planned.push(...mentionsOnDay(writer, others, this.#plannedUntilDay));
    }
    const due = this.#planned.filter(({ at }) => at <= now);
    if (due.length === 0) return;
    this.#planned = this.#planned.filter(({ at }) => at > now);
    for (const invented of due) this.#stage.put(invented);
  }

  /** Keeps where a past begins that was looked at once, and not since it moved. */
  close(): void {
    if (this.#beginning !== null && this.#stored.exists) this.#stored.write({ at: this.#beginning });
  }

  #begin(at: number): void {
    this.#beginning = null;
    this.#stored.write({ at });
    for (const writer of this.#stage.writers) {
      const { texts, earlier } = this.#stage;
      for (const invented of pastOf(writer, texts(writer), earlier(writer), at)) {
        const post = this.#stage.put(invented);
        if (post !== undefined) this.#planned.push(...repliesTo(post, writer, this.#stage.others));
      }
    }
    this.#plannedUntilDay = Math.floor(at / dayMs) - 14;
  }
}
