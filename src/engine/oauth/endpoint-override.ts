import type { Endpoints } from '../../shared/models/account.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Change } from '../../shared/models/event.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Database } from '../db/database.ts';
import type { Platform } from '../platforms/platform.ts';
import type { EndpointName, HostFacts } from '../ports.ts';
import { forgetAccount } from './forget-account.ts';
import { areLoopback, effectiveEndpoints, isPractice, withOverride } from './network-config.ts';
import type { EffectiveEndpoints } from './network-config.ts';

export interface OverrideDeps {
  readonly db: Database;
  readonly ports: { readonly clock: { now(): number }; readonly host: Pick<HostFacts, 'endpoints'> };
  /** Told what changed, after it was committed. */
  readonly changed: (change: Change) => void;
}

/**
 * Points a network at other endpoints for one workspace; null restores the host's or the network's own. Accounts that
 * were connected through others are disconnected and their tokens forgotten, so that nobody redirects them; those of
 * the practice workspace follow, since the practice network may come back on another port. Throws `invalid_input` for
 * an address that is neither https nor on this machine, `forbidden` for one outside this machine in practice.
 */
export function setEndpointOverride(
  deps: OverrideDeps,
  workspaceId: WorkspaceId,
  platform: Platform,
  override: { readonly [Name in EndpointName]?: string | undefined } | null,
): EffectiveEndpoints & { readonly disconnected: number } {
  const { db } = deps;
  const practice = isPractice(db, workspaceId);
  const wanted = override === null ? null : withOverride(platform, override);
  if (practice && (wanted === null || !areLoopback(wanted.endpoints))) throw new OcmaError('forbidden');
  return db.write(() => {
    write(db, workspaceId, platform.name, wanted?.endpoints ?? null, deps.ports.clock.now());
    const effective = effectiveEndpoints({ db, host: deps.ports.host }, workspaceId, platform);
    const moved = accountsElsewhere(db, workspaceId, platform.name, effective);
    for (const id of moved) {
      if (practice) follow(db, workspaceId, id, effective.endpoints);
      else forgetAccount(db, workspaceId, id);
      deps.changed({ topic: 'account', workspaceId, id });
    }
    deps.changed({ topic: 'settings', workspaceId, id: null });
    return { ...effective, disconnected: practice ? 0 : moved.length };
  });
}

/**
 * Accounts that hold tokens and were connected through other endpoints than these. Without an override an account is where its own
 * server is, which the network's endpoints need not name.
 */
export function accountsElsewhere(
  db: Database,
  workspaceId: WorkspaceId,
  platform: string,
  { endpoints, custom }: EffectiveEndpoints,
): string[] {
  return db
    .sql<{ id: string }>(
      `SELECT id FROM account WHERE workspace_id = :workspaceId AND platform = :platform AND state <> 'disconnected'
       AND (custom_endpoints <> :custom OR (:custom = 1 AND endpoints <> :endpoints))`,
    )
    .all({ workspaceId, platform, custom: custom ? 1 : 0, endpoints: JSON.stringify(endpoints) })
    .map((row) => row.id);
}

function write(
  db: Database,
  workspaceId: WorkspaceId,
  platform: string,
  endpoints: Endpoints | null,
  now: number,
): void {
  if (endpoints === null) {
    db.sql(`DELETE FROM endpoint_override WHERE workspace_id = :workspaceId AND platform = :platform`).run({
      workspaceId,
      platform,
    });
    return;
  }
  db.sql(
    `INSERT INTO endpoint_override (workspace_id, platform, endpoints, updated_at)
     VALUES (:workspaceId, :platform, :endpoints, :now)
     ON CONFLICT (workspace_id, platform) DO UPDATE SET endpoints = excluded.endpoints, updated_at = excluded.updated_at`,
  ).run({ workspaceId, platform, endpoints: JSON.stringify(endpoints), now });
}

function follow(db: Database, workspaceId: WorkspaceId, id: string, endpoints: Endpoints): void {
  db.sql(
    `UPDATE account SET endpoints = :endpoints, version = version + 1 WHERE id = :id AND workspace_id = :workspaceId`,
  ).run({ id, workspaceId, endpoints: JSON.stringify(endpoints) });
}
