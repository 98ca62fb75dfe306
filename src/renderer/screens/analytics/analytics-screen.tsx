import { Button, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { Screen } from '../../parts/screen.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useAccountLabel } from '../../parts/use-account-label.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { AnalyticsList } from './analytics-list.tsx';
import classes from './analytics-screen.module.css';
import { PostDetail } from './post-detail.tsx';
import { RefreshButton } from './refresh-button.tsx';
import { ranges, useAnalytics, useAnalyticsView } from './use-analytics.ts';

/** Followers, views and reactions: by account, over time, and post by post. */
export function AnalyticsScreen() {
  const t = useWords();
  const labelOf = useAccountLabel();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const accounts = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  const view = useAnalyticsView();
  const numbers = useAnalytics(view);
  const openPost =
    view.openId === null
      ? null
      : ([...(numbers.posts.data ?? []), ...numbers.history].find(
          ({ remoteId }) => remoteId === view.openId,
        ) ?? null);
  const close = (): void => view.set({ post: null });

  const content = (): ReactNode => {
    if (accounts.isPending || numbers.accounts.isPending) return <LoadingSkeleton rows={3} height={128} />;
    if (accounts.isError) {
      return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
    }
    if (accounts.data.length === 0) {
      return (
        <EmptyState
          title={t('analytics.noAccounts.title')}
          text={t('analytics.noAccounts.text')}
          action={
            <Button component={Link} href="/accounts?connect">
              {t('analytics.noAccounts.action')}
            </Button>
          }
        />
      );
    }
    if (numbers.accounts.isError && !numbers.accounts.data) {
      return <ErrorState error={numbers.accounts.error} onRetry={() => void numbers.accounts.refetch()} />;
    }
    return <AnalyticsList view={view} numbers={numbers} />;
  };
  const detail = openPost ? (
    <PostDetail
      key={`${openPost.accountId} ${openPost.remoteId}`}
      accountId={openPost.accountId}
      remoteId={openPost.remoteId}
      history={numbers.history}
      onClose={close}
    />
  ) : null;

  return (
    <Screen
      title={t('analytics.title')}
      layout="full"
      beside={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('analytics.range.label')}
            value={view.range}
            data={ranges.map((value) => ({ value, label: t(`analytics.range.${value}`) }))}
            onChange={(range) => view.set({ range })}
          />
          {accounts.data && accounts.data.length > 1 ? (
            <Select
              size="xs"
              w={224}
              aria-label={t('analytics.filter.label')}
              value={view.account?.id ?? ''}
              allowDeselect={false}
              data={[
                { value: '', label: t('analytics.filter.all') },
                ...accounts.data.map((account) => ({ value: account.id, label: labelOf(account) })),
              ]}
              onChange={(id) => view.set({ account: id === '' ? null : id })}
            />
          ) : null}
        </>
      }
      actions={
        accounts.data && accounts.data.length > 0 ? (
          <>
            <Button
              component={Link}
              size="compact-sm"
              variant="default"
              href={view.account ? `/import/past?account=${view.account.id}` : '/import/past'}
            >
              {t('historyImportScreen.open')}
            </Button>
            <RefreshButton accountId={view.account?.id ?? null} />
          </>
        ) : null
      }
    >
      <div className={classes.main}>{content()}</div>
      <SidePanel opened={detail !== null} label={t('analytics.detail.label')} onClose={close}>
        {detail}
      </SidePanel>
    </Screen>
  );
}
