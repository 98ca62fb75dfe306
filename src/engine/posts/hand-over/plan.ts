import type { PublishMode } from '../../../shared/models/delivery.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import { optionsAt, readPostOptions } from '../../platforms/options/post-options.ts';
import type { Platform } from '../../platforms/platform.ts';

/** After it was scheduled a post rests here for this time, in milliseconds, so that second thoughts cost no call. */
export const restsMs = 5 * 60_000;
/** A hand-over begins this much before the network's last moment for it, or after its first, in milliseconds. */
export const marginMs = 5 * 60_000;

interface Row {
  readonly state: string;
  readonly dueAt: number | null;
  readonly mode: PublishMode;
  readonly native: 0 | 1;
  readonly parts: number;
  readonly platform: string;
  readonly options: string;
}

/** Whether the network can be given a post ahead of its time, and can be asked about it and take it back. */
export function schedulesByItself(platform: Platform): boolean {
  const { nativeSchedule, api } = platform;
  return nativeSchedule !== undefined && api.scheduled !== undefined && api.unschedule !== undefined;
}

/** Whether the network keeps this post until its time. */
function keeps(platform: Platform, { options }: Row): boolean {
  if (!schedulesByItself(platform)) return false;
  return platform.keeps?.(optionsAt(platform, null, readPostOptions(options)).values) ?? true;
}

/** A delivery as handing over asks for it: posts of one part alone, of accounts that want it. */
function findRow(db: Database, workspaceId: WorkspaceId, deliveryId: string): Row | undefined {
  return db
    .sql<Row>(`SELECT d.state, d.due_at AS dueAt, coalesce(d.mode, a.publish_mode) AS mode, a.native_schedule AS native, a.platform, p.options,
        (SELECT count(*) FROM delivery_part x WHERE x.delivery_id = d.id) AS parts
      FROM delivery d JOIN account a ON a.id = d.account_id JOIN post p ON p.id = d.post_id WHERE d.workspace_id = :workspaceId AND d.id = :deliveryId`)
    .get({ workspaceId, deliveryId });
}

/** When a delivery that waits is to be handed to its network, epoch ms; null where OCMA publishes it itself. */
export function handOverAt(
  deps: { readonly db: Database; readonly platformOf: (name: string) => Platform },
  workspaceId: WorkspaceId,
  deliveryId: string,
  now: number,
): number | null {
  const row = findRow(deps.db, workspaceId, deliveryId);
  if (row?.state !== 'scheduled' || row.dueAt === null) return null;
  if (row.native !== 1 || row.mode !== 'publish' || row.parts !== 1) return null;
  const platform = deps.platformOf(row.platform);
  if (!keeps(platform, row) || platform.nativeSchedule === undefined) return null;
  const { leastAheadMs, mostAheadMs } = platform.nativeSchedule;
  const at = Math.max(now + restsMs, row.dueAt - mostAheadMs + marginMs);
  return at <= row.dueAt - leastAheadMs - marginMs ? at : null;
}

/** Whether it may be handed over at this moment. */
export function mayHandOver(
  deps: { readonly db: Database },
  platform: Platform,
  delivery: { readonly workspaceId: WorkspaceId; readonly id: string },
  now: number,
): boolean {
  const row = findRow(deps.db, delivery.workspaceId, delivery.id);
  const { nativeSchedule } = platform;
  if (row?.dueAt === undefined || row.dueAt === null || nativeSchedule === undefined) return false;
  if (row.native !== 1 || row.mode !== 'publish' || row.parts !== 1 || !keeps(platform, row)) return false;
  const ahead = row.dueAt - now;
  return ahead >= nativeSchedule.leastAheadMs && ahead <= nativeSchedule.mostAheadMs;
}
