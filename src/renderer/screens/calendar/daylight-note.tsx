import IconClockShare from '@tabler/icons-react/dist/esm/icons/IconClockShare.mjs';
import { useMemo } from 'react';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { clockChanges } from '../../zoned.ts';
import classes from './calendar-screen.module.css';

/** Says where in the dates on screen the clocks change, since a post there would move. */
export function DaylightNote({ from, to }: { from: number; to: number }) {
  const t = useWords();
  const { timeZone, day, time } = useFormats();
  const changes = useMemo(() => clockChanges(from, to, timeZone), [from, to, timeZone]);
  return changes.map(({ at, minutes }) => (
    <p key={at} className={classes.daylight}>
      <IconClockShare size={16} aria-hidden />
      {t(minutes > 0 ? 'calendar.daylightForward' : 'calendar.daylightBack', {
        date: day(at),
        // The time on the clocks just before they change.
        time: time(at - 60_000),
      })}
    </p>
  ));
}
