import type { Database } from '../../db/database.ts';
import type { Clock } from '../../ports.ts';

/** Keeps answers by a hash of what was asked; what is kept may be lost at any time. */
export interface AnswerCache {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string) => void;
}

/** Answers of the language model by the hash of what was asked, kept in the data file. */
export function createAnswerCache(db: Database, clock: Pick<Clock, 'now'>): AnswerCache {
  return {
    get: (key) =>
      db.sql<{ answer: string }>(`SELECT answer FROM model_answer WHERE key = :key`).get({ key })?.answer ??
      null,
    set(key, answer) {
      db.write(() =>
        db
          .sql(`INSERT OR REPLACE INTO model_answer (key, answer, created_at) VALUES (:key, :answer, :now)`)
          .run({ key, answer, now: clock.now() }),
      );
    },
  };
}
