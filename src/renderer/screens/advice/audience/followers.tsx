import type { AudienceFollowers } from '../../../../shared/contract/followers.ts';
import type { Account } from '../../../../shared/models/account.ts';
import { useFollowers } from '../../../parts/best-time/use-followers.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { AudienceZone } from '../audience-zone.tsx';
import { Why } from '../why.tsx';
import classes from './audience.module.css';
import { HourColumns, hourName } from './hour-columns.tsx';
import { Whereabouts } from './whereabouts.tsx';

/** When an account's followers are online and where they are, as far as its network tells it. */
export function Followers({ account }: { account: Account }) {
  const t = useWords();
  const { data, error, refetch } = useFollowers(account.id);
  return (
    <section className={classes.section} aria-label={t('audienceTab.followers.title')}>
      <h2 className={classes.heading}>{t('audienceTab.followers.title')}</h2>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} inline />
      ) : data ? (
        <>
          <AudienceZone account={account} hint={t('audienceTab.zone.hint')} />
          <Online followers={data} />
          <Whereabouts followers={data} />
        </>
      ) : (
        <LoadingSkeleton rows={2} height={120} />
      )}
    </section>
  );
}

function Online({ followers: { online, source, zone } }: { followers: AudienceFollowers }) {
  const t = useWords();
  const formats = useFormats();
  const { status, text, readAt, from, to, days, hours } = online;
  return (
    <>
      <h3 className={classes.subheading}>{t('audienceTab.followers.online')}</h3>
      {status === 'known' ? (
        <>
          <p className={classes.quiet}>
            {t('audienceTab.followers.onlineFrom', {
              count: days,
              from: from === null ? '' : formats.day(from),
              to: to === null ? '' : formats.day(to),
              zone,
              source,
              when: readAt === null ? '' : formats.when(readAt),
            })}
          </p>
          {text === null ? null : <p className={classes.quiet}>{text}</p>}
          <OnlineBars hours={hours} />
          <Why
            label={t('audienceTab.why')}
            about={t('audienceTab.followers.online')}
            text={t('audienceTab.followers.onlineWhy', { note: online.note ?? '' })}
          />
        </>
      ) : (
        <p className={classes.nothing}>{text}</p>
      )}
    </>
  );
}

function OnlineBars({ hours }: { hours: AudienceFollowers['online']['hours'] }) {
  const t = useWords();
  const formats = useFormats();
  const most = Math.max(1, ...hours.map(({ online }) => online ?? 0));
  const said = (online: number | null): string => (online === null ? '–' : formats.count(online));
  return (
    <>
      <HourColumns
        columns={hours.map(({ hour, online }) => ({
          hour,
          bar: (online ?? 0) / most,
          mark: null,
          title: t('audienceTab.followers.bar', { hour: hourName(hour), online: said(online) }),
        }))}
      />
      <div className="ocma-read-only">
        <table>
          <caption>{t('audienceTab.followers.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('audienceTab.followers.hour')}</th>
              <th scope="col">{t('audienceTab.followers.count')}</th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ hour, online }) => (
              <tr key={hour}>
                <td>{hourName(hour)}</td>
                <td>{said(online)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
