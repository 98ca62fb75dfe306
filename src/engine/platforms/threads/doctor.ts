import { quotaFindings } from '../meta/containers/quota-findings.ts';
import { readQuota } from '../meta/containers/quota.ts';
import type { PlatformApi } from '../platform.ts';
import { graphPath } from './graph.ts';
import { postQuotaFields, replyQuotaFields } from './stage.ts';

/** How much of the limits of posts and of replies is left, as Threads itself says. Replies need a permission of their own. */
export const doctor: NonNullable<PlatformApi['doctor']> = async (http, account) => {
  const path = graphPath(account.remoteId, 'threads_publishing_limit');
  const posts = await readQuota(http, path, postQuotaFields);
  const replies = await readQuota(http, path, replyQuotaFields);
  return [
    ...quotaFindings('threads', posts.ok ? posts.data.posts : null),
    ...quotaFindings('threads_reply', replies.ok ? replies.data.replies : null),
  ];
};
