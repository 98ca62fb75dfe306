import type { Database } from '../db/database.ts';
import { zonedAt } from '../time/wall-time.ts';
import type { OperationsDeps } from './system-handlers.ts';

export interface HealthLine {
  readonly id: string;
  readonly status: 'ok' | 'warning' | 'problem';
  readonly text: string;
}

/** The calls made since an instant, by operation: what the user may see of them. Practice calls stay on this machine. */
export function callsSince(db: Database, since: number) {
  return db
    .sql<{
      platform: string;
      operation: string;
      count: number;
      failures: number;
      costMicros: number;
      lastAt: number;
      practice: number;
    }>(`SELECT platform, operation, w.kind IS 'practice' AS practice,
        count(*) AS count, sum(code IS NOT NULL) AS failures, sum(cost_micros) AS costMicros, max(at) AS lastAt
      FROM http_audit LEFT JOIN workspace w ON w.id = workspace_id
      WHERE at >= :since AND cache <> 'hit' GROUP BY platform, operation, practice ORDER BY lastAt DESC`)
    .all({ since })
    .map((row) => ({ ...row, practice: row.practice === 1 }));
}

/** Accounts that need their user or are paused, and posts that wait for a decision. */
export function troubleLines(
  deps: Pick<OperationsDeps, 'db' | 'words' | 'platformOf' | 'ports'>,
): HealthLine[] {
  const now = deps.ports.clock.now();
  const accounts = deps.db
    .sql<{
      id: string;
      username: string;
      platform: string;
      state: string;
      pausedUntil: number | null;
      zone: string;
    }>(`SELECT a.id, a.username, a.platform, a.state,
        a.paused_until AS pausedUntil, w.time_zone AS zone FROM account a JOIN workspace w ON w.id = a.workspace_id
      WHERE a.state = 'needs_reconnect' OR a.paused_until > :now ORDER BY a.id`)
    .all({ now });
  const lines: HealthLine[] = accounts.map((account) => {
    const params = {
      account: `@${account.username}`,
      platform: deps.platformOf(account.platform).card.title,
    };
    if (account.state === 'needs_reconnect') {
      return {
        id: `account:${account.id}`,
        status: 'problem',
        text: deps.words('operations.accountNeedsYou', params),
      };
    }
    const time = zonedAt(account.pausedUntil ?? now, account.zone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
    return {
      id: `account:${account.id}`,
      status: 'warning',
      text: deps.words('operations.accountPaused', { ...params, time }),
    };
  });
  const copy = deps.db
    .sql<{ problem: string | null }>(`SELECT copy_problem AS problem FROM installation`)
    .get();
  if (typeof copy?.problem === 'string')
    lines.push({ id: 'copies', status: 'warning', text: deps.words(`copies.problem.${copy.problem}`) });
  const waiting = deps.db
    .sql<{ count: number }>(`SELECT count(*) AS count FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.state IN ('failed', 'unknown', 'missed', 'needs_you') AND p.deleted_at IS NULL`)
    .get();
  const count = waiting?.count ?? 0;
  if (count > 0)
    lines.push({
      id: 'deliveries',
      status: 'warning',
      text: deps.words('operations.postsNeedYou', { count }),
    });
  return lines;
}
