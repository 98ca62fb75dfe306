import { Avatar } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import { localPicture } from '../../local-picture.ts';
import { NetworkIcon } from '../../parts/network-icon.tsx';
import { When } from '../../parts/when.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './account-row.module.css';

/** The picture of an account with the sign of its network. */
export function AccountPicture({ account }: { account: Account }) {
  return (
    <span className={classes.picture}>
      <Avatar src={localPicture(account.avatarUrl)} size={44} radius="xl" name={account.displayName} alt="" />
      <span className={classes.network}>
        <NetworkIcon platform={account.platform} size={11} labelled />
      </span>
    </span>
  );
}

/** How many follow it and when it was looked at, and what stands in its way. */
export function AccountStanding({
  account,
  paused,
  children,
}: {
  account: Account;
  paused: boolean;
  children?: ReactNode;
}) {
  const t = useWords();
  const formats = useFormats();
  const counts = account.features.some(({ name, available }) => name === 'account_metrics' && available);
  const followers =
    account.followers !== null
      ? t('accountsScreen.followers', { count: account.followers, value: formats.count(account.followers) })
      : counts
        ? t('accountsScreen.noFollowers')
        : null;
  return (
    <>
      <p className={classes.quiet} data-sentence>
        {followers}
        {account.lastCheckedAt === null ? null : (
          <>
            {followers === null ? null : ' · '}
            {t('accountsScreen.checkedLabel')} <When at={account.lastCheckedAt} />
          </>
        )}
      </p>
      {account.problem ? <p className={classes.problem}>{account.problem.message}</p> : null}
      {paused ? (
        <p className={classes.problem}>
          {account.pauseReason}{' '}
          {t('accountsScreen.state.paused', { when: formats.when(account.pausedUntil ?? 0) })}
        </p>
      ) : null}
      {children}
    </>
  );
}
