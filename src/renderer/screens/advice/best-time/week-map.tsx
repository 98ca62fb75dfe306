import { useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { BestTimes } from '../../../../shared/contract/timing.ts';
import { useSlotWords } from '../../../parts/best-time/use-slot-words.ts';
import { useWeekdayNames } from '../../../parts/weekday-names.ts';
import type { Account } from '../../../../shared/models/account.ts';
import { useWords } from '../../../words.ts';
import { FollowerRow } from './follower-row.tsx';
import classes from './week-map.module.css';
import { slotAfter, weekMarks } from './week-marks.ts';
import type { WeekMark } from './week-marks.ts';
import { WeekTable } from './week-table.tsx';

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** The 168 hours of the week: days as rows, hours as columns, and beside them the sentence of the one looked at. */
export function WeekMap({ best, account }: { best: BestTimes; account: Account }) {
  const t = useWords();
  const words = useSlotWords();
  const short = useWeekdayNames('short');
  const grid = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState(() => best.slots[0]?.slot ?? best.explore[0]?.slot ?? 9);
  const marks = weekMarks(best.cells);
  const recommended = new Set(best.slots.map(({ slot }) => slot));
  const tried = new Set(best.explore.map(({ slot }) => slot));
  const cell = best.cells[looked];

  const moveTo = (slot: number): void => {
    setLooked(slot);
    grid.current?.querySelector<HTMLElement>(`[data-slot="${slot}"]`)?.focus();
  };
  return (
    <section className={classes.root} aria-label={t('bestTime.map.label')}>
      <p id="week-map-hint" className="ocma-read-only">
        {t('bestTime.map.hint')}
      </p>
      <div
        ref={grid}
        role="grid"
        aria-label={t('bestTime.map.label')}
        aria-describedby="week-map-hint"
        className={classes.grid}
      >
        <div role="row" className={classes.row} aria-hidden>
          <span />
          {hours.map((hour) => (
            <span key={hour} className={classes.hour}>
              {hour % 3 === 0 ? String(hour).padStart(2, '0') : ''}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <div key={day} role="row" className={classes.row}>
            <span role="rowheader" className={classes.day}>
              {short(day)}
            </span>
            {best.cells.slice((day - 1) * 24, day * 24).map((one) => (
              <div
                key={one.slot}
                role="gridcell"
                tabIndex={one.slot === looked ? 0 : -1}
                data-slot={one.slot}
                data-looked={one.slot === looked || undefined}
                data-advice={
                  recommended.has(one.slot) ? 'recommended' : tried.has(one.slot) ? 'explore' : undefined
                }
                className={classes.cell}
                aria-label={words.sentence(one)}
                onFocus={() => setLooked(one.slot)}
                onMouseEnter={() => setLooked(one.slot)}
                onKeyDown={(event) => {
                  const next = slotAfter(one.slot, event.key);
                  if (next === one.slot) return;
                  event.preventDefault();
                  moveTo(next);
                }}
              >
                <Mark mark={marks[one.slot]} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <FollowerRow account={account} />
      {cell ? (
        <p className={classes.sentence}>
          <strong>{words.sentence(cell)}</strong>{' '}
          {recommended.has(looked) ? `${t('bestTime.cell.recommended')} ` : ''}
          {tried.has(looked) ? `${t('bestTime.cell.explore')} ` : ''}
          {cell.certain ? '' : `${t('bestTime.cell.unsure')} `}
          {t('bestTime.cell.sameContent', { gain: words.percent(cell.sameContent) })}
        </p>
      ) : null}
      <Legend />
      <WeekTable best={best} />
    </section>
  );
}

function Mark({ mark }: { mark: WeekMark | undefined }) {
  if (mark === undefined) return null;
  return (
    <span
      aria-hidden
      className={classes.mark}
      data-kind={mark.kind}
      data-certain={mark.certain || undefined}
      style={
        {
          '--mark-size': `${Math.round(mark.size * 100)}%`,
          '--mark-strength': `${Math.round(25 + mark.strength * 75)}%`,
        } as CSSProperties
      }
    />
  );
}

function Legend() {
  const t = useWords();
  const mark = (kind: WeekMark['kind'], { size = 1, certain = true } = {}) => (
    <span className={classes.sample}>
      <Mark mark={{ kind, strength: 0.8, size, certain }} />
    </span>
  );
  return (
    <ul className={classes.legend} aria-label={t('bestTime.map.legend')}>
      <li>
        {mark('above')} {t('bestTime.map.above')}
      </li>
      <li>
        {mark('below')} {t('bestTime.map.below')}
      </li>
      <li>
        {mark('above', { certain: false })}
        {mark('below', { certain: false })} {t('bestTime.map.chance')}
      </li>
      <li>
        {mark('above', { size: 0.5 })}
        {mark('above')} {t('bestTime.map.sure')}
      </li>
      <li>
        <span className={classes.sample} data-advice="recommended" /> {t('bestTime.map.recommended')}
      </li>
      <li>
        <span className={classes.sample} data-advice="explore" /> {t('bestTime.map.explore')}
      </li>
    </ul>
  );
}
