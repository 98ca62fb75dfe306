import type { z } from 'zod';
import type {
  HistoryImport,
  HistoryImportEvent,
  accountHistory,
  metricsContract,
} from '../../shared/contract/metrics.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import type { AccountSummary, MeasuredPost, MetricValues } from '../../shared/models/metric.ts';
import type { Caller } from '../feature.ts';
import type { RemoteMention } from '../platforms/reading.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { accountSummary, mostPosts } from './answers/account-summary.ts';
import { linesOf } from './answers/lines.ts';
import type { MetricLine } from './answers/lines.ts';
import { stretchOf } from './answers/stretch.ts';
import { engagementRateOf, engagementsOf } from './engagement.ts';
import { beginHistory, findHistory, resumeHistory, stopHistory } from './history.ts';
import { historyPage } from './jobs/history-job.ts';
import { enqueueFor, metricsJobs } from './jobs/metrics-jobs.ts';
import { findAccount, listAccounts } from './measured-account.ts';
import type { MeasuredAccount } from './measured-account.ts';
import { listMentions } from './mentions.ts';
import type { MentionRow } from './mentions.ts';
import { createHistoryImports, resultOf } from './import-history/import-history.ts';
import type { HistoryImportDeps, MetricsDeps } from './metrics-deps.ts';
import { findRemotePost, listRemotePosts } from './remote-posts.ts';
import type { RemotePostRow } from './remote-posts.ts';
import { newestValues, samplesOf } from './samples.ts';
import { refresh } from './schedule-readings.ts';
import { handleOf } from '../../shared/models/account-handle.ts';

type AccountHistory = z.infer<typeof accountHistory>;
type Input<Name extends keyof typeof metricsContract> = ProcedureInput<(typeof metricsContract)[Name]>;
interface Call {
  readonly signal: AbortSignal | undefined;
}

export function createMetricsHandlers(deps: HistoryImportDeps) {
  const { db, ports } = deps;
  const imports = createHistoryImports(deps);

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

    histories: (caller: Caller, _input: object): AccountHistory[] =>
      listAccounts(db, caller.workspaceId).map((account) => historyOf(deps, account)),

    readHistory(caller: Caller, input: Input<'readHistory'>): AccountHistory {
      const account = connected(accountsOf(caller, input));
      const { history } = deps.platformOf(account.platform).api;
      if (history !== undefined) {
        const now = ports.clock.now();
        db.write(() => {
          beginHistory(db, account, 'asks', now);
          if (!resumeHistory(db, account.workspaceId, account.id, input.most ?? null, now)) return;
          enqueueFor(deps, account, metricsJobs.history, now);
          deps.changed({ topic: 'metrics', workspaceId: account.workspaceId, id: account.id });
        });
      }
      return historyOf(deps, account);
    },

    stopHistory(caller: Caller, input: Input<'stopHistory'>): AccountHistory {
      const account = one(accountsOf(caller, input));
      db.write(() => {
        if (!stopHistory(db, account.workspaceId, account.id, ports.clock.now())) return;
        deps.changed({ topic: 'metrics', workspaceId: account.workspaceId, id: account.id });
      });
      return historyOf(deps, account);
    },

    importHistory: async (
      caller: Caller,
      input: Input<'importHistory'>,
      call: Call,
    ): Promise<HistoryImport> => await resultOf(await imports.take(caller, input, call.signal)),

    takeHistory: (
      caller: Caller,
      input: Input<'takeHistory'>,
      call: Call,
    ): Promise<AsyncGenerator<HistoryImportEvent, void, undefined>> =>
      imports.take(caller, input, call.signal),

    undoImport: (caller: Caller, input: Input<'undoImport'>): Promise<{ removed: number }> =>
      imports.undo(caller, input.importedAt),

    async searchNetwork(caller: Caller, input: Input<'searchNetwork'>): Promise<RemoteMention[]> {
      const account = connected(accountsOf(caller, input));
      const { api, card } = deps.platformOf(account.platform);
      if (api.search === undefined) throw new OcmaError('not_offered', { platform: card.title });
      const { query, limit } = input;
      const answer = await api.search(deps.httpOf(account.id), account.ref, { query, limit });
      if (!answer.ok)
        throw new OcmaError(answer.failure.code, { platform: card.title, account: handleOf(account) });
      return [...answer.data];
    },
  };
}

function one([account]: readonly MeasuredAccount[]): MeasuredAccount {
  if (account === undefined) throw new OcmaError('not_found', { what: 'account' });
  return account;
}

function connected(accounts: readonly MeasuredAccount[]): MeasuredAccount {
  const account = one(accounts);
  if (account.state !== 'connected') throw new OcmaError('not_connected', { account: account.username });
  return account;
}

function historyOf(deps: MetricsDeps, account: MeasuredAccount): AccountHistory {
  const { api } = deps.platformOf(account.platform);
  const known = findHistory(deps.db, account.workspaceId, account.id);
  return {
    accountId: account.id,
    state: api.history === undefined ? 'none' : (known?.state ?? 'stopped'),
    posts: known?.posts ?? 0,
    oldestAt: known?.oldestAt ?? null,
    costOfHundredMicros: account.practice ? 0 : api.readCost('own_posts', historyPage),
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
