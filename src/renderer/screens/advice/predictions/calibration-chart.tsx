import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { LearningQuality } from '../../../../shared/contract/learning.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './predictions.module.css';

type Parts = LearningQuality['parts'];

const [width, height] = [420, 220];
const inset = { left: 48, right: 16, top: 12, bottom: 36 };

const firstDigits = [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8] as const;
const mostTicks = 6;

/** Round numbers within the range, at most six. */
function ticksWithin(low: number, high: number): number[] {
  const every = powers
    .flatMap((power) => firstDigits.map((digit) => digit * power))
    .filter((tick) => Number.isInteger(tick) && tick >= low && tick <= high);
  const step = Math.ceil(every.length / mostTicks);
  return every.filter((_, index) => index % step === 0);
}

/** Groups of judged posts: what was expected of them across, what they earned upwards, both in logarithms. */
export function CalibrationChart({ parts }: { parts: Parts }) {
  const t = useWords();
  const [table, { toggle }] = useDisclosure(false);
  return (
    <section aria-label={t('predictions.chart.title')} className={classes.chart}>
      <header className={classes.head}>
        <h3 className={classes.subheading}>{t('predictions.chart.title')}</h3>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={toggle}>
          {t(table ? 'predictions.chart.asChart' : 'predictions.chart.asTable')}
        </Button>
      </header>
      <p className={classes.quiet}>{t('predictions.chart.text', { count: parts.length })}</p>
      {table ? <PartsTable parts={parts} /> : <PartsDrawing parts={parts} />}
      {table ? null : (
        <div className="ocma-read-only">
          <PartsTable parts={parts} />
        </div>
      )}
    </section>
  );
}

function PartsDrawing({ parts }: { parts: Parts }) {
  const t = useWords();
  const formats = useFormats();
  const all = parts.flatMap(({ expected, outcome }) => [expected, outcome]);
  const [low, high] = [Math.min(...all) * 0.8, Math.max(...all) * 1.25 + 1];
  const [from, to] = [Math.log1p(low), Math.log1p(high)];
  const share = (value: number): number => (Math.log1p(value) - from) / (to - from);
  const x = (value: number): number => inset.left + share(value) * (width - inset.left - inset.right);
  const y = (value: number): number =>
    height - inset.bottom - share(value) * (height - inset.top - inset.bottom);
  const ticks = ticksWithin(low, high);
  return (
    <svg className={classes.drawing} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.grid} x1={inset.left} x2={width - inset.right} y1={y(tick)} y2={y(tick)} />
          <text className={classes.tick} x={inset.left - 8} y={y(tick) + 4} textAnchor="end">
            {formats.countShort(tick)}
          </text>
          <text className={classes.tick} x={x(tick)} y={height - inset.bottom + 16} textAnchor="middle">
            {formats.countShort(tick)}
          </text>
        </g>
      ))}
      <line className={classes.diagonal} x1={x(low)} y1={y(low)} x2={x(high)} y2={y(high)} />
      {parts.map((part, index) => (
        <circle
          key={`${index} ${part.expected}`}
          className={classes.dot}
          cx={x(part.expected)}
          cy={y(part.outcome)}
          r={5}
        >
          <title>
            {t('predictions.chart.point', {
              expected: formats.count(Math.round(part.expected)),
              earned: formats.count(Math.round(part.outcome)),
              count: part.posts,
            })}
          </title>
        </circle>
      ))}
      <text className={classes.axis} x={width - inset.right} y={height - 4} textAnchor="end">
        {t('predictions.chart.expected')}
      </text>
      <text className={classes.axis} x={inset.left + 6} y={inset.top + 4}>
        {t('predictions.chart.earned')}
      </text>
    </svg>
  );
}

function PartsTable({ parts }: { parts: Parts }) {
  const t = useWords();
  const formats = useFormats();
  return (
    <table className={classes.table}>
      <caption className="ocma-read-only">{t('predictions.chart.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('predictions.chart.expected')}</th>
          <th scope="col">{t('predictions.chart.earned')}</th>
          <th scope="col">{t('predictions.chart.posts')}</th>
          <th scope="col">{t('predictions.chart.held')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ expected, outcome, posts, inInterval }, index) => (
          <tr key={`${index} ${expected}`}>
            <td>{formats.count(Math.round(expected))}</td>
            <td>{formats.count(Math.round(outcome))}</td>
            <td>{formats.count(posts)}</td>
            <td>{formats.share(posts === 0 ? 0 : inInterval / posts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
