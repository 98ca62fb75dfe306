import { useQuery } from '@tanstack/react-query';
import type { Recurrence } from '../../../shared/models/recurrence.ts';
import { When } from '../../parts/when.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './recurring-screen.module.css';

/** What was done to a series, oldest first. */
export function SeriesHistory({ series }: { series: Recurrence }) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data = [] } = useQuery(
    api.recurrences.history.queryOptions({ input: { workspaceId, id: series.id } }),
  );
  if (data.length === 0) return null;
  return (
    <section aria-label={t('recurring.history')}>
      <h3 className={classes.heading}>{t('recurring.history')}</h3>
      <ol className={classes.history}>
        {data.map(({ id, at, text }) => (
          <li key={id}>
            <span className={classes.quiet}>
              <When at={at} />
            </span>{' '}
            {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
