import type { OptionValues } from '../../../shared/models/publish-option.ts';
import type { Database } from '../../db/database.ts';
import type { AccountHttp } from '../../http/call.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { PublishPart } from '../../platforms/publishing.ts';
import { partsOf } from '../ledger/delivery-row.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { optionsAt, readPostOptions } from '../../platforms/options/post-options.ts';
import { sourcesOf } from './media-sources.ts';
import type { PartSources } from './media-sources.ts';
import type { PublishDeps } from './publish-deps.ts';
import type { Target } from './target.ts';

/** Where a delivery goes: the account, its network, and the way there. */
export interface Destination {
  readonly target: Target;
  readonly platform: Platform;
  readonly http: AccountHttp;
}

/** A part as its platform takes it, or why its media cannot be sent. */
export async function partToPublish(
  deps: Pick<PublishDeps, 'ledger' | 'mediaFile' | 'mediaHostOf' | 'ports' | 'renderPicture'>,
  to: Destination,
  part: PartRow,
  send: {
    readonly inReplyTo: string | null;
    readonly mediaIds: readonly string[];
    readonly key: string | null;
    /** Epoch ms; null: at once. */
    readonly publishAt: number | null;
  },
): Promise<{ ok: true; part: PublishPart } | Exclude<PartSources, { ok: true }>> {
  const options = chosenOptions(deps.ledger.db, to, part);
  const media = await sourcesOf(deps, to, part, options);
  if (!media.ok) return media;
  const prepared = {
    account: to.target.ref,
    text: part.text,
    media: media.sources,
    root: rootOf(deps.ledger.db, part),
    role: part.role,
    options,
    handle: part.handle,
    ...send,
  };
  return { ok: true, part: prepared };
}

/** The network's id of a delivery's first post; null for that one itself. */
export function rootOf(db: Database, part: PartRow): string | null {
  if (part.position === 0) return null;
  return partsOf(db, part.workspaceId, part.deliveryId)[0]?.remoteId ?? null;
}

/** What was chosen for the post at this account, defaults filled in. */
export function chosenOptions(
  db: Database,
  { platform, target }: Pick<Destination, 'platform' | 'target'>,
  part: Pick<PartRow, 'workspaceId' | 'deliveryId'>,
): OptionValues {
  const row = db
    .sql<{ options: string }>(`SELECT p.options FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = (:workspaceId || '') AND d.id = (:deliveryId || '')`)
    .get({ workspaceId: part.workspaceId, deliveryId: part.deliveryId });
  return optionsAt(platform, target.profile, readPostOptions(row?.options ?? '{}')).values;
}

/** The key that a part is sent under: the one it has, else a new one where the network settles by a key. */
export function keyOf(deps: Pick<PublishDeps, 'ports'>, platform: Platform, part: PartRow): string | null {
  if (part.sendKey !== null) return part.sendKey;
  if (!platform.settle.some(({ kind }) => kind === 'record_key' || kind === 'idempotency_key')) return null;
  const { clock, random } = deps.ports;
  return platform.api.newKey?.({ now: clock.now(), random }) ?? Buffer.from(random.bytes(16)).toString('hex');
}
