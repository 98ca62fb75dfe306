import { z } from 'zod';
import type { TimedPost } from '../feature.ts';
import { partsOf } from './ledger/delivery-row.ts';
import type { DeliveryRow } from './ledger/delivery-row.ts';
import type { PostsDeps } from './posts-deps.ts';

const labels = z.array(z.string());

/** A delivery as the planning rules look at it. */
export function timedPost({ db }: Pick<PostsDeps, 'db'>, row: DeliveryRow): TimedPost {
  const { workspaceId, id, postId, accountId } = row;
  const post = db
    .sql<{ labels: string }>(`SELECT labels FROM post WHERE workspace_id = :workspaceId AND id = :postId`)
    .get({ workspaceId, postId });
  return {
    postId,
    accountId,
    text: partsOf(db, workspaceId, id)[0]?.text ?? '',
    labels: post === undefined ? [] : labels.parse(JSON.parse(post.labels)),
  };
}
