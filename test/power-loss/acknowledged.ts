import { writeSync } from 'node:fs';
import { z } from 'zod';
import type { Database } from '../../src/engine/db/database.ts';

/** What a program has told somebody, so that it must be there after a power loss. */
export const acknowledged = z.object({
  /** Rows of the history of deliveries. */
  events: z.array(z.object({ id: z.int(), delivery: z.string(), kind: z.string() })).default([]),
  /** Jobs that were added or have ended. */
  jobs: z.array(z.object({ id: z.string(), state: z.string() })).default([]),
  /** The text of a part whose request is about to leave. */
  leaving: z.string().optional(),
});
export type Acknowledged = z.infer<typeof acknowledged>;

/** Writes to `descriptor` what is new in the data file since the last call; what `db` shows is committed. */
export function createAcknowledger(db: Pick<Database, 'sql'>, descriptor: number): () => void {
  const jobs = new Map<string, string>();
  let last = 0;
  return () => {
    const events = db
      .sql<Acknowledged['events'][number]>(
        `SELECT id, delivery_id AS delivery, kind FROM delivery_event WHERE id > :last ORDER BY id`,
      )
      .all({ last });
    last = events.at(-1)?.id ?? last;
    const changed = db
      .sql<Acknowledged['jobs'][number]>(`SELECT id, state FROM job`)
      .all()
      .filter(({ id, state }) => jobs.get(id) !== state);
    for (const { id, state } of changed) jobs.set(id, state);
    if (events.length > 0 || changed.length > 0) acknowledge(descriptor, { events, jobs: changed });
  };
}

export function acknowledge(descriptor: number, what: z.input<typeof acknowledged>): void {
  writeSync(descriptor, `${JSON.stringify(what)}\n`);
}
