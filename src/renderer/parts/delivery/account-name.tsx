import { useWords } from '../../words.ts';
import { NetworkIcon } from '../network-icon.tsx';
import classes from './account-name.module.css';
import { unreadAccounts, useAccounts } from './use-accounts.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

/** An account in a line: the network's sign and the handle. */
export function AccountName({ accountId, platform }: { accountId: string; platform: string }) {
  const t = useWords();
  const accounts = useAccounts();
  const account = accounts.get(accountId);
  const missing = accounts === unreadAccounts ? '…' : t('queue.row.unknownAccount');
  return (
    <span className={classes.name}>
      <NetworkIcon platform={platform} size={13} labelled />
      <span className={classes.handle}>{account ? handleOf(account) : missing}</span>
    </span>
  );
}
