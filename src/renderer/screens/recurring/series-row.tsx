import { Badge, Button, Group } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import { SeriesSentence } from '../../parts/series/series-note.tsx';
import { useSeriesActs } from '../../parts/series/use-series-acts.ts';
import { When } from '../../parts/when.tsx';
import { useWords } from '../../words.ts';
import { OccurrenceList } from './occurrence-list.tsx';
import classes from './recurring-screen.module.css';
import { SeriesHistory } from './series-history.tsx';

interface SeriesRowProps {
  readonly series: Recurrence;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

const coming = new Set(['scheduled', 'edited', 'planned']);

/** One series: its words, how it repeats, what comes next; opened, its times and its history. */
export function SeriesRow({ series, opened, onToggle }: SeriesRowProps) {
  const t = useWords();
  const acts = useSeriesActs(series);
  const detailId = useId();
  const excerpt = series.parts[0]?.text.trim().slice(0, 120) || t('recurring.noWords');
  const words = excerpt.slice(0, 40);
  const next = series.occurrences.find(({ when, state }) => when !== null && coming.has(state))?.when;
  const button = (label: string, name: string, onClick: () => void): ReactNode => (
    <Button size="compact-sm" variant="default" disabled={acts.busy} aria-label={name} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <li className={classes.row}>
      <div className={classes.summary}>
        <div className={classes.about}>
          <h2 className={classes.words}>{excerpt}</h2>
          <p className={classes.sentence}>
            <SeriesSentence series={series} />
            {series.state === 'active' ? null : (
              <Badge variant="default" size="sm" ms={8}>
                {t(`recurring.${series.state}`)}
              </Badge>
            )}
          </p>
          <p className={classes.quiet}>
            {next ? (
              <>
                {t('recurring.next')} <When at={next.instant} wall={next} />
              </>
            ) : (
              t('recurring.noNext')
            )}
            {' · '}
            {t('recurring.accounts', { count: series.accountIds.length })}
          </p>
        </div>
        <Group gap={8} role="group" aria-label={t('recurring.act.group')}>
          {button(t('recurring.act.edit'), t('recurring.act.editSeries', { words }), () => void acts.edit())}
          {series.state === 'stopped'
            ? button(
                t('recurring.act.resume'),
                t('recurring.act.resumeSeries', { words }),
                () => void acts.resume(),
              )
            : series.state === 'active'
              ? button(
                  t('recurring.act.stop'),
                  t('recurring.act.stopSeries', { words }),
                  () => void acts.stop(),
                )
              : null}
          {button(
            t('recurring.act.remove'),
            t('recurring.act.removeSeries', { words }),
            () => void acts.remove(),
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-expanded={opened}
            aria-controls={detailId}
            onClick={onToggle}
          >
            {t(opened ? 'recurring.hide' : 'recurring.show')}
          </Button>
        </Group>
      </div>
      <div id={detailId}>
        {opened ? (
          <div className={classes.detail}>
            <OccurrenceList series={series} acts={acts} />
            <SeriesHistory series={series} />
          </div>
        ) : null}
      </div>
    </li>
  );
}
