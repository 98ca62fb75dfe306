import type { DeliveryState } from '../../../shared/models/delivery.ts';
import type { AccountId, DeliveryId, PostId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { ExperimentDeps } from '../experiment-deps.ts';
import type { StoredExperiment } from '../experiment-store.ts';
import type { PlannedCell } from '../design/layout.ts';

/** A post of a test with what became of it. */
export interface TestItem {
  readonly position: number;
  readonly accountId: AccountId;
  readonly platform: string;
  readonly postId: PostId;
  readonly variant: number;
  readonly source: number;
  readonly dueLocal: string;
  readonly dueZone: string;
  readonly dueAt: number;
  readonly takenBack: number;
  /** 1: its words are no longer those of the test. */
  readonly edited: number;
  /** 1: it is in the bin. */
  readonly deleted: number;
  readonly excerpt: string;
  readonly deliveryId: DeliveryId | null;
  readonly state: DeliveryState | null;
  readonly publishedAt: number | null;
  readonly url: string | null;
  /** The row of the post as the network shows it; null before it is out. */
  readonly seenId: string | null;
  /** 1: the network does not show it any more. */
  readonly gone: number | null;
}

type Key = Pick<StoredExperiment, 'workspaceId' | 'id'>;

/** A test's posts in the order in which they go out; of a thread its first part is what counts. */
export function itemsOf({ db }: Pick<ExperimentDeps, 'db'>, { workspaceId, id }: Key): TestItem[] {
  return db
    .sql<TestItem>(`SELECT e.position, e.account_id AS accountId, a.platform, e.post_id AS postId, e.variant, e.source, e.due_local AS dueLocal,
        e.due_zone AS dueZone, e.due_at AS dueAt, e.taken_back AS takenBack, p.version <> e.post_version AS edited, p.deleted_at IS NOT NULL AS deleted,
        substr(p.parts ->> '$[0].text', 1, 140) AS excerpt, d.id AS deliveryId, d.state, d.published_at AS publishedAt, d.url, r.id AS seenId, r.gone
      FROM experiment_post e JOIN account a ON a.id = e.account_id JOIN post p ON p.id = e.post_id
        LEFT JOIN delivery d ON d.post_id = e.post_id AND d.account_id = e.account_id
        LEFT JOIN delivery_part x ON x.delivery_id = d.id AND x.position = 0
        LEFT JOIN remote_post r ON r.account_id = e.account_id AND r.remote_id = x.remote_id
      WHERE e.workspace_id = :workspaceId AND e.experiment_id = :id ORDER BY e.position`)
    .all({ workspaceId, id });
}

/** Notes a post of a test as it was made; joins the transaction that is open. */
export function insertItem(
  { db }: ExperimentDeps,
  { workspaceId, id }: Key,
  item: PlannedCell & { readonly position: number; readonly postId: PostId },
): void {
  const { position, accountId, postId, variant, source, when } = item;
  db.sql(`INSERT INTO experiment_post (workspace_id, experiment_id, position, account_id, post_id, variant, source, post_version, due_local, due_zone, due_at)
    VALUES (:workspaceId, :id, :position, :accountId, :postId, :variant, :source, (SELECT version FROM post WHERE id = :postId), :local, :timeZone, :instant)`).run(
    {
      workspaceId,
      id,
      position,
      accountId,
      postId,
      variant,
      source,
      local: when.local,
      timeZone: when.timeZone,
      instant: when.instant,
    },
  );
}

/** Notes that a post went to the bin with its test, or came back; joins the transaction that is open. */
export function noteTakenBack(
  { db }: ExperimentDeps,
  { workspaceId, id }: Key,
  position: number,
  takenBack: boolean,
): void {
  db.sql(
    `UPDATE experiment_post SET taken_back = :takenBack WHERE workspace_id = :workspaceId AND experiment_id = :id AND position = :position`,
  ).run({ workspaceId, id, position, takenBack: takenBack ? 1 : 0 });
}

/** Whether the account is there, of which network it is, and whether that is the practice one. */
export function accountFacts(
  { db }: Pick<ExperimentDeps, 'db'>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
): { platform: string; practice: boolean } | undefined {
  const row = db
    .sql<{ platform: string; kind: string }>(
      `SELECT a.platform, w.kind FROM account a JOIN workspace w ON w.id = a.workspace_id WHERE a.workspace_id = :workspaceId AND a.id = :accountId`,
    )
    .get({ workspaceId, accountId });
  return row === undefined ? undefined : { platform: row.platform, practice: row.kind === 'practice' };
}
