import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { rowsOf } from './chart-rows.ts';
import type { ChartLine } from './chart-rows.ts';
import classes from './chart-table.module.css';

/** The readings behind a chart as a table, the newest first. */
export function ChartTable({ lines, caption }: { lines: readonly ChartLine[]; caption: string }) {
  const t = useWords();
  const formats = useFormats();
  const rows = rowsOf(lines).reverse();
  return (
    <section className={classes.scroll} aria-label={caption}>
      <table className={classes.table}>
        <caption className="ocma-read-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('analytics.chart.time')}</th>
            {lines.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.at}>
              <td>{formats.when(row.at)}</td>
              {lines.map(({ key }) => {
                const value = row[key];
                return (
                  <td key={key}>{value === null || value === undefined ? '–' : formats.count(value)}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
