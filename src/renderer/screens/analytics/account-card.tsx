import type { AccountSummary, MeasuredPost, TimeRange } from '../../../shared/models/metric.ts';
import { NetworkIcon } from '../../parts/network-icon.tsx';
import { When } from '../../parts/when.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './account-card.module.css';
import { usualRate } from './usual-rate.ts';

interface AccountCardProps {
  readonly summary: AccountSummary;
  readonly range: TimeRange;
  /** The posts from which the usual rate is taken. */
  readonly history: readonly MeasuredPost[];
}

/** The numbers of one account in the chosen time, each with what it means. */
export function AccountCard({ summary, range, history }: AccountCardProps) {
  const t = useWords();
  const formats = useFormats();
  const { followers, followersChange, engagementRate, totals } = summary;
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : formats.count(value);
  const before = t(`analytics.cards.before.${range}`);
  const change =
    followersChange === null
      ? t('analytics.cards.change.unknown')
      : followersChange > 0
        ? t('analytics.cards.change.up', { value: formats.count(followersChange), range: before })
        : followersChange < 0
          ? t('analytics.cards.change.down', { value: formats.count(-followersChange), range: before })
          : t('analytics.cards.change.same', { range: before });
  const usual = usualRate(history, summary.accountId).rate;
  const rate =
    engagementRate === null
      ? t('analytics.cards.noRate')
      : usual === null || range === '90d' || range === '365d'
        ? t('analytics.cards.rate', { rate: formats.share(engagementRate) })
        : t('analytics.cards.rateUsual', {
            rate: formats.share(engagementRate),
            usual: formats.share(usual),
          });
  return (
    <article className={classes.card} aria-label={`@${summary.username}`}>
      <header className={classes.head}>
        <NetworkIcon platform={summary.platform} size={14} labelled />
        <h2 className={classes.name}>@{summary.username}</h2>
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
          <dd className={classes.change}>
            {followers === null ? t('analytics.cards.change.unknown') : change}
          </dd>
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
          <dd>{number(totals.engagements)}</dd>
        </div>
      </dl>
      <p className={classes.rate}>{rate}</p>
    </article>
  );
}
