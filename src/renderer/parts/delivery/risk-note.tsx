import { useQuery } from '@tanstack/react-query';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import classes from './problem-note.module.css';

/** What stands in the way of a delivery of the next hour, and what to do about it. Nothing where it would go out. */
export function RiskNote({ delivery }: { readonly delivery: Delivery }) {
  const t = useWords();
  const api = useApi();
  const { workspaceId } = delivery;
  const { data = [] } = useQuery(api.posts.atRisk.queryOptions({ input: { workspaceId } }));
  const risk = data.find((each) => each.delivery.id === delivery.id);
  if (!risk || delivery.state !== 'scheduled') return null;
  return (
    <div className={classes.note} data-state="at_risk">
      <strong className={classes.happened}>{t('queue.risk')}</strong>
      <ul className={classes.lines}>
        {risk.lines.map((line) => (
          <li key={`${line.id} ${line.part ?? ''}`}>
            <span className={classes.happened}>{line.text}</span> {line.fix}
          </li>
        ))}
      </ul>
    </div>
  );
}
