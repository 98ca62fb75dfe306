import { join } from 'node:path';
import { z } from 'zod';
import { Stored } from '../../stored.ts';
import { practicePeople } from '../people/people.ts';
import type { Post, XState } from '../state.ts';
import { mentionsOnDay } from './mentions.ts';
import { pastOf } from './past.ts';
import { repliesTo } from './replies.ts';

const dayMs = 86_400_000;
const beginningSchema = z.strictObject({ at: z.int() });

/**
 * What happens on the network without the user: the practice people's past, mentions day by day, replies to posts. All
 * of it follows from the clock and from the posts, so it is kept nowhere and is the same after a restart.
 */
export class Life {
  readonly #state: XState;
  readonly #stored: Stored<z.infer<typeof beginningSchema>>;
  #begunAt: number;
  /** What is planned and has not happened yet. */
  #planned: Post[] = [];
  #plannedUntilDay: number;

  constructor(dataDirectory: string, state: XState, now: number) {
    this.#state = state;
    this.#stored = new Stored(join(dataDirectory, 'x-beginning.json'), beginningSchema, { at: now });
    this.#begunAt = this.#stored.read().at;
    this.#plannedUntilDay = 0;
    this.#begin(this.#begunAt);
  }

  /** Starts anew from another instant; the invented past moves along. */
  beginAt(now: number): void {
    this.#state.forgetInvented();
    this.#planned = [];
    this.#begin(now);
  }

  /** A post was written: some will answer it. */
  expectReplies(post: Post): void {
    this.#planned.push(...repliesTo(post));
  }

  /** Lets happen what is due by now. */
  catchUp(now: number): void {
    for (; this.#plannedUntilDay * dayMs <= now; this.#plannedUntilDay += 1) {
      for (const person of practicePeople)
        this.#planned.push(...mentionsOnDay(person, this.#plannedUntilDay));
    }
    const due = this.#planned.filter((post) => post.at <= now);
    if (due.length === 0) return;
    this.#planned = this.#planned.filter((post) => post.at > now);
    for (const post of due) {
      // A reply has nothing to hang on once its post was deleted.
      const orphan = post.replyTo !== null && this.#state.post(post.replyTo) === undefined;
      if (!orphan) this.#state.add(post);
    }
  }

  #begin(at: number): void {
    this.#begunAt = at;
    this.#stored.write({ at });
    for (const person of practicePeople) {
      for (const post of pastOf(person, at)) {
        this.#state.add(post);
        this.#planned.push(...repliesTo(post));
      }
    }
    this.#plannedUntilDay = Math.floor(this.#begunAt / dayMs) - 14;
  }
}
