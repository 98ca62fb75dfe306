import { Button } from '@mantine/core';
import IconRepeat from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './recurring-screen.module.css';
import { SeriesRow } from './series-row.tsx';

/** Every post that repeats: how, when next, and what to do with it. `/recurring/<id>` shows the times of one. */
export function RecurringScreen() {
  const t = useWords();
  const api = useApi();
  const { id } = useParams<{ id?: string }>();
  const [, navigate] = useLocation();
  const { id: workspaceId } = useWorkspace();
  const list = useQuery(api.recurrences.list.queryOptions({ input: { workspaceId } }));

  const content = (): ReactNode => {
    if (list.isPending) return <LoadingSkeleton rows={4} height={72} />;
    if (list.isError && !list.data)
      return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
    if (list.data.length === 0)
      return (
        <EmptyState
          icon={<IconRepeat size={28} />}
          title={t('recurring.empty.title')}
          text={t('recurring.empty.text')}
          action={
            <Button component={Link} href="/compose">
              {t('recurring.empty.action')}
            </Button>
          }
          example={t('recurring.empty.example')}
        />
      );
    return (
      <ul className={classes.list} aria-label={t('recurring.list')}>
        {list.data.map((series) => (
          <SeriesRow
            key={series.id}
            series={series}
            opened={series.id === id}
            onToggle={() => navigate(series.id === id ? '/recurring' : `/recurring/${series.id}`)}
          />
        ))}
      </ul>
    );
  };

  return (
    <Screen
      title={t('recurring.title')}
      actions={
        <Button variant="default" component={Link} href="/">
          {t('recurring.back')}
        </Button>
      }
    >
      {content()}
    </Screen>
  );
}
