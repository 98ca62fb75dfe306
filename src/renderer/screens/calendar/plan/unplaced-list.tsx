import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { UnplacedItem } from '../../../../shared/models/planning.ts';
import { handleOf } from '../../../../shared/models/account-handle.ts';
import { useAccounts } from '../../../parts/delivery/use-accounts.ts';
import { useWords } from '../../../words.ts';
import classes from './plan-panel.module.css';

/** What got no time, and why. */
export function UnplacedList({ unplaced }: { readonly unplaced: readonly UnplacedItem[] }) {
  const t = useWords();
  const accounts = useAccounts();
  if (unplaced.length === 0) return null;
  const title = t('planning.panel.unplaced', { count: unplaced.length });
  return (
    <section className={classes.unplaced} aria-label={title}>
      <h3 className={classes.subtitle}>{title}</h3>
      <ul className={classes.list}>
        {unplaced.map(({ kind, postId, accountId, excerpt, why }) => {
          const account = accountId === null ? undefined : accounts.get(accountId);
          return (
            <li key={`${kind}-${postId}-${accountId ?? ''}`} className={classes.item}>
              <div className={classes.facts}>
                <p className={classes.words}>{excerpt || t('calendar.noWords')}</p>
                <p className={classes.text}>
                  {account === undefined ? null : `${handleOf(account)}: `}
                  {why.text}{' '}
                  <Anchor size="sm" component={Link} href={`/compose/${postId}`}>
                    {t('planning.panel.edit')}
                  </Anchor>
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
