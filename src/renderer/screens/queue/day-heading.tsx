import { useNow } from '../../clock.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { localOf } from '../../zoned.ts';
import classes from './day-heading.module.css';

const day = 86_400_000;

/** The heading of a day in the queue: its name where it is near, and its date. */
export function DayHeading({ at, date }: { at: number | null; date: string | null }) {
  const t = useWords();
  const { locale, timeZone } = useFormats();
  const now = useNow();
  if (at === null) return <h2 className={classes.day}>{t('queue.day.undated')}</h2>;
  const dateOf = (instant: number): string => localOf(instant, timeZone).slice(0, 10);
  const name =
    date === dateOf(now)
      ? t('queue.day.today')
      : date === dateOf(now + day)
        ? t('queue.day.tomorrow')
        : date === dateOf(now - day)
          ? t('queue.day.yesterday')
          : null;
  const words = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date?.slice(0, 4) === dateOf(now).slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(at);
  return (
    <h2 className={classes.day}>
      {name ? (
        <>
          {name} <span className={classes.date}>{words}</span>
        </>
      ) : (
        words
      )}
    </h2>
  );
}
