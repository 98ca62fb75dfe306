import { z } from 'zod';
import type { HealthLine } from '../../shared/contract/system.ts';
import { endpoints } from '../../shared/models/account.ts';
import { workspaceId } from '../../shared/models/ids.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import { activePause, apiOriginOf } from '../http/pause.ts';
import { zonedAt } from '../time/wall-time.ts';
import type { OperationsDeps } from './operations-deps.ts';

type LineDeps = Pick<OperationsDeps, 'db' | 'words' | 'platformOf' | 'ports'>;

/** A workspace whose troubles are told. */
export interface Watched {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly kind: 'real' | 'practice';
  readonly zone: string;
}

/**
 * The workspaces whose troubles are told: the one that is looked at and the real ones. What happens in practice matters
 * where practice is looked at, or nobody has connected anything real yet.
 */
export function watchedWorkspaces({ db }: Pick<LineDeps, 'db'>, looked: WorkspaceId | null): Watched[] {
  const all = db
    .sql<Watched>(`SELECT id, name, kind, time_zone AS zone FROM workspace ORDER BY created_at, id`)
    .all();
  const isUsed = db.sql(
    `SELECT 1 FROM account a JOIN workspace w ON w.id = a.workspace_id WHERE w.kind = 'real' LIMIT 1`,
  );
  const practiceCounts = looked === null && isUsed.get() === undefined;
  return all.filter(({ id, kind }) => kind === 'real' || id === looked || practiceCounts);
}

const storedAccount = z.object({
  id: z.string(),
  workspaceId,
  username: z.string(),
  platform: z.string(),
  state: z.string(),
  clientId: z.string(),
  endpoints: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(endpoints),
});
type WatchedAccount = z.infer<typeof storedAccount>;

/** Accounts of a workspace that need their user or rest, and posts that wait for a decision. */
export function workspaceLines(deps: LineDeps, workspace: Watched): HealthLine[] {
  const accounts = deps.db
    .sql(
      `SELECT id, workspace_id AS workspaceId, username, platform, state, client_id AS clientId, endpoints FROM account
       WHERE workspace_id = :id AND state <> 'disconnected' ORDER BY created_at, id`,
    )
    .all({ id: workspace.id })
    .map((row) => storedAccount.parse(row));
  return [
    ...accounts.flatMap((account) => accountLines(deps, workspace, account)),
    ...decisionLines(deps, workspace),
  ];
}

function accountLines(deps: LineDeps, workspace: Watched, account: WatchedAccount): HealthLine[] {
  const platform = deps.platformOf(account.platform).card.title;
  const params = { account: `@${account.username}`, platform };
  if (account.state === 'needs_reconnect') {
    const text = deps.words('operations.accountNeedsYou.text', params);
    const fix = deps.words('operations.accountNeedsYou.fix', params);
    return [{ id: `account:${account.id}`, status: 'problem', text, fix, workspaceId: workspace.id }];
  }
  return restsOf(deps, account).map(({ what, until, reason }) => ({
    id: `account:${account.id}:${what}`,
    status: 'warning',
    text: deps.words(`operations.paused.${what}`, {
      ...params,
      time: timeOf(until, workspace.zone, deps.ports.clock.now()),
      reason: deps.words(`errors.${reason}.message`, params),
    }),
    fix: deps.words(`errors.${reason}.fix`, params) || null,
    workspaceId: workspace.id,
  }));
}

interface Rest {
  readonly what: 'all' | 'read' | 'write';
  readonly until: number;
  readonly reason: string;
}

/** What rests of an account; one line where reads and writes rest for the same reason. */
function restsOf({ db, ports }: LineDeps, account: WatchedAccount): readonly Rest[] {
  const scopes = {
    accountId: account.id,
    clientId: account.clientId,
    apiOrigin: apiOriginOf(account.endpoints),
  };
  const now = ports.clock.now();
  const read = activePause(db, scopes, 'read', now);
  const write = activePause(db, scopes, 'write', now);
  if (read !== null && write !== null && read.until === write.until) return [{ ...write, what: 'all' }];
  return [
    ...(write === null ? [] : [{ ...write, what: 'write' as const }]),
    ...(read === null ? [] : [{ ...read, what: 'read' as const }]),
  ];
}

function decisionLines(deps: LineDeps, { id }: Watched): HealthLine[] {
  const row = deps.db
    .sql<{ count: number }>(`SELECT count(*) AS count FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :id AND d.state IN ('failed', 'unknown', 'missed', 'needs_you') AND p.deleted_at IS NULL`)
    .get({ id });
  const count = row?.count ?? 0;
  if (count === 0) return [];
  const text = deps.words('operations.postsNeedYou', { count });
  return [{ id: `deliveries:${id}`, status: 'warning', text, fix: null, workspaceId: id }];
}

/** The time of day, with its date where that is not today's. */
function timeOf(instant: number, zone: string, now: number): string {
  const at = zonedAt(instant, zone);
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  const date = at.toPlainDate();
  return date.equals(zonedAt(now, zone).toPlainDate()) ? time : `${date.toString()} ${time}`;
}
