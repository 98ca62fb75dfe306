import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { Account } from '../../../shared/models/account.ts';
import { useWords } from '../../words.ts';
import classes from './not-offered.module.css';
import { handleOf } from '../../../shared/models/account-handle.ts';

interface NotOfferedProps {
  readonly accounts: readonly Account[];
  readonly feature: Account['features'][number]['name'];
}

/** Says of which accounts something cannot be read, and why: an empty list alone would look as if there were nothing. */
export function NotOffered({ accounts, feature }: NotOfferedProps) {
  const t = useWords();
  const without = accounts.flatMap((account) => {
    const found = account.features.find(({ name }) => name === feature);
    return found?.available === false && found.why !== null ? [{ account, why: found.why }] : [];
  });
  if (without.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('analytics.notOffered')}>
      {without.map(({ account, why }) => (
        <li key={account.id} className={classes.line}>
          <IconInfoCircle size={15} aria-hidden className={classes.sign} />
          <span>
            <strong>{handleOf(account)}</strong>: {why}
          </span>
        </li>
      ))}
    </ul>
  );
}
