import type { PlatformApi } from '../platform.ts';
import { writeCommentHandle } from '../meta/containers/handle.ts';
import { readQuota, usedUp } from '../meta/containers/quota.ts';
import { containerLivesMs, stageContainers } from '../meta/containers/stage.ts';
import { containers, graphPath } from './graph.ts';
import { planOf } from './plan.ts';

/** The fields of the publishing limit that Instagram has. */
export const quotaFields = 'config,quota_usage';

/**
 * Makes the containers of a post. Before the first, the real publishing limit is read: what would be refused at the end is
 * not begun. Comments have no container.
 */
export const stage: NonNullable<PlatformApi['stage']> = async (http, part, earlier, { now, signal }) => {
  const accountId = part.account.remoteId;
  if (part.role !== 'post') {
    const handle = writeCommentHandle(part.root ?? part.inReplyTo ?? '');
    return { state: 'ready', staged: { handle, expiresAt: now() + containerLivesMs } };
  }
  if (earlier === null) {
    const quota = await readQuota(http, graphPath(accountId, 'content_publishing_limit'), quotaFields);
    const failure = quota.ok ? usedUp(quota.data.posts, now()) : null;
    if (failure !== null) return { state: 'failed', failure, spent: false };
  }
  return await stageContainers({ http, network: containers, accountId, now, signal }, planOf(part), earlier);
};
