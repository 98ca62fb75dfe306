import { z } from 'zod';
import type { AccountHttp, CallResult, Failure } from '../../../http/call.ts';

const count = z.int().nonnegative();
const config = z.object({ quota_total: count, quota_duration: count.catch(86_400) });

const answer = z.object({
  data: z
    .array(
      z.object({
        quota_usage: count.optional(),
        config: config.optional(),
        reply_quota_usage: count.optional(),
        reply_config: config.optional(),
      }),
    )
    .min(1),
});

/** How many posts, or replies, an account has made through apps within the network's stretch of time. */
export interface Quota {
  readonly used: number;
  readonly total: number;
  /** In milliseconds; the stretch moves with the clock. */
  readonly withinMs: number;
}

/** What an account may still publish through apps. Null where the network did not tell of one of them. */
export interface PublishingQuota {
  readonly posts: Quota | null;
  readonly replies: Quota | null;
}

/** Asks how much of the publishing limit is used up: the numbers in Meta's pages differ, this answer counts. */
export const readQuota = async (
  http: AccountHttp,
  path: string,
  fields: string,
): Promise<CallResult<PublishingQuota>> => {
  const result = await http.send({
    operation: 'users.quota',
    endpoint: 'api',
    method: 'GET',
    path,
    query: { fields },
    effect: 'read',
    costMicros: 0,
    answer,
  });
  if (!result.ok) return result;
  const [row] = result.data.data;
  return {
    ...result,
    data: {
      posts: quotaOf(row?.quota_usage, row?.config),
      replies: quotaOf(row?.reply_quota_usage, row?.reply_config),
    },
  };
};

const quotaOf = (used: number | undefined, rules: z.infer<typeof config> | undefined): Quota | null =>
  used === undefined || rules === undefined
    ? null
    : { used, total: rules.quota_total, withinMs: rules.quota_duration * 1_000 };

/** The stretch moves, so room comes back bit by bit: asked again after this, in milliseconds. */
const askAgainMs = 3_600_000;

/** The failure of a quota that is used up; null while there is room, or where nobody knows. */
export const usedUp = (quota: Quota | null, now: number): Failure | null =>
  quota === null || quota.used < quota.total
    ? null
    : {
        code: 'quota_exhausted',
        reach: 'refused',
        retryAt: now + askAgainMs,
        detail: `${quota.used} of ${quota.total} posts by apps in ${Math.round(quota.withinMs / 3_600_000)} hours are used up.`,
        status: null,
      };
