import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { useFormats } from '../../use-formats.ts';
import { rowsOf } from './chart-rows.ts';
import type { ChartLine } from './chart-rows.ts';
import { dayTicks } from './day-ticks.ts';

const colors = ['accent.5', 'teal.6', 'orange.6', 'pink.6', 'gray.6'];
const day = 86_400_000;

interface TimeChartProps {
  readonly lines: readonly ChartLine[];
  readonly height: number;
}

/** Lines over time; drawn from the readings as they came, so that a gap in them stays a gap. */
export function TimeChart({ lines, height }: TimeChartProps) {
  const formats = useFormats();
  const rows = rowsOf(lines);
  const highest = Math.max(0, ...lines.flatMap(({ points }) => points.map(({ value }) => value)));
  const first = rows[0]?.at ?? 0;
  const last = rows.at(-1)?.at ?? 0;
  const ticks = last - first > 2 * day ? dayTicks(first, last, formats.timeZone, 8) : [];
  return (
    <LineChart
      h={height}
      data={rows.map((row) => ({ ...row }))}
      dataKey="at"
      series={lines.map(({ key, name }, index) => ({
        name: key,
        label: name,
        color: colors[index % colors.length] ?? 'gray.6',
      }))}
      curveType="monotone"
      strokeWidth={2}
      withDots={rows.length <= 20}
      dotProps={{ r: 2.5 }}
      activeDotProps={{ r: 4 }}
      gridAxis="x"
      strokeDasharray="3 4"
      tickLine="none"
      withLegend={lines.length > 1}
      legendProps={{ verticalAlign: 'top', height: 36 }}
      valueFormatter={formats.count}
      xAxisProps={{
        type: 'number',
        domain: ['dataMin', 'dataMax'],
        scale: 'time',
        tickFormatter: ticks.length > 0 ? formats.day : formats.time,
        ...(ticks.length > 0 ? { ticks } : {}),
        minTickGap: 48,
      }}
      yAxisProps={{
        tickFormatter: highest < 10_000 ? formats.count : formats.countShort,
        width: 44,
        domain: [(low: number) => (low > 1_000 ? Math.floor(low * 0.98) : 0), 'auto'],
      }}
      tooltipProps={{
        labelFormatter: (label) => (typeof label === 'number' ? formats.full(label) : ''),
        isAnimationActive: false,
      }}
      lineProps={{ isAnimationActive: false }}
    />
  );
}
