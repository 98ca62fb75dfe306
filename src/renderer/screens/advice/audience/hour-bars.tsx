import type { AudienceInsights } from '../../../../shared/contract/audience.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './audience.module.css';

type Hours = AudienceInsights['responders']['hours'];

const twoDigits = (hour: number): string => String(hour).padStart(2, '0');

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
      <div className={classes.bars} aria-hidden>
        {hours.map(({ hour, responses, posts }) => (
          <span
            key={hour}
            className={classes.column}
            title={t('audienceTab.hours.bar', {
              hour: `${twoDigits(hour)}:00`,
              responses: formats.count(responses),
              posts: formats.count(posts),
            })}
          >
            <span className={classes.bar} style={{ height: `${(100 * shareOf(responses, all)) / most}%` }} />
            {posts > 0 ? (
              <span
                className={classes.mark}
                style={{ bottom: `${(100 * shareOf(posts, posted)) / most}%` }}
              />
            ) : null}
            <span className={classes.hour}>{hour % 3 === 0 ? twoDigits(hour) : ''}</span>
          </span>
        ))}
      </div>
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
                <td>{twoDigits(hour)}:00</td>
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
