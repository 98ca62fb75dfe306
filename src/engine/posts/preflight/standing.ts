import { signInLife } from '../../oauth/renewal.ts';
import { zonedAt } from '../../time/wall-time.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { PostsDeps } from '../posts-deps.ts';
import type { Target } from '../publish/target.ts';
import type { Say } from './line.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

interface Standing {
  readonly pausedUntil: number | null;
  readonly expiresAt: number | null;
  readonly issuedAt: number | null;
  readonly renewableUntil: number | null;
  readonly hasRefreshToken: 0 | 1;
  readonly zone: string;
  readonly practice: 0 | 1;
}

/**
 * Says whether the account will be able to publish at `at` (epoch ms): connected, not at a limit until after that, with a
 * token that is valid then or can be renewed, and with its secrets open.
 */
export function sayStanding(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  target: Target,
  at: number,
  say: Say,
): void {
  const account = handleOf(target.ref);
  const place = { accountId: target.id };
  if (target.state !== 'connected') return say('notConnected', 'error', { account }, place);
  const row = deps.db
    .sql<Standing>(`SELECT a.paused_until AS pausedUntil, a.token_expires_at AS expiresAt, a.token_issued_at AS issuedAt,
        a.renewable_until AS renewableUntil, w.time_zone AS zone, w.kind = 'practice' AS practice,
        EXISTS (SELECT 1 FROM secret s WHERE s.workspace_id = a.workspace_id AND s.owner_kind = 'account' AND s.owner_id = a.id AND s.name = 'refresh_token') AS hasRefreshToken
      FROM account a JOIN workspace w ON w.id = a.workspace_id WHERE a.workspace_id = :workspaceId AND a.id = :accountId`)
    .get({ workspaceId, accountId: target.id });
  if (row === undefined) return;
  const clock = (instant: number) =>
    `${zonedAt(instant, row.zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} (${row.zone})`;
  if (row.pausedUntil !== null && row.pausedUntil > at)
    say('paused', 'warning', { account, time: clock(row.pausedUntil) }, place);
  const { renewal } = deps.platformOf(target.platform).signIn;
  const { endsAt } = signInLife(renewal, row, row.hasRefreshToken === 1);
  if (endsAt !== null && endsAt <= at) say('tokenExpires', 'error', { account, time: clock(endsAt) }, place);
  if (row.practice === 0 && deps.vaultState() === 'locked') say('vaultLocked', 'warning', { account }, place);
}
