import classes from './audience.module.css';

/** One hour of the day as a bar, with a mark beside it where there is something to compare. Both are shares of the whole height. */
export interface HourColumn {
  readonly hour: number;
  readonly bar: number;
  readonly mark: number | null;
  readonly title: string;
}

/** `09:00`. */
export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The 24 hours of a day as bars, for those who see; a table beside it says the same. */
export function HourColumns({ columns }: { columns: readonly HourColumn[] }) {
  return (
    <div className={classes.bars} aria-hidden>
      {columns.map(({ hour, bar, mark, title }) => (
        <span key={hour} className={classes.column} title={title}>
          <span className={classes.bar} style={{ height: `${100 * bar}%` }} />
          {mark === null ? null : <span className={classes.mark} style={{ bottom: `${100 * mark}%` }} />}
          <span className={classes.hour}>{hour % 3 === 0 ? hourName(hour).slice(0, 2) : ''}</span>
        </span>
      ))}
    </div>
  );
}
