import type { Database } from '../../db/database.ts';
import type { Clock } from '../../ports.ts';
import type { AnswerCache } from '../rewriting/optimize-types.ts';

/** Answers of the language model by the hash of what was asked, kept in the data file. */
export function createAnswerCache(db: Database, clock: Pick<Clock, 'now'>): AnswerCache {
  return {
    get(key) {
      const row = db.sql<{ answer: string }>(`SELECT answer FROM model_answer WHERE key = :key`).get({ key });
      return Promise.resolve(row?.answer ?? null);
    },
    set(key, answer) {
      db.write(() =>
        db
          .sql(`INSERT OR REPLACE INTO model_answer (key, answer, created_at) VALUES (:key, :answer, :now)`)
          .run({ key, answer, now: clock.now() }),
      );
      return Promise.resolve();
    },
  };
}
