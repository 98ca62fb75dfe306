import type { Failure } from '../../http/call.ts';
import { readQuota, usedUp } from '../meta/containers/quota.ts';
import { stageContainers } from '../meta/containers/stage.ts';
import type { PlatformApi } from '../platform.ts';
import type { PublishPart } from '../publishing.ts';
import { containers, graphPath } from './graph.ts';
import { planOf } from './plan.ts';

/** The fields of the publishing limit, for posts and for replies, which need a permission of their own. */
export const postQuotaFields = 'quota_usage,config';
export const replyQuotaFields = 'reply_quota_usage,reply_config';

/** A post takes replies a few seconds after it is out. */
const parentReadyMs = 5_000;

/**
 * Makes the containers of a part. Before the first, the real publishing limit is read: what would be refused at the end is not
 * begun. A part that answers one which went out a moment ago may come too early, and is tried again.
 */
export const stage: NonNullable<PlatformApi['stage']> = async (http, part, earlier, { now, signal }) => {
  const accountId = part.account.remoteId;
  const isReply = part.inReplyTo !== null;
  if (earlier === null) {
    const path = graphPath(accountId, 'threads_publishing_limit');
    const quota = await readQuota(http, path, isReply ? replyQuotaFields : postQuotaFields);
    const used = quota.ok ? usedUp(isReply ? quota.data.replies : quota.data.posts, now()) : null;
    if (used !== null) return { state: 'failed', failure: used, spent: false };
  }
  const result = await stageContainers(
    { http, network: containers, accountId, now, signal },
    planOf(part),
    earlier,
  );
  if (result.state !== 'failed' || result.spent || !isAboutParent(part, result.failure)) return result;
  const { failure } = result;
  return { ...result, failure: { ...failure, code: 'unavailable', retryAt: now() + parentReadyMs } };
};

/** Threads names a parent that is not there yet as a medium that is not there; words alone have no other. */
const isAboutParent = (
  { inReplyTo, media }: Pick<PublishPart, 'inReplyTo' | 'media'>,
  { code, detail, reach }: Failure,
): boolean =>
  inReplyTo !== null &&
  reach === 'refused' &&
  code === 'media_invalid' &&
  (media.length === 0 || /not (?:be )?found|does not exist/i.test(detail));
