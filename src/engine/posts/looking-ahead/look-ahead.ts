import { existsSync } from 'node:fs';
import { z } from 'zod';
import { endpoints } from '../../../shared/models/account.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import { isReachable } from '../../http/reachable.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { readPostOptions } from '../../platforms/options/post-options.ts';
import { getPostRow, partsOfPost } from '../post-store.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { collectLines } from '../preflight/line.ts';
import type { PreflightLine } from '../../feature.ts';
import { preflightOf } from '../preflight/preflight.ts';
import { findTarget } from '../publish/target.ts';

/** Warnings that keep a post from going out, or make the network refuse it; the others were shown when it was scheduled. */
const stopping = new Set(['paused', 'vaultLocked', 'unreachable', 'duplicate']);

/** Remembers within one round which addresses answered. */
export type Reached = Map<string, Promise<boolean>>;

/** What would keep a scheduled delivery from going out at its time, as far as can be known now. */
export async function risksOf(
  deps: PostsDeps,
  delivery: DeliveryRow,
  reached: Reached,
): Promise<PreflightLine[]> {
  const { workspaceId } = delivery;
  const row = getPostRow(deps, workspaceId, delivery.postId);
  const parts = partsOfPost(row);
  const { lines } = preflightOf(
    deps,
    { workspaceId, actor: 'publisher' },
    {
      parts,
      options: readPostOptions(row.options),
      accountIds: [delivery.accountId],
      when: {
        local: delivery.dueLocal ?? '',
        timeZone: delivery.dueZone ?? 'UTC',
        instant: delivery.dueAt ?? deps.ports.clock.now(),
        note: 'none',
      },
      postId: delivery.postId,
    },
  );
  const found = lines.filter((line) => line.severity === 'error' || stopping.has(line.id));
  const more = collectLines(deps.words);
  for (const part of partsWithoutFile(deps, workspaceId, parts))
    more.say('mediaMissing', 'error', {}, { part });
  const target = findTarget(deps.db, workspaceId, delivery.accountId);
  const address = apiOf(deps, delivery);
  if (target !== undefined && address !== null && !(await reaches(deps, address, reached))) {
    const platform = deps.platformOf(target.platform).card.title;
    more.say('unreachable', 'warning', { platform }, { accountId: delivery.accountId });
  }
  return [...found, ...more.lines];
}

/** Parts of which a medium is known to the library while its bytes are gone from the disk. */
function partsWithoutFile(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  parts: ReturnType<typeof partsOfPost>,
): number[] {
  return parts.flatMap((part, index) =>
    part.media.some(({ id }) => {
      const row = deps.db
        .sql<{ sha256: string }>(`SELECT sha256 FROM media WHERE workspace_id = :workspaceId AND id = :id`)
        .get({ workspaceId, id });
      return row !== undefined && !existsSync(deps.mediaFile(row.sha256));
    })
      ? [index]
      : [],
  );
}

const storedEndpoints = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(endpoints);

function apiOf(deps: PostsDeps, delivery: DeliveryRow): string | null {
  const row = deps.db
    .sql<{ endpoints: string }>(
      `SELECT endpoints FROM account WHERE workspace_id = :workspaceId AND id = :accountId`,
    )
    .get({ workspaceId: delivery.workspaceId, accountId: delivery.accountId });
  return row === undefined ? null : storedEndpoints.parse(row.endpoints).api;
}

function reaches(deps: PostsDeps, address: string, reached: Reached): Promise<boolean> {
  const known = reached.get(address);
  if (known !== undefined) return known;
  const asked = isReachable(deps.ports, address);
  reached.set(address, asked);
  return asked;
}
