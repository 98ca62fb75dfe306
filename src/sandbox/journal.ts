import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from './json-lines.ts';

const entrySchema = z.strictObject({
  seq: z.int(),
  at: z.int(),
  network: z.string(),
  operation: z.string(),
  account: z.string(),
  id: z.string(),
  text: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  media: z.array(z.string()),
  clientRequestAt: z.int(),
  clientGone: z.boolean(),
  detail: z.record(z.string(), z.json()),
});

/**
 * One accepted write. `at` and `clientRequestAt` are practice milliseconds: when it was accepted, when the request arrived.
 * `account` is the network's id of who wrote, `id` of what was written; `clientGone` says that nobody was left to be
 * answered; `detail` holds what only that network knows and needs to rebuild its state.
 */
export type JournalEntry = Readonly<z.infer<typeof entrySchema>>;

/** What a network hands in; the journal numbers and dates it. */
export type NewEntry = Omit<JournalEntry, 'seq' | 'at'>;

/** The practice network's truth: an append-only, synced log of every accepted write, in `log.jsonl`. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #lines: JsonLines<JournalEntry>;
  readonly #waiting = new Set<() => void>();
  readonly #now: () => number;

  constructor(dataDirectory: string, now: () => number) {
    this.#now = now;
    this.#lines = JsonLines.open(join(dataDirectory, 'log.jsonl'), (line) => {
      this.#entries.push(entrySchema.parse(line));
    });
  }

  /** Stores a write and returns it once it is synced. Synchronous, so checks made just before still hold. */
  append(write: NewEntry): JournalEntry {
    const entry = { seq: (this.#entries.at(-1)?.seq ?? 0) + 1, at: this.#now(), ...write };
    this.#lines.append(entry);
    this.#entries.push(entry);
    for (const wake of this.#waiting) wake();
    return entry;
  }

  /** Every entry with a number above `seq`, oldest first. */
  after(seq: number): readonly JournalEntry[] {
    return this.#entries.filter((entry) => entry.seq > seq);
  }

  /** Every entry of one network, oldest first. */
  of(network: string): readonly JournalEntry[] {
    return this.#entries.filter((entry) => entry.network === network);
  }

  /** Ends when an entry above `seq` exists, the wall time is over, or the signal aborts. */
  async waitFor(seq: number, wallMs: number, signal: AbortSignal): Promise<void> {
    if ((this.#entries.at(-1)?.seq ?? 0) > seq || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, wallMs);
      this.#waiting.add(end);
      signal.addEventListener('abort', end, { once: true });
    });
  }

  close(): void {
    this.#lines.close();
  }
}
