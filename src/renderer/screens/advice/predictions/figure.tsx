import { useWords } from '../../../words.ts';
import { Why } from '../why.tsx';
import classes from './predictions.module.css';

interface FigureProps {
  readonly name: string;
  readonly value: string;
  /** What to compare it with, a line each. */
  readonly beside: readonly string[];
  readonly why: string;
}

/** A number with what to compare it with, and on demand what it means. */
export function Figure({ name, value, beside, why }: FigureProps) {
  const t = useWords();
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd className={classes.value}>{value}</dd>
      {beside.map((line) => (
        <dd key={line} className={classes.quiet}>
          {line}
        </dd>
      ))}
      <dd>
        <Why label={t('predictions.why')} about={name} text={why} />
      </dd>
    </div>
  );
}
