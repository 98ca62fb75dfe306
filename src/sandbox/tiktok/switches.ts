import { join } from 'node:path';
import { z } from 'zod';
import { Stored } from '../stored.ts';

/** What `PUT /__practice/tiktok` takes; what is left out is as usual. */
export const switchesSchema = z.strictObject({
  /** An app that TikTok has not audited posts for the creator's own eyes only, to private accounts. */
  audited: z.boolean().default(true),
  /** The reason for which TikTok will make no post of what is published from now on; null: it will. */
  failReason: z.string().nullable().default(null),
  /** How long a public post is looked through before its id is told, in practice milliseconds. */
  moderationMs: z.int().nonnegative().default(0),
  /** Addresses that photos may be fetched from begin with one of these; null: any on this machine. */
  verifiedPrefixes: z.array(z.string()).nullable().default(null),
  postsADay: z.int().positive().default(15),
  pendingDrafts: z.int().positive().default(5),
});
export type Chosen = z.infer<typeof switchesSchema>;

/** How this TikTok is set up. */
export class Switches {
  readonly #stored: Stored<Chosen>;
  #chosen: Chosen;

  constructor(dataDirectory: string) {
    this.#stored = new Stored(
      join(dataDirectory, 'tiktok-switches.json'),
      switchesSchema,
      switchesSchema.parse({}),
    );
    this.#chosen = this.#stored.read();
  }

  get now(): Chosen {
    return this.#chosen;
  }

  set(chosen: Chosen): void {
    this.#chosen = chosen;
    this.#stored.write(chosen);
  }
}
