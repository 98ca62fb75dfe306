import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { PlaceButton } from './act-button.tsx';
import classes from './problem-note.module.css';

/** What stands in the way of a delivery of the next hour, and what to do about it. Nothing where it would go out. */
export function RiskNote({ delivery }: { readonly delivery: Delivery }) {
  const t = useWords();
  const api = useApi();
  const { workspaceId } = delivery;
  const { data = [] } = useQuery(api.posts.atRisk.queryOptions({ input: { workspaceId } }));
  const risk = data.find((each) => each.delivery.id === delivery.id);
  if (!risk || delivery.state !== 'scheduled') return null;
  const mending = (line: string): ReactNode => {
    switch (line) {
      case 'spendingCap':
        return <PlaceButton to="/settings#spending">{t('queue.act.cap')}</PlaceButton>;
      case 'vaultLocked':
        return <PlaceButton to="/settings#vault">{t('queue.act.vault')}</PlaceButton>;
      case 'notConnected':
      case 'tokenExpires':
        return (
          <PlaceButton to={`/accounts?connect=${delivery.platform}&reconnect=${delivery.accountId}`}>
            {t('queue.act.reconnect')}
          </PlaceButton>
        );
      default:
        return null;
    }
  };
  return (
    <div className={classes.note} data-state="at_risk">
      <strong className={classes.happened}>{t('queue.risk')}</strong>
      <ul className={classes.lines}>
        {risk.lines.map((line) => (
          <li key={`${line.id} ${line.part ?? ''}`}>
            <span className={classes.happened}>{line.text}</span> {line.fix} {mending(line.id)}
          </li>
        ))}
      </ul>
    </div>
  );
}
