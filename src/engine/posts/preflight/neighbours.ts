import type { WorkspaceId } from '../../../shared/models/ids.ts';
import { zonedAt } from '../../time/wall-time.ts';
import type { PostsDeps } from '../posts-deps.ts';
import type { Target } from '../publish/target.ts';
import type { Say } from './line.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

/** A duplicate is looked for this far back and ahead, in milliseconds; X refuses the same text for about a day. */
const duplicateWindowMs = 48 * 60 * 60_000;

/** The post whose neighbours are looked at. */
export interface Neighbourhood {
  readonly workspaceId: WorkspaceId;
  /** Left out of the search. */
  readonly postId: string;
  readonly texts: readonly string[];
  /** When it goes out, in epoch ms. */
  readonly around: number;
}

/** Says which parts the account has posted, or will post, with the same words: written here or anywhere else. */
export function sayDuplicates(deps: PostsDeps, post: Neighbourhood, target: Target, say: Say): void {
  for (const [part, text] of post.texts.entries()) {
    if (text.trim() === '') continue;
    const same = deps.db
      .sql<{
        at: number;
        zone: string | null;
      }>(`SELECT coalesce(x.sent_at, d.due_at) AS at, d.due_zone AS zone
          FROM delivery_part x JOIN delivery d ON d.id = x.delivery_id JOIN post p ON p.id = d.post_id
          WHERE x.workspace_id = :workspaceId AND x.account_id = :accountId AND x.text = :text AND d.post_id <> :postId AND p.deleted_at IS NULL
            AND d.state IN ('scheduled', 'publishing', 'with_network', 'published', 'unknown') AND coalesce(x.sent_at, d.due_at) BETWEEN :from AND :to
        UNION ALL SELECT published_at, NULL FROM remote_post
          WHERE workspace_id = :workspaceId AND account_id = :accountId AND text = :text AND gone = 0
            AND (post_id IS NULL OR post_id <> :postId) AND published_at BETWEEN :from AND :to
        LIMIT 1`)
      .get({
        workspaceId: post.workspaceId,
        accountId: target.id,
        text,
        postId: post.postId,
        from: post.around - duplicateWindowMs,
        to: post.around + duplicateWindowMs,
      });
    if (same === undefined) continue;
    const params = { account: accountOf(target), time: timeOf(deps, post.workspaceId, same) };
    say('duplicate', 'warning', params, { accountId: target.id, part });
  }
}

function accountOf(target: Target): string {
  return handleOf(target.ref);
}

function timeOf(deps: PostsDeps, workspaceId: WorkspaceId, at: { at: number; zone: string | null }): string {
  const zone = at.zone ?? workspaceZone(deps, workspaceId);
  const time = zonedAt(at.at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  return `${time} (${zone})`;
}

function workspaceZone(deps: PostsDeps, workspaceId: WorkspaceId): string {
  return (
    deps.db
      .sql<{ zone: string }>(`SELECT time_zone AS zone FROM workspace WHERE id = :workspaceId`)
      .get({ workspaceId })?.zone ?? 'UTC'
  );
}
