import { Link } from 'wouter';
import type { Account } from '../../../../shared/models/account.ts';
import { useFollowers } from '../../../parts/best-time/use-followers.ts';
import { useSlotWords } from '../../../parts/best-time/use-slot-words.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './week-map.module.css';

/** When followers are online, hour by hour under the hours of the week; or why that is not known. */
export function FollowerRow({ account }: { account: Account }) {
  const t = useWords();
  const words = useSlotWords();
  const formats = useFormats();
  const { data } = useFollowers(account.id);
  if (data === undefined) return null;
  const { status, text, from, to, hours } = data.online;
  const counted = hours.flatMap(({ hour, online }) => (online === null ? [] : [{ hour, online }]));
  const byCount = counted.toSorted((one, other) => other.online - one.online);
  const [most, least] = [byCount[0], byCount.at(-1)];
  const more = (
    <Link className={classes.more ?? ''} href={`/advice?tab=audience&account=${account.id}`}>
      {t('bestTime.followers.more')}
    </Link>
  );
  if (status !== 'known' || most === undefined || least === undefined) {
    return (
      <p className={classes.followers}>
        {text} {status === 'not_told' ? null : more}
      </p>
    );
  }
  return (
    <>
      <div
        className={classes.row}
        role="img"
        aria-label={t('bestTime.followers.label', {
          most: words.time(most.hour),
          mostCount: formats.count(most.online),
          least: words.time(least.hour),
          leastCount: formats.count(least.online),
        })}
      >
        <span className={classes.day}>{t('bestTime.followers.row')}</span>
        {hours.map(({ hour, online }) => (
          <span
            key={hour}
            className={classes.onlineHour}
            title={t('bestTime.followers.bar', {
              time: words.time(hour),
              online: online === null ? '–' : formats.count(online),
            })}
          >
            <span
              className={classes.onlineBar}
              style={{ height: `${(100 * (online ?? 0)) / Math.max(1, most.online)}%` }}
            />
          </span>
        ))}
      </div>
      <p className={classes.followers}>
        {t('bestTime.followers.told', {
          source: data.source,
          from: from === null ? '' : formats.day(from),
          to: to === null ? '' : formats.day(to),
        })}{' '}
        {text === null ? '' : `${text} `}
        {more}
      </p>
    </>
  );
}
