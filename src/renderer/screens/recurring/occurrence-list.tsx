import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useNow } from '../../clock.tsx';
import { formatFull, formatTime } from '../../formats.ts';
import type { useSeriesActs } from '../../parts/series/use-series-acts.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { instantOf } from '../../zoned.ts';
import type { Occurrence, Recurrence } from '../../../shared/models/recurrence.ts';
import classes from './recurring-screen.module.css';

interface OccurrenceListProps {
  readonly series: Recurrence;
  readonly acts: ReturnType<typeof useSeriesActs>;
}

/** The last and the next times of a series: what became of each, and what can be done to those ahead. */
export function OccurrenceList({ series, acts }: OccurrenceListProps) {
  const t = useWords();
  return (
    <section aria-label={t('recurring.occurrences')}>
      <h3 className={classes.heading}>{t('recurring.occurrences')}</h3>
      <ul className={classes.times}>
        {series.occurrences.map((occurrence) => (
          <Row key={occurrence.local} series={series} occurrence={occurrence} acts={acts} />
        ))}
      </ul>
    </section>
  );
}

function Row({ series, occurrence, acts }: OccurrenceListProps & { occurrence: Occurrence }) {
  const t = useWords();
  const now = useNow();
  const { locale } = useFormats();
  const { local, when, state, postId } = occurrence;
  const byRule = instantOf(local, series.timeZone);
  const at = when?.instant ?? byRule;
  const time = acts.spoken(local);
  const ahead = at > now && series.state === 'active';
  const button = (label: string, name: string, onClick: () => void): ReactNode => (
    <Button size="compact-xs" variant="default" disabled={acts.busy} aria-label={name} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <li className={classes.time} data-ahead={ahead || undefined}>
      <span>
        <time dateTime={new Date(at).toISOString()} data-left={state === 'skipped' || undefined}>
          {formatFull(at, when?.timeZone ?? series.timeZone, locale)}
        </time>
        {when && when.note !== 'none' ? (
          <span className={classes.note}>
            {t(`recurring.preview.${when.note}`, { time: formatTime(at, when.timeZone, locale) })}
          </span>
        ) : null}
      </span>
      <span className={classes.state}>{t(`recurring.states.${state}`)}</span>
      <span className={classes.acts}>
        {ahead && state !== 'skipped'
          ? button(t('recurring.act.skip'), t('recurring.act.skipAt', { time }), () => void acts.skip(local))
          : null}
        {ahead && state === 'skipped'
          ? button(
              t('recurring.act.restore'),
              t('recurring.act.restoreAt', { time }),
              () => void acts.restore({ local }),
            )
          : null}
        {ahead && state === 'edited'
          ? button(
              t('recurring.act.reset'),
              t('recurring.act.resetAt', { time }),
              () => void acts.restore({ local }),
            )
          : null}
        {postId !== null && state !== 'skipped' ? (
          <Button
            size="compact-xs"
            variant="subtle"
            component={Link}
            href={`/compose/${postId}`}
            aria-label={t(ahead ? 'recurring.act.editOneAt' : 'recurring.act.openAt', { time })}
          >
            {t(ahead ? 'recurring.act.editOne' : 'recurring.act.openPost')}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
