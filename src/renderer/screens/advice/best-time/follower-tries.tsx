import { Link } from 'wouter';
import type { Account } from '../../../../shared/models/account.ts';
import { useNow } from '../../../clock.tsx';
import { formatWhen } from '../../../formats.ts';
import { useFollowers } from '../../../parts/best-time/use-followers.ts';
import { useSlotWords } from '../../../parts/best-time/use-slot-words.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { localOf } from '../../../zoned.ts';
import classes from './best-time.module.css';
import { Why } from './why.tsx';

/** Hours to begin with while there are too few posts to judge by: when followers are online, where the network tells it. */
export function FollowerTries({ account }: { account: Account }) {
  const t = useWords();
  const words = useSlotWords();
  const now = useNow();
  const { locale, count } = useFormats();
  const { timeZone } = useWorkspace();
  const { data } = useFollowers(account.id);
  if (data === undefined || data.online.tries.length === 0) return null;
  return (
    <section className={classes.helps} aria-labelledby="best-time-tries">
      <h2 id="best-time-tries" className={classes.heading}>
        {t('bestTime.followers.tries')}
      </h2>
      <p className={classes.quiet}>{t('bestTime.followers.triesText')}</p>
      <ul className={classes.slots}>
        {data.online.tries.map((slot) => {
          const next = t('bestTime.slots.next', { time: formatWhen(slot.next, data.zone, locale, now, t) });
          return (
            <li key={slot.slot} className={classes.slot} data-try>
              <div className={classes.slotLine}>
                <strong className={classes.slotName}>{words.often(slot)}</strong>
                <span className={classes.mark}>{t('bestTime.explore.mark')}</span>
                <Link
                  className={classes.next ?? ''}
                  href={`/compose?at=${encodeURIComponent(localOf(slot.next, timeZone))}`}
                  aria-label={t('bestTime.slots.write', { next })}
                >
                  {next}
                </Link>
              </div>
              <span className={classes.slotReason}>
                {t('bestTime.followers.online', { online: count(slot.online) })}
              </span>
              {slot.note === 'none' ? null : (
                <p className={classes.quiet}>{t(`bestTime.slots.${slot.note}`)}</p>
              )}
              <Why of={words.often(slot)}>
                <p className={classes.plain}>{slot.why}</p>
              </Why>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
