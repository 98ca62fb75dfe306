import type { AudienceInsights } from '../../../../shared/contract/audience.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './audience.module.css';
import { HourColumns, hourName } from './hour-columns.tsx';

type Hours = AudienceInsights['responders']['hours'];

/** Responses by hour of the day as bars, with a mark where the account's own posts stand. */
export function HourBars({ hours }: { hours: Hours }) {
  const t = useWords();
  const formats = useFormats();
  const all = hours.reduce((sum, { responses }) => sum + responses, 0);
  const posted = hours.reduce((sum, { posts }) => sum + posts, 0);
  const shareOf = (count: number, total: number): number => (total === 0 ? 0 : count / total);
  const most = Math.max(
    ...hours.flatMap(({ responses, posts }) => [shareOf(responses, all), shareOf(posts, posted)]),
    0.01,
  );
  return (
    <>
      <HourColumns
        columns={hours.map(({ hour, responses, posts }) => ({
          hour,
          bar: shareOf(responses, all) / most,
          mark: posts > 0 ? shareOf(posts, posted) / most : null,
          title: t('audienceTab.hours.bar', {
            hour: hourName(hour),
            responses: formats.count(responses),
            posts: formats.count(posts),
          }),
        }))}
      />
      <p className={classes.legend} aria-hidden>
        <span className={classes.barKey} /> {t('audienceTab.hours.responses')}
        <span className={classes.markKey} /> {t('audienceTab.hours.posts')}
      </p>
      <div className="ocma-read-only">
        <table>
          <caption>{t('audienceTab.hours.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('audienceTab.hours.hour')}</th>
              <th scope="col">{t('audienceTab.hours.responses')}</th>
              <th scope="col">{t('audienceTab.hours.posts')}</th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ hour, responses, posts }) => (
              <tr key={hour}>
                <td>{hourName(hour)}</td>
                <td>{responses}</td>
                <td>{posts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
