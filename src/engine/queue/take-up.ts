import type { Database } from '../db/database.ts';
import type { QueueName } from './job.ts';

/** What kept these jobs waiting is over: they are due as they were before. Returns how many there are. */
export function takeUp(db: Database, queue: QueueName, code: string): number {
  return db.write(() => {
    const key = { queue, code };
    db.sql(`UPDATE lane SET at = 0 WHERE queue = :queue AND lane IN
      (SELECT lane FROM job WHERE queue = :queue AND state = 'ready' AND run_at > due_at AND last_code = :code)`).run(
      key,
    );
    return db
      .sql(
        `UPDATE job SET run_at = due_at WHERE queue = :queue AND state = 'ready' AND run_at > due_at AND last_code = :code`,
      )
      .run(key).changes;
  });
}
