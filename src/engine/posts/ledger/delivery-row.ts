import { z } from 'zod';
import { catchUp } from '../../../shared/models/delivery.ts';
import type {
  CatchUp,
  DeliveryState,
  PartRole,
  PartState,
  PublishMode,
} from '../../../shared/models/delivery.ts';
import type { AccountId, DeliveryId, PostId, WorkspaceId } from '../../../shared/models/ids.ts';
import { mediaId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';

/** A delivery's row. */
export interface DeliveryRow {
  readonly id: DeliveryId;
  readonly workspaceId: WorkspaceId;
  readonly postId: PostId;
  readonly accountId: AccountId;
  readonly state: DeliveryState;
  readonly dueAt: number | null;
  readonly dueLocal: string | null;
  readonly dueZone: string | null;
  readonly dueNote: 'none' | 'gap' | 'overlap';
  readonly catchUp: string;
  readonly progress: string | null;
  readonly problem: string | null;
  readonly costMicros: number;
  readonly publishedAt: number | null;
  readonly url: string | null;
  readonly attempts: number;
  /** Its own choice of who publishes it; null: its account's. */
  readonly mode: PublishMode | null;
  /** From when on it may be handed to the network, epoch ms; null: it is not. */
  readonly handOverAt: number | null;
  /** Set while it is being handed to the network ahead of its time; epoch ms. */
  readonly handingSince: number | null;
  /** When a cancellation was asked for that waits for a part to be settled; epoch ms. */
  readonly cancelRequestedAt: number | null;
  /** Who asked for it. */
  readonly cancelRequestedBy: string | null;
  readonly version: number;
}

/** A part's row: one network post. */
export interface PartRow {
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly deliveryId: DeliveryId;
  readonly accountId: AccountId;
  readonly position: number;
  readonly text: string;
  readonly media: string;
  readonly role: PartRole;
  readonly state: PartState;
  readonly fingerprint: string | null;
  readonly inReplyTo: string | null;
  readonly sendingAt: number | null;
  readonly sentAt: number | null;
  readonly remoteId: string | null;
  readonly url: string | null;
  /** The key it is sent under, the same at every repeat; null where the network settles by none. */
  readonly sendKey: string | null;
  /** What was staged for it at the network. */
  readonly handle: string | null;
  readonly handleReady: 0 | 1;
  readonly handleExpiresAt: number | null;
  /** Epoch ms of the first send whose fate was never known, where it was sent again on the user's word. */
  readonly doubtedSince: number | null;
  /** Epoch ms at which the network was asked to publish it by itself; null: at once. */
  readonly publishAt: number | null;
  /** What the network calls it until then. */
  readonly scheduledId: string | null;
}

export const deliveryColumns = `d.id, d.workspace_id AS workspaceId, d.post_id AS postId, d.account_id AS accountId, d.state, d.due_at AS dueAt,
  d.due_local AS dueLocal, d.due_zone AS dueZone, d.due_note AS dueNote, d.catch_up AS catchUp, d.progress, d.problem,
  d.cost_micros AS costMicros, d.published_at AS publishedAt, d.url, d.attempts,
  d.mode, d.hand_over_at AS handOverAt, d.handing_since AS handingSince,
  d.cancel_requested_at AS cancelRequestedAt, d.cancel_requested_by AS cancelRequestedBy, d.version`;

export const partColumns = `id, workspace_id AS workspaceId, delivery_id AS deliveryId, account_id AS accountId, position, text, media, role, state,
  fingerprint, in_reply_to AS inReplyTo, sending_at AS sendingAt, sent_at AS sentAt, remote_id AS remoteId, url,
  send_key AS sendKey, handle, handle_ready AS handleReady, handle_expires_at AS handleExpiresAt, doubted_since AS doubtedSince,
  publish_at AS publishAt, scheduled_id AS scheduledId`;

export function findDelivery(db: Database, workspaceId: WorkspaceId, id: string): DeliveryRow | undefined {
  return db
    .sql<DeliveryRow>(
      `SELECT ${deliveryColumns} FROM delivery d WHERE d.workspace_id = :workspaceId AND d.id = :id`,
    )
    .get({ workspaceId, id });
}

/** Whether the post of a delivery was removed: then nothing becomes of it until it is brought back. */
export function isInBin(
  db: Database,
  { workspaceId, postId }: Pick<DeliveryRow, 'workspaceId' | 'postId'>,
): boolean {
  return (
    db
      .sql(`SELECT 1 FROM post WHERE workspace_id = :workspaceId AND id = :postId AND deleted_at IS NOT NULL`)
      .get({ workspaceId, postId }) !== undefined
  );
}

/** Who publishes it: its own choice, else its account's. */
export function modeOf(
  db: Database,
  { mode, accountId }: Pick<DeliveryRow, 'mode' | 'accountId'>,
): PublishMode {
  if (mode !== null) return mode;
  const row = db
    .sql<{ mode: PublishMode }>(`SELECT publish_mode AS mode FROM account WHERE id = :accountId`)
    .get({ accountId });
  return row?.mode ?? 'publish';
}

/** A delivery's parts, first to last. Read several times for each post; parameters as expressions spare it being prepared anew (`queue/lanes.ts`). */
export function partsOf(db: Database, workspaceId: WorkspaceId, deliveryId: string): PartRow[] {
  return db
    .sql<PartRow>(
      `SELECT ${partColumns} FROM delivery_part WHERE workspace_id = (:workspaceId || '') AND delivery_id = (:deliveryId || '') ORDER BY position`,
    )
    .all({ workspaceId, deliveryId });
}

const partMedia = z.array(z.object({ id: mediaId, altText: z.string() }));
export type PartMedia = z.infer<typeof partMedia>;

export function mediaOf(part: Pick<PartRow, 'media'>): PartMedia {
  return partMedia.parse(JSON.parse(part.media));
}

export function catchUpOf(row: Pick<DeliveryRow, 'catchUp'>): CatchUp {
  return catchUp.parse(JSON.parse(row.catchUp));
}
