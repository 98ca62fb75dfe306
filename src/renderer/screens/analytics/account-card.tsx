import type { AccountSummary, MeasuredPost, TimeRange } from '../../../shared/models/metric.ts';
import { useNow } from '../../clock.tsx';
import { NetworkIcon } from '../../parts/network-icon.tsx';
import { When } from '../../parts/when.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import type { Words } from '../../words.ts';
import classes from './account-card.module.css';
import { accountReactions } from './reactions.ts';
import { usualRate } from './usual-rate.ts';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

interface AccountCardProps {
  readonly summary: AccountSummary;
  readonly range: TimeRange;
  /** When the chosen time begins. */
  readonly from: number;
  /** The posts from which the usual rate is taken. */
  readonly history: readonly MeasuredPost[];
}

const day = 86_400_000;

/** How the followers changed: against the beginning of the chosen time, or against the first reading where that is later. */
const followersWords = (
  { followers, followersChange: change, series }: AccountSummary,
  range: TimeRange,
  from: number,
  now: number,
  formats: ReturnType<typeof useFormats>,
  t: Words,
): string => {
  if (followers === null) return '';
  if (change === null) return t('analytics.cards.change.unknown');
  const value = formats.count(Math.abs(change));
  const direction = change > 0 ? 'up' : change < 0 ? 'down' : 'same';
  const first = series.find(({ metric }) => metric === 'followers')?.points[0]?.at ?? from;
  return first > from + day / 2
    ? t(`analytics.cards.change.${direction}Since`, {
        value,
        when: now - first < day ? formats.time(first) : formats.day(first),
      })
    : t(`analytics.cards.change.${direction}`, { value, range: t(`analytics.cards.before.${range}`) });
};

/** The numbers of one account in the chosen time, each with what it means. */
export function AccountCard({ summary, range, from, history }: AccountCardProps) {
  const t = useWords();
  const formats = useFormats();
  const now = useNow();
  const { followers, engagementRate, totals } = summary;
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : formats.count(value);
  const usual = usualRate(history, summary.accountId).rate;
  const rate =
    engagementRate === null
      ? t(typeof totals.impressions === 'number' ? 'analytics.cards.noRate' : 'analytics.cards.noViews')
      : usual === null || range === '90d' || range === '365d'
        ? t('analytics.cards.rate', { rate: formats.share(engagementRate) })
        : t('analytics.cards.rateUsual', {
            rate: formats.share(engagementRate),
            usual: formats.share(usual),
          });
  const handle = handleOf(useAccounts().get(summary.accountId) ?? summary);
  return (
    <article className={classes.card} aria-label={handle}>
      <header className={classes.head}>
        <NetworkIcon platform={summary.platform} size={14} labelled />
        <h2 className={classes.name}>{handle}</h2>
        <span className={classes.age}>
          {summary.measuredAt === null ? (
            t('analytics.cards.never')
          ) : (
            <>
              {t('analytics.cards.ageLabel')} <When at={summary.measuredAt} />
            </>
          )}
        </span>
      </header>
      <dl className={classes.numbers}>
        <div className={classes.first}>
          <dt>{t('analytics.cards.followers')}</dt>
          <dd>{number(followers)}</dd>
          <dd className={classes.change}>{followersWords(summary, range, from, now, formats, t)}</dd>
        </div>
        <div>
          <dt>{t('analytics.cards.posts')}</dt>
          <dd>{number(summary.posts)}</dd>
        </div>
        <div>
          <dt>{t('analytics.cards.impressions')}</dt>
          <dd>{number(totals.impressions)}</dd>
        </div>
        <div>
          <dt>{t('analytics.cards.engagements')}</dt>
          <dd>{number(accountReactions(summary))}</dd>
        </div>
      </dl>
      <p className={classes.rate}>{rate}</p>
    </article>
  );
}
