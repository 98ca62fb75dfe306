import { Anchor, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { MeasuredPost, MetricName } from '../../../shared/models/metric.ts';
import { AccountName } from '../../parts/delivery/account-name.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { When } from '../../parts/when.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './post-detail.module.css';
import { SeriesChart } from './series-chart.tsx';
import { usualRate } from './usual-rate.ts';

/** The numbers of a post in the order they are read. */
const postMetrics = [
  'impressions',
  'engagements',
  'likes',
  'comments',
  'shares',
  'quotes',
  'saves',
  'clicks',
  'profile_clicks',
  'video_views',
] as const satisfies readonly MetricName[];

interface PostDetailProps {
  readonly accountId: AccountId;
  readonly remoteId: string;
  readonly history: readonly MeasuredPost[];
  readonly onClose: () => void;
}

/** One post's numbers: what they mean, how they grew, and where the post is. */
export function PostDetail({ accountId, remoteId, history, onClose }: PostDetailProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const query = useQuery(
    api.metrics.postSeries.queryOptions({ input: { workspaceId, accountId, remoteId } }),
  );
  const content = (): ReactNode => {
    if (query.isPending) return <LoadingSkeleton rows={3} height={96} />;
    if (query.isError) {
      return <ErrorState inline error={query.error} onRetry={() => void query.refetch()} />;
    }
    const { post, series } = query.data;
    return (
      <>
        <p className={classes.text} dir="auto">
          {post.text}
        </p>
        <p className={classes.meta}>
          <When at={post.publishedAt} />
        </p>
        <PostLinks post={post} />
        <Meaning post={post} history={history} />
        <section className={classes.section} aria-label={t('analytics.detail.chart')}>
          <SeriesChart
            narrow
            metrics={series.filter(({ points }) => points.length > 0).map(({ metric }) => metric)}
            linesFor={(metric: MetricName) =>
              series
                .filter((line) => line.metric === metric)
                .map(({ points }) => ({ key: metric, name: t(`analytics.metric.${metric}`), points }))
            }
            height={200}
          />
        </section>
        <Numbers post={post} />
      </>
    );
  };
  return (
    <section className={classes.panel} aria-label={t('analytics.detail.label')}>
      <header className={classes.header}>
        {query.data ? (
          <AccountName accountId={query.data.post.accountId} platform={query.data.post.platform} />
        ) : null}
        <CloseButton className={classes.close} aria-label={t('analytics.detail.close')} onClick={onClose} />
      </header>
      <div className={classes.body}>{content()}</div>
    </section>
  );
}

function PostLinks({ post }: { post: MeasuredPost }) {
  const t = useWords();
  const network = usePlatforms().get(post.platform)?.title ?? post.platform;
  return (
    <p className={classes.links}>
      {post.url === null ? null : (
        <Anchor href={post.url} target="_blank" rel="noreferrer">
          {t('analytics.detail.link', { network })}
        </Anchor>
      )}
      {post.deliveryId === null ? null : (
        <Anchor component={Link} href={`/queue?section=done&delivery=${post.deliveryId}`}>
          {t('analytics.detail.history')}
        </Anchor>
      )}
    </p>
  );
}

function Meaning({ post, history }: { post: MeasuredPost; history: readonly MeasuredPost[] }) {
  const t = useWords();
  const formats = useFormats();
  if (post.engagementRate === null)
    return (
      <p>
        {t(
          typeof post.metrics.impressions === 'number'
            ? 'analytics.detail.noRate'
            : 'analytics.detail.noViews',
        )}
      </p>
    );
  const { rate: usual, count } = usualRate(history, post.accountId);
  const rate = formats.share(post.engagementRate);
  return usual === null ? (
    <p>
      {t('analytics.detail.rate', { rate })}{' '}
      <span className={classes.quiet}>{t('analytics.detail.tooFew', { count })}</span>
    </p>
  ) : (
    <p>{t('analytics.detail.rateUsual', { rate, usual: formats.share(usual), count })}</p>
  );
}

function Numbers({ post }: { post: MeasuredPost }) {
  const t = useWords();
  const formats = useFormats();
  return (
    <section className={classes.section} aria-label={t('analytics.detail.numbers')}>
      <dl className={classes.numbers}>
        {postMetrics.map((metric) => {
          const value = post.metrics[metric];
          return value === undefined ? null : (
            <div key={metric} className={classes.number}>
              <dt>{t(`analytics.metric.${metric}`)}</dt>
              <dd>{formats.count(value)}</dd>
            </div>
          );
        })}
      </dl>
      <p className={classes.meta}>
        {post.measuredAt === null ? (
          t('analytics.posts.notRead')
        ) : (
          <>
            {t('analytics.posts.age')} <When at={post.measuredAt} />
          </>
        )}
      </p>
    </section>
  );
}
