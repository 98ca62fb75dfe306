import IconClockShare from '@tabler/icons-react/dist/esm/icons/IconClockShare.mjs';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { formatTime } from '../../formats.ts';
import { offsetMinutes } from '../../zoned.ts';
import type { ClockChange } from '../../zoned.ts';
import classes from './calendar-screen.module.css';

/** Says where in the dates on screen the clocks change, since a post there would move. */
export function DaylightNote({ changes }: { changes: readonly ClockChange[] }) {
  const t = useWords();
  const { day, locale, timeZone } = useFormats();
  return changes.map(({ at, minutes }) => (
    <p key={at} className={classes.daylight}>
      <IconClockShare size={16} aria-hidden />
      {t(minutes > 0 ? 'calendar.daylightForward' : 'calendar.daylightBack', {
        date: day(at),
        // The time on the clocks just before they change.
        time: formatTime(at + offsetMinutes(at - 1, timeZone) * 60_000, 'UTC', locale),
      })}
    </p>
  ));
}
