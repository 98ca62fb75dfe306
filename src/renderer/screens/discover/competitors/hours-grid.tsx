import type { Posting } from '../../../../shared/models/listening.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { zoneCity } from '../../../zoned.ts';
import classes from './hours-grid.module.css';

interface HoursGridProps {
  readonly name: string;
  readonly hours: Posting['hours'];
  /** The most posts that any hour of any account of the network has. */
  readonly most: number;
  readonly timeZone: string;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const side = 8;
/** A Monday, from which names of weekdays are counted. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** The hours of the week in which somebody posts: a grid to look at, and a table to read. */
export function HoursGrid({ name, hours, most, timeZone }: HoursGridProps) {
  const t = useWords();
  const { locale } = useFormats();
  const dayName = (weekday: number, weekdayStyle: 'narrow' | 'long'): string =>
    new Intl.DateTimeFormat(locale, { weekday: weekdayStyle, timeZone: 'UTC' }).format(
      monday + (weekday - 1) * dayMs,
    );
  const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  return (
    <>
      <svg className={classes.grid} viewBox={`0 0 ${24 * side + 12} ${7 * side + 12}`} aria-hidden>
        {weekdays.map((weekday) => (
          <text key={weekday} x={0} y={weekday * side - 1} className={classes.day}>
            {dayName(weekday, 'narrow')}
          </text>
        ))}
        <rect x={12} y={0} width={24 * side} height={7 * side} rx={2} className={classes.ground} />
        {hours.map(({ weekday, hour, posts }) => (
          <rect
            key={`${weekday} ${hour}`}
            x={12 + hour * side}
            y={(weekday - 1) * side}
            width={side - 1}
            height={side - 1}
            rx={1.5}
            className={classes.hour}
            opacity={0.35 + (0.65 * posts) / most}
          />
        ))}
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={12 + hour * side} y={7 * side + 10} className={classes.day}>
            {hour}
          </text>
        ))}
      </svg>
      <table className="ocma-read-only">
        <caption>{t('competitors.hours.caption', { name, zone: zoneCity(timeZone) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('competitors.hours.day')}</th>
            <th scope="col">{t('competitors.hours.posts')}</th>
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => {
            const ofDay = hours.filter((one) => one.weekday === weekday);
            return (
              <tr key={weekday}>
                <th scope="row">{dayName(weekday, 'long')}</th>
                <td>
                  {ofDay.length === 0
                    ? t('competitors.hours.none')
                    : ofDay
                        .map(({ hour, posts }) => t('competitors.hours.at', { hour: hourName(hour), posts }))
                        .join(', ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
