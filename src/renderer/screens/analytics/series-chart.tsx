import { Button, SegmentedControl, Select } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import type { MetricName } from '../../../shared/models/metric.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import type { ChartLine } from './chart-rows.ts';
import { ChartTable } from './chart-table.tsx';
import classes from './series-chart.module.css';

const TimeChart = lazy(() => import('./time-chart.tsx').then((file) => ({ default: file.TimeChart })));

interface SeriesChartProps {
  readonly metrics: readonly MetricName[];
  readonly linesFor: (metric: MetricName) => readonly ChartLine[];
  readonly height: number;
  /** In a panel: the numbers are chosen from a list, for which there is room. */
  readonly narrow?: boolean;
}

/** One number over time, as a chart or as a table, with the choice of the number. */
export function SeriesChart({ metrics, linesFor, height, narrow = false }: SeriesChartProps) {
  const t = useWords();
  const formats = useFormats();
  const [asked, setAsked] = useState<MetricName | null>(null);
  const [asTable, setAsTable] = useState(false);
  const metric = metrics.find((name) => name === asked) ?? metrics[0];
  if (metric === undefined) return <p className={classes.quiet}>{t('analytics.chart.none')}</p>;
  const lines = linesFor(metric);
  const name = t(`analytics.metric.${metric}`);
  const caption = t('analytics.chart.caption', { metric: name });
  const enough = lines.some(({ points }) => points.length > 1);
  const summary = lines
    .map((line) => {
      const values = line.points.map(({ value }) => value);
      return t('analytics.chart.summary', {
        metric: name,
        account: line.name,
        first: formats.count(values[0] ?? 0),
        last: formats.count(values.at(-1) ?? 0),
        high: formats.count(values.reduce((high, value) => Math.max(high, value), 0)),
      });
    })
    .join(' ');

  const choice = {
    size: 'xs',
    'aria-label': t('analytics.chart.choose'),
    value: metric,
    data: metrics.map((value) => ({ value, label: t(`analytics.metric.${value}`) })),
    onChange: (value: string | null) => setAsked(metrics.find((known) => known === value) ?? null),
  };

  return (
    <figure className={classes.figure} aria-label={caption}>
      <div className={classes.head}>
        {narrow ? <Select {...choice} w={160} allowDeselect={false} /> : <SegmentedControl {...choice} />}
        {enough ? (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t('analytics.chart.chart') : t('analytics.chart.table')}
          </Button>
        ) : null}
      </div>
      {!enough ? (
        <p className={classes.quiet}>
          {lines.length === 0 ? t('analytics.chart.none') : t('analytics.chart.short')}
        </p>
      ) : asTable ? (
        <ChartTable lines={lines} caption={caption} />
      ) : (
        <>
          <p className="ocma-read-only">{summary}</p>
          <div style={{ height }}>
            <Suspense fallback={null}>
              <TimeChart lines={lines} height={height} />
            </Suspense>
          </div>
        </>
      )}
    </figure>
  );
}
