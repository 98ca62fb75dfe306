import { metricNames } from '../../../shared/models/metric.ts';
import type { AccountSummary, MetricValues } from '../../../shared/models/metric.ts';
import { engagementRateOf, engagementsOf } from '../engagement.ts';
import type { MeasuredAccount } from '../measured-account.ts';
import type { MetricsDeps } from '../metrics-deps.ts';
import { listRemotePosts } from '../remote-posts.ts';
import { newestValues, samplesOf } from '../samples.ts';
import type { Sample } from '../samples.ts';
import { linesOf, sumsOf } from './lines.ts';
import type { Stretch } from './stretch.ts';

/** Posts of one account that a summary counts at most. */
export const mostPosts = 2_000;

/**
 * An account's numbers over a stretch of time: its followers, and the newest numbers of the posts that went out in it.
 * `followersChange` compares with the last reading before the stretch, or with the first one in it; null with one reading.
 */
export function accountSummary(
  { db }: Pick<MetricsDeps, 'db'>,
  account: MeasuredAccount,
  stretch: Stretch,
): AccountSummary {
  const { workspaceId, id } = account;
  const own = samplesOf(db, workspaceId, 'account', [id], stretch.to);
  const followers = own.filter(({ metric }) => metric === 'followers');
  const posts = listRemotePosts(db, { workspaceId, accountIds: [id], ...stretch }, mostPosts);
  const postIds = posts.map((post) => post.id);
  const values = [...newestValues(db, workspaceId, 'post', postIds).values()];
  const measured = values.filter((each) => (each.impressions ?? 0) > 0);
  return {
    accountId: id,
    platform: account.platform,
    username: account.username,
    followers: followers.at(-1)?.value ?? account.followers,
    followersChange: changeOf(followers, stretch.from),
    posts: posts.length,
    totals: totalOf(values),
    engagementRate: engagementRateOf({
      impressions: measured.reduce((sum, each) => sum + (each.impressions ?? 0), 0),
      engagements: measured.reduce((sum, each) => sum + engagementsOf(each), 0),
    }),
    series: [
      ...linesOf(own, stretch),
      ...sumsOf(samplesOf(db, workspaceId, 'post', postIds, stretch.to), stretch),
    ],
    measuredAt: newest([own.at(-1)?.at ?? null, ...posts.map(({ measuredAt }) => measuredAt)]),
  };
}

function changeOf(followers: readonly Sample[], from: number): number | null {
  const last = followers.at(-1);
  const first = followers.findLast(({ at }) => at <= from) ?? followers[0];
  return last === undefined || first === undefined || first === last ? null : last.value - first.value;
}

function totalOf(values: readonly MetricValues[]): MetricValues {
  const totals: MetricValues = {};
  for (const metric of metricNames) {
    const known = values.flatMap((each) => each[metric] ?? []);
    if (known.length > 0) totals[metric] = known.reduce((sum, value) => sum + value, 0);
  }
  return totals;
}

function newest(instants: readonly (number | null)[]): number | null {
  return instants.reduce((left, right) => (left === null || (right ?? 0) > left ? right : left), null);
}
