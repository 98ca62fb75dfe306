import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { BestTimes } from '../../../../shared/contract/timing.ts';
import { useSlotWords } from '../../../parts/best-time/use-slot-words.ts';
import { useWeekdayNames } from '../../../parts/weekday-names.ts';
import { useWords } from '../../../words.ts';
import classes from './week-map.module.css';

const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** The week's numbers in words and rows: hours down, days across. */
export function WeekTable({ best }: { best: BestTimes }) {
  const t = useWords();
  const words = useSlotWords();
  const long = useWeekdayNames('long');
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <UnstyledButton className={classes.tableButton} aria-expanded={opened} onClick={toggle}>
        {t('bestTime.map.table')}
      </UnstyledButton>
      {opened ? (
        <div className={classes.tableFrame} tabIndex={0} role="group" aria-label={t('bestTime.map.table')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('bestTime.map.hour')}</th>
                {days.map((day) => (
                  <th key={day} scope="col">
                    {long(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: 24 }, (_, hour) => (
                <tr key={hour}>
                  <th scope="row">{words.time(hour)}</th>
                  {days.map((day) => {
                    const cell = best.cells[(day - 1) * 24 + hour];
                    return <td key={day}>{cell ? words.gain(cell) : null}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}
