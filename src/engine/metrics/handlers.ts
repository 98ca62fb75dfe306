import type { metricsContract } from '../../shared/contract/metrics.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import type { AccountSummary, MeasuredPost, MetricValues } from '../../shared/models/metric.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { accountSummary, mostPosts } from './answers/account-summary.ts';
import { linesOf } from './answers/lines.ts';
import type { MetricLine } from './answers/lines.ts';
import { stretchOf } from './answers/stretch.ts';
import { engagementRateOf, engagementsOf } from './engagement.ts';
import { findAccount, listAccounts } from './measured-account.ts';
import type { MeasuredAccount } from './measured-account.ts';
import { listMentions } from './mentions.ts';
import type { MentionRow } from './mentions.ts';
import type { MetricsDeps } from './metrics-deps.ts';
import { findRemotePost, listRemotePosts } from './remote-posts.ts';
import type { RemotePostRow } from './remote-posts.ts';
import { newestValues, samplesOf } from './samples.ts';
import { refresh } from './schedule-readings.ts';

type Input<Name extends keyof typeof metricsContract> = ProcedureInput<(typeof metricsContract)[Name]>;

export function createMetricsHandlers(deps: Omit<MetricsDeps, 'httpOf'>) {
  const { db, ports } = deps;

  const accountsOf = (
    caller: Caller,
    about: { platform?: string | undefined; accountId?: AccountId | undefined },
  ): MeasuredAccount[] => {
    const platform = about.platform === undefined ? undefined : deps.platformOf(about.platform).name;
    if (about.accountId === undefined) {
      return listAccounts(db, caller.workspaceId).filter(
        (account) => platform === undefined || account.platform === platform,
      );
    }
    const account = findAccount(db, caller.workspaceId, about.accountId);
    if (account === undefined) throw new OcmaError('not_found', { what: 'account' });
    return [account];
  };

  return {
    accounts(
      caller: Caller,
      input: Input<'accounts'>,
    ): { from: number; to: number; accounts: AccountSummary[] } {
      const stretch = stretchOf(input.timeRange, ports.clock.now());
      const accounts = accountsOf(caller, input).map((account) => accountSummary(deps, account, stretch));
      return { from: stretch.from, to: stretch.to, accounts };
    },

    posts(caller: Caller, input: Input<'posts'>): MeasuredPost[] {
      const { workspaceId } = caller;
      const accountIds = accountsOf(caller, input).map(({ id }) => id);
      const stretch = stretchOf(input.timeRange, ports.clock.now());
      const rows = listRemotePosts(db, { workspaceId, accountIds, ...stretch }, mostPosts);
      const values = newestValues(
        db,
        workspaceId,
        'post',
        rows.map(({ id }) => id),
      );
      const posts = rows.map((row) => measuredPost(row, values.get(row.id) ?? {}));
      return inOrder(posts, input.sort).slice(0, input.limit);
    },

    postSeries(caller: Caller, input: Input<'postSeries'>): { post: MeasuredPost; series: MetricLine[] } {
      const { workspaceId } = caller;
      const row = findRemotePost(db, workspaceId, input.accountId, input.remoteId);
      if (row === undefined) throw new OcmaError('not_found', { what: 'post' });
      const values = newestValues(db, workspaceId, 'post', [row.id]);
      const samples = samplesOf(db, workspaceId, 'post', [row.id], ports.clock.now());
      return {
        post: measuredPost(row, values.get(row.id) ?? {}),
        series: linesOf(samples, { from: Number.NEGATIVE_INFINITY }),
      };
    },

    refresh(caller: Caller, input: Input<'refresh'>): { queued: number; costMicros: number } {
      const connected = accountsOf(caller, input).filter(({ state }) => state === 'connected');
      if (input.accountId !== undefined && connected.length === 0) {
        throw new OcmaError('not_connected', { account: accountsOf(caller, input)[0]?.username ?? '' });
      }
      const asked = connected.map((account) => refresh(deps, account));
      return {
        queued: asked.reduce((sum, { queued }) => sum + queued, 0),
        costMicros: asked.reduce((sum, { costMicros }) => sum + costMicros, 0),
      };
    },

    mentions(caller: Caller, input: Input<'mentions'>): MentionRow[] {
      const accountIds = accountsOf(caller, input).map(({ id }) => id);
      return listMentions(db, caller.workspaceId, accountIds, input.limit);
    },
  };
}

function measuredPost({ id: _id, ...row }: RemotePostRow, metrics: MetricValues): MeasuredPost {
  return { ...row, metrics, engagementRate: engagementRateOf(metrics) };
}

function inOrder(posts: readonly MeasuredPost[], sort: Input<'posts'>['sort']): readonly MeasuredPost[] {
  switch (sort) {
    case 'newest':
      return posts;
    case 'impressions':
      return posts.toSorted(
        (left, right) => (right.metrics.impressions ?? -1) - (left.metrics.impressions ?? -1),
      );
    case 'engagement':
      return posts.toSorted((left, right) => engagementsOf(right.metrics) - engagementsOf(left.metrics));
  }
}
