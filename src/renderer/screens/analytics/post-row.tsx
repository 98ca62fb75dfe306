import type { MeasuredPost, MetricName } from '../../../shared/models/metric.ts';
import { AccountName } from '../../parts/delivery/account-name.tsx';
import { When } from '../../parts/when.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './post-rows.module.css';
import { reactionsOf } from './reactions.ts';

interface PostRowProps {
  readonly post: MeasuredPost;
  readonly columns: readonly MetricName[];
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** A post with its newest numbers; a click shows how they grew. */
export function PostRow({ post, columns, open, onOpen }: PostRowProps) {
  const t = useWords();
  const formats = useFormats();
  const reactions = reactionsOf(post.metrics);
  const value = (metric: MetricName): string => {
    const known = post.metrics[metric];
    return known === undefined ? '–' : formats.count(known);
  };
  return (
    <div className={classes.row} data-open={open || undefined}>
      <div className={classes.post}>
        <button type="button" className={classes.open} onClick={onOpen} aria-expanded={open} data-row-focus>
          <span className={classes.text} dir="auto">
            {post.text === '' ? t('queue.row.imageOnly') : post.text}
          </span>
        </button>
        <span className={classes.meta}>
          <AccountName accountId={post.accountId} platform={post.platform} />
          <When at={post.publishedAt} />
          {post.postId === null ? (
            <span className={classes.elsewhere}>{t('analytics.posts.elsewhere')}</span>
          ) : null}
        </span>
      </div>
      <Value name={t('analytics.metric.impressions')}>{value('impressions')}</Value>
      <Value name={t('analytics.metric.engagements')}>
        {reactions === undefined ? '–' : formats.count(reactions)}
      </Value>
      {columns.map((metric) => (
        <Value key={metric} name={t(`analytics.metric.${metric}`)} minor>
          {value(metric)}
        </Value>
      ))}
      <Value name={t('analytics.posts.rate')}>
        {post.engagementRate === null ? '–' : formats.share(post.engagementRate)}
      </Value>
      <span className={classes.age}>
        <span className="ocma-read-only">{t('analytics.posts.age')} </span>
        {post.measuredAt === null ? t('analytics.posts.notRead') : <When at={post.measuredAt} />}
      </span>
    </div>
  );
}

function Value({ name, minor = false, children }: { name: string; minor?: boolean; children: string }) {
  return (
    <span className={classes.value} data-minor={minor || undefined}>
      <span className="ocma-read-only">{name} </span>
      {children}
    </span>
  );
}

interface PostHeadProps {
  readonly columns: readonly MetricName[];
  readonly sort: PostSort;
  readonly onSort: (sort: PostSort) => void;
}

/** How the posts may be sorted; the engine sorts. */
export type PostSort = 'newest' | 'impressions' | 'engagement';

/** The names of the columns, of which three sort. */
export function PostHead({ columns, sort, onSort }: PostHeadProps) {
  const t = useWords();
  const button = (name: PostSort, words: string) => (
    <button
      type="button"
      className={classes.sort}
      aria-pressed={sort === name}
      title={
        sort === name
          ? t('analytics.posts.sorted', { column: words })
          : t('analytics.posts.sortBy', { column: words })
      }
      onClick={() => onSort(name)}
    >
      {words}
      <span aria-hidden>{sort === name ? ' ↓' : ''}</span>
    </button>
  );
  return (
    <div className={classes.head}>
      <span>{button('newest', t('analytics.posts.newest'))}</span>
      <span className={classes.value}>{button('impressions', t('analytics.metric.impressions'))}</span>
      <span className={classes.value}>{button('engagement', t('analytics.metric.engagements'))}</span>
      {columns.map((metric) => (
        <span key={metric} className={classes.value} data-minor>
          {t(`analytics.metric.${metric}`)}
        </span>
      ))}
      <span className={classes.value}>{t('analytics.posts.rate')}</span>
      <span className={classes.age}>{t('analytics.posts.age')}</span>
    </div>
  );
}
