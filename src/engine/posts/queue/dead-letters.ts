import type { DeadLetterGroup, DeadLetters } from '../../../shared/contract/queue.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { Caller } from '../../feature.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { actionsFor, signInCodes } from './problem-actions.ts';
import { creditsUrlOf } from './problem-view.ts';
import { readStoredProblem } from '../ledger/stored-problem.ts';
import { problemWords } from './problem-words.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

interface GroupRow {
  code: string;
  accountId: AccountId;
  platform: string;
  username: string;
  accountState: string;
  pausedUntil: number | null;
  connectedAt: number;
  count: number;
  newestAt: number;
  /** The problem of the newest one, which speaks for the group. */
  problem: string;
}

/** What stopped, by reason and account, the largest group first. */
export function deadLetters(deps: PostsDeps, caller: Caller): DeadLetters {
  // With a single max() SQLite takes the bare columns of a group from the row that holds it.
  const rows = deps.db
    .sql<GroupRow>(`SELECT d.problem_code AS code, d.account_id AS accountId, a.platform, a.username, a.state AS accountState,
        a.paused_until AS pausedUntil, a.connected_at AS connectedAt, count(*) AS count, d.problem AS problem, max(d.problem ->> '$.at') AS newestAt
      FROM delivery d JOIN post p ON p.id = d.post_id JOIN account a ON a.id = d.account_id
      WHERE d.workspace_id = :workspaceId AND d.state = 'failed' AND p.deleted_at IS NULL
      GROUP BY d.problem_code, d.account_id ORDER BY count DESC, newestAt DESC`)
    .all({ workspaceId: caller.workspaceId });
  const groups = rows.map((row) => groupOf(deps, row));
  return { groups, total: groups.reduce((sum, group) => sum + group.count, 0) };
}

function groupOf(deps: PostsDeps, row: GroupRow): DeadLetterGroup {
  const problem = readStoredProblem(row.problem);
  const platform = deps.platformOf(row.platform);
  const connected = row.accountState === 'connected';
  const now = deps.ports.clock.now();
  return {
    code: row.code,
    accountId: row.accountId,
    platform: row.platform,
    count: row.count,
    ...problemWords(deps.words, problem, { platform: platform.card.title, account: handleOf(row) }),
    actions: actionsFor({
      state: 'failed',
      code: row.code,
      accountId: row.accountId,
      connected,
      // A text is changed post by post.
      editable: false,
      waitsUntil: row.pausedUntil !== null && row.pausedUntil > now ? row.pausedUntil : null,
      tooLong: null,
      mediaPart: null,
      creditsUrl: creditsUrlOf(platform.card.guide),
    }),
    newestAt: row.newestAt,
    reconnected: connected && row.newestAt <= row.connectedAt && signInCodes.includes(row.code),
  };
}
