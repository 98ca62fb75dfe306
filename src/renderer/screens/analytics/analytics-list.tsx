import { Button, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { VirtualList } from '../../parts/virtual-list.tsx';
import { useWords } from '../../words.ts';
import type { Account } from '../../../shared/models/account.ts';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { AccountCard } from './account-card.tsx';
import classes from './analytics-list.module.css';
import { chartedMetrics, linesOf } from './chart-rows.ts';
import { HistoryBands } from './history-band.tsx';
import { NetworkSearch } from './network-search.tsx';
import { NotOffered } from './not-offered.tsx';
import { MentionRow } from './mention-row.tsx';
import { columnsOf } from './post-columns.ts';
import { PostHead, PostRow } from './post-row.tsx';
import { SeriesChart } from './series-chart.tsx';
import type { AnalyticsView, useAnalytics } from './use-analytics.ts';

interface AnalyticsListProps {
  readonly view: AnalyticsView;
  readonly numbers: ReturnType<typeof useAnalytics>;
}

/** One scroll from the accounts over the chart to the posts or mentions, of which only those in view are drawn. */
export function AnalyticsList({ view, numbers }: AnalyticsListProps) {
  const t = useWords();
  const { posts, mentions } = numbers;
  const summaries = numbers.accounts.data?.accounts ?? [];
  const showPosts = view.list === 'posts';
  const columns = columnsOf(posts.data ?? []);
  const accounts = [...useAccounts().values()].filter(
    ({ id }) => view.account === null || id === view.account.id,
  );
  const rows = { posts: posts.data?.length, mentions: mentions.data?.length, search: 0 };
  const count = rows[view.list] ?? 0;

  const instead = (): ReactNode => {
    if (view.list === 'search') return <NetworkSearch accounts={accounts} />;
    const query = showPosts ? posts : mentions;
    if (query.isPending) return <LoadingSkeleton rows={4} />;
    if (query.isError && !query.data) {
      return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    }
    if (count > 0) return null;
    return showPosts ? (
      <NoPosts everPosted={numbers.history.length > 0} onWiden={() => view.set({ range: '90d' })} />
    ) : accounts.some(canMention) ? (
      <EmptyState title={t('analytics.mentions.empty.title')} text={t('analytics.mentions.empty.text')} />
    ) : (
      <EmptyState
        title={t('analytics.mentions.notOffered.title')}
        text={t('analytics.mentions.notOffered.text')}
      />
    );
  };

  const above = (
    <>
      <HistoryBands accountId={view.account?.id ?? null} />
      <section className={classes.cards} aria-label={t('analytics.cards.label')}>
        {summaries.map((summary) => (
          <AccountCard
            key={summary.accountId}
            summary={summary}
            range={view.range}
            from={numbers.accounts.data?.from ?? 0}
            history={numbers.history}
          />
        ))}
      </section>
      {chartedMetrics(summaries).length > 0 ? (
        <section className={classes.chart} aria-label={t('analytics.chart.label')}>
          <SeriesChart
            metrics={chartedMetrics(summaries)}
            linesFor={(metric) => linesOf(summaries, metric)}
            height={220}
          />
        </section>
      ) : null}
      <Tabs value={view.list} onChange={(list) => view.set({ list, post: null })}>
        <Tabs.List className={classes.tabs} aria-label={t('analytics.tabs.label')}>
          <Tabs.Tab value="posts" className={classes.tab}>
            {t('analytics.tabs.posts')}
          </Tabs.Tab>
          <Tabs.Tab value="mentions" className={classes.tab}>
            {t('analytics.tabs.mentions')}
          </Tabs.Tab>
          <Tabs.Tab value="search" className={classes.tab}>
            {t('analytics.tabs.search')}
          </Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {showPosts && count > 0 ? (
        <PostHead columns={columns} sort={view.sort} onSort={(sort) => view.set({ sort })} />
      ) : null}
      {view.list === 'mentions' ? <NotOffered accounts={accounts} feature="mentions" /> : null}
      {showPosts ? <NotOffered accounts={accounts} feature="metrics" /> : null}
      {instead()}
    </>
  );

  return (
    <VirtualList
      label={showPosts ? t('analytics.posts.label') : t('analytics.mentions.label')}
      count={count}
      estimate={() => (showPosts ? 61 : 71)}
      keyOf={(index) => {
        const row = showPosts ? posts.data?.[index] : mentions.data?.[index];
        return row ? `${row.accountId} ${row.remoteId}` : String(index);
      }}
      above={above}
      renderRow={(index) => {
        if (!showPosts) {
          const mention = mentions.data?.[index];
          return mention ? <MentionRow mention={mention} own={numbers.history} /> : null;
        }
        const post = posts.data?.[index];
        if (!post) return null;
        const open = post.remoteId === view.openId;
        return (
          <PostRow
            post={post}
            columns={columns}
            open={open}
            onOpen={() => view.set({ post: open ? null : post.remoteId })}
          />
        );
      }}
    />
  );
}

const canMention = ({ features }: Account): boolean =>
  features.some(({ name, available }) => name === 'mentions' && available);

function NoPosts({ everPosted, onWiden }: { everPosted: boolean; onWiden: () => void }) {
  const t = useWords();
  return everPosted ? (
    <EmptyState
      title={t('analytics.posts.emptyRange.title')}
      text={t('analytics.posts.emptyRange.text')}
      action={
        <Button variant="default" onClick={onWiden}>
          {t('analytics.posts.emptyRange.action')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t('analytics.posts.empty.title')}
      text={t('analytics.posts.empty.text')}
      action={
        <Button component={Link} href="/compose">
          {t('analytics.posts.empty.action')}
        </Button>
      }
    />
  );
}
