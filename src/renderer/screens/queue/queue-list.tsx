import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { VirtualList } from '../../parts/virtual-list.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { DayHeading } from './day-heading.tsx';
import classes from './queue-list.module.css';
import { NeedsMeHead } from './needs-me-head.tsx';
import { QueueRow } from './queue-row.tsx';
import { rowsByDay } from './queue-rows.ts';
import type { QueueRow as Row, QueueSection } from './queue-rows.ts';

interface QueueListProps {
  readonly section: QueueSection;
  /** How many missed their time. */
  readonly missed: number;
  readonly openId: string | null;
  readonly onOpen: (deliveryId: string) => void;
}

const pageSize = 100;

/** One question of the queue, answered as a list that reads on as it is scrolled. */
export function QueueList({ section, missed, openId, onOpen }: QueueListProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { timeZone } = useFormats();
  const query = useInfiniteQuery(
    api.queue.list.infiniteOptions({
      input: (cursor: string | null) => ({
        workspaceId,
        section,
        limit: pageSize,
        ...(cursor === null ? {} : { cursor }),
      }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  );
  const { isLoading: headPending } = useQuery({
    ...api.queue.deadLetters.queryOptions({ input: { workspaceId } }),
    enabled: section === 'needs_me',
  });
  const deliveries = useMemo(() => query.data?.pages.flatMap((page) => page.deliveries) ?? [], [query.data]);
  const rows = useMemo(
    (): Row[] =>
      section === 'needs_me'
        ? deliveries.map((delivery) => ({ kind: 'delivery', key: delivery.id, delivery }))
        : rowsByDay(deliveries, timeZone),
    [deliveries, section, timeZone],
  );

  // What stands above the list is read before it is drawn, so that the list does not move under the pointer.
  if (query.isPending || headPending) return <LoadingSkeleton rows={8} />;
  if (query.isError && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (rows.length === 0) return <NothingHere section={section} />;

  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  return (
    <>
      <VirtualList
        label={t(`queue.list.${section}`)}
        {...(section === 'needs_me' && classes.explained ? { className: classes.explained } : {})}
        count={rows.length}
        estimate={(index) => (rows[index]?.kind === 'day' ? 41 : section === 'needs_me' ? 132 : 61)}
        keyOf={(index) => rows[index]?.key ?? String(index)}
        onEnd={() => {
          if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
        }}
        above={section === 'needs_me' ? <NeedsMeHead missed={missed} /> : null}
        renderRow={(index) => {
          const row = rows[index];
          if (!row) return null;
          if (row.kind === 'day') return <DayHeading at={row.at} date={row.date} />;
          return (
            <QueueRow
              delivery={row.delivery}
              open={row.delivery.id === openId}
              explained={section === 'needs_me'}
              onOpen={() => onOpen(row.delivery.id)}
            />
          );
        }}
      />
      {isFetchingNextPage ? (
        <output className={classes.more}>
          <Loader size={14} /> {t('queue.list.more')}
        </output>
      ) : null}
    </>
  );
}

function NothingHere({ section }: { section: QueueSection }) {
  const t = useWords();
  switch (section) {
    case 'needs_me':
      return <EmptyState title={t('queue.empty.needsMe.title')} text={t('queue.empty.needsMe.text')} />;
    case 'next':
      return (
        <EmptyState
          title={t('queue.empty.next.title')}
          text={t('queue.empty.next.text')}
          action={
            <Button component={Link} href="/compose">
              {t('queue.empty.next.action')}
            </Button>
          }
          example={<Link href="/import">{t('queue.empty.next.second')}</Link>}
        />
      );
    case 'done':
      return (
        <EmptyState
          title={t('queue.empty.done.title')}
          text={t('queue.empty.done.text')}
          action={
            <Button component={Link} href="/compose">
              {t('queue.empty.done.action')}
            </Button>
          }
        />
      );
  }
}
