import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import type { TimeRange } from '../../../shared/models/metric.ts';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { useApi } from '../../queries.ts';
import { useWorkspace } from '../../workspace.tsx';
import type { PostSort } from './post-row.tsx';

/** The ranges that can be chosen, shortest first. */
export const ranges = ['24h', '7d', '30d', '90d', '365d'] as const satisfies readonly TimeRange[];

const sorts: readonly PostSort[] = ['newest', 'impressions', 'engagement'];
const lists = ['posts', 'mentions', 'search'] as const;
const most = 500;

/** What the analytics screen looks at, kept in the address: the range, the account, the list, the sorting, one post. */
export function useAnalyticsView() {
  const [params, setParams] = useSearchParams();
  const accounts = useAccounts();
  const range = ranges.find((name) => name === params.get('range')) ?? '30d';
  const account = accounts.get(params.get('account') ?? '') ?? null;
  const sort = sorts.find((name) => name === params.get('sort')) ?? 'newest';
  const list = lists.find((name) => name === params.get('list')) ?? 'posts';
  const openId = params.get('post');
  const set = (changes: Readonly<Record<string, string | null>>): void =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) after.delete(name);
        else after.set(name, value);
      }
      return after;
    });
  return { range, account, sort, list, openId, set };
}
export type AnalyticsView = ReturnType<typeof useAnalyticsView>;

/** The numbers for a view, and the posts of 90 days from which what is usual is taken. */
export function useAnalytics({ range, account, sort, list }: AnalyticsView) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const about = (timeRange: TimeRange) => ({
    workspaceId,
    timeRange,
    ...(account ? { accountId: account.id } : {}),
  });
  const accounts = useQuery({
    ...api.metrics.accounts.queryOptions({ input: about(range) }),
    placeholderData: keepPreviousData,
  });
  const posts = useQuery({
    ...api.metrics.posts.queryOptions({ input: { ...about(range), sort, limit: most } }),
    placeholderData: keepPreviousData,
  });
  const history = useQuery(
    api.metrics.posts.queryOptions({ input: { workspaceId, timeRange: '90d', limit: most } }),
  );
  const mentions = useQuery({
    ...api.metrics.mentions.queryOptions({
      input: { workspaceId, limit: 200, ...(account ? { accountId: account.id } : {}) },
    }),
    enabled: list === 'mentions',
  });
  return { accounts, posts, mentions, history: history.data ?? [] };
}
