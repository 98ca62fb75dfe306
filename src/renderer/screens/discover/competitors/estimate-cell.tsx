import type { Estimate } from '../../../../shared/models/listening.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './estimate-cell.module.css';

interface EstimateCellProps {
  readonly estimate: Estimate | null;
  /** The posts that it is taken from. */
  readonly posts: number;
}

/** A number with its range below it, or that there is not enough for one. */
export function EstimateCell({ estimate, posts }: EstimateCellProps) {
  const t = useWords();
  const { locale } = useFormats();
  if (estimate === null)
    return <span className={classes.few}>{t('competitors.table.notEnough', { count: posts })}</span>;
  const decimal = new Intl.NumberFormat(locale, {
    maximumFractionDigits: estimate.high < 10 ? 1 : 0,
  });
  const { value, low, high } = estimate;
  return (
    <>
      <span className={classes.value}>{decimal.format(value)}</span>
      <span className={classes.range}>
        {t('competitors.table.interval', { low: decimal.format(low), high: decimal.format(high) })}
      </span>
    </>
  );
}
