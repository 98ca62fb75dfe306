import type { LearningQuality } from '../../shared/contract/learning.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { AccountModels, LearnedAccount } from './learn-account.ts';
import type { LearningAccount } from './own-posts.ts';

export interface StoredLearning {
  readonly accountId: AccountId;
  readonly fingerprint: string;
  readonly posts: number;
  readonly quality: LearningQuality | null;
  readonly learnedAt: number;
}

interface Row extends Omit<StoredLearning, 'quality'> {
  readonly quality: string | null;
}

/** What was learned of a workspace's accounts, without the models themselves. */
export function storedLearning(db: Database, workspaceId: WorkspaceId): StoredLearning[] {
  return db
    .sql<Row>(
      `SELECT account_id AS accountId, fingerprint, posts, quality, learned_at AS learnedAt FROM learned_model
       WHERE workspace_id = :workspaceId`,
    )
    .all({ workspaceId })
    .map((row) => ({
      ...row,
      quality: row.quality === null ? null : (JSON.parse(row.quality) as LearningQuality),
    }));
}

/** The models of an account; null where there were too few posts. Their shape is that of the version in the fingerprint. */
export function storedModels(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: AccountId,
): AccountModels | null {
  const row = db
    .sql<{ models: string | null }>(
      'SELECT models FROM learned_model WHERE workspace_id = :workspaceId AND account_id = :accountId',
    )
    .get({ workspaceId, accountId });
  return row === undefined || row.models === null ? null : (JSON.parse(row.models) as AccountModels);
}

/** Keeps what was learned in place of what was; `learned` is null where there were too few posts. */
export function storeLearning(
  db: Database,
  account: LearningAccount,
  given: { fingerprint: string; posts: number; learned: LearnedAccount | null; at: number },
): void {
  const models = given.learned === null ? null : JSON.stringify(given.learned.models);
  const quality = given.learned?.quality ? JSON.stringify(given.learned.quality) : null;
  db.write(() =>
    db
      .sql(
        `INSERT INTO learned_model (account_id, workspace_id, fingerprint, posts, quality, models, learned_at)
         VALUES (:accountId, :workspaceId, :fingerprint, :posts, :quality, :models, :at)
         ON CONFLICT (account_id) DO UPDATE SET fingerprint = excluded.fingerprint, posts = excluded.posts,
           quality = excluded.quality, models = excluded.models, learned_at = excluded.learned_at`,
      )
      .run({
        accountId: account.id,
        workspaceId: account.workspaceId,
        fingerprint: given.fingerprint,
        posts: given.posts,
        quality,
        models,
        at: given.at,
      }),
  );
}
