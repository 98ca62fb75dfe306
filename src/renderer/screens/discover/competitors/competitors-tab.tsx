import { Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { usePlatforms } from '../../../parts/network-icon.tsx';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { UnreadNetworks } from '../unread-networks.tsx';
import { AddCompetitor } from './add-competitor.tsx';
import classes from './competitors-tab.module.css';
import { NetworkTable } from './network-table.tsx';

const ranges = ['7d', '30d', '90d'] as const;
type Range = (typeof ranges)[number];

/** How others post and what comes back, beside oneself. */
export function CompetitorsTab() {
  const t = useWords();
  const api = useApi();
  const cards = usePlatforms();
  const { id: workspaceId } = useWorkspace();
  const [range, setRange] = useState<Range>('30d');
  const networks = useQuery(api.listening.networks.queryOptions({ input: { workspaceId } }));
  const listed = useQuery(api.listening.competitors.queryOptions({ input: { workspaceId } }));
  const comparison = useQuery({
    ...api.listening.comparison.queryOptions({ input: { workspaceId, range } }),
    placeholderData: keepPreviousData,
  });

  const failed = [networks, listed, comparison].find(({ isError, data }) => isError && data === undefined);
  if (failed)
    return (
      <ErrorState
        error={failed.error}
        onRetry={() => void Promise.all([networks.refetch(), listed.refetch(), comparison.refetch()])}
      />
    );
  if (!networks.data || !listed.data || !comparison.data) return <LoadingSkeleton rows={4} height={72} />;

  const titleOf = (platform: string): string => cards.get(platform)?.title ?? platform;
  const readable = networks.data.filter(({ competitors }) => competitors.kind === 'reads');
  const waiting = networks.data.filter(({ competitors }) => competitors.kind === 'no_account');
  const names = waiting.map(({ platform }) => titleOf(platform)).join(', ');

  const content = (): ReactNode => {
    if (listed.data.length > 0)
      return comparison.data.networks.map((network) => (
        <NetworkTable
          key={network.platform}
          network={network}
          listed={listed.data}
          costs={readable.find(({ platform }) => platform === network.platform)?.competitors}
          timeZone={comparison.data.timeZone}
        />
      ));
    return (
      <EmptyState
        title={t('competitors.empty.title')}
        text={
          readable.length > 0
            ? t('competitors.empty.text')
            : t('competitors.empty.noNetwork', { networks: names })
        }
        {...(readable.length > 0
          ? { example: t('competitors.empty.example') }
          : {
              action: (
                <Button component={Link} href="/accounts?connect">
                  {t('competitors.empty.connect')}
                </Button>
              ),
            })}
      />
    );
  };

  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <p className={classes.intro}>{t('competitors.intro')}</p>
        <SegmentedControl
          size="xs"
          aria-label={t('competitors.range.label')}
          value={range}
          data={ranges.map((value) => ({ value, label: t(`competitors.range.${value}`) }))}
          onChange={setRange}
        />
      </div>
      {readable.length > 0 ? <AddCompetitor networks={readable} /> : null}
      {content()}
      {listed.data.length > 0 ? <p className={classes.note}>{t('competitors.published')}</p> : null}
      <UnreadNetworks
        title={t('competitors.unread.title')}
        networks={networks.data.map(({ platform, competitors }) => ({ platform, reading: competitors }))}
        {...(waiting.length > 0 && readable.length > 0
          ? {
              noAccount: t('competitors.unread.noAccount', { count: waiting.length, networks: names }),
            }
          : {})}
      />
    </div>
  );
}
