import { ActionIcon, Anchor, Button, Group, Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import type { Account } from '../../../shared/models/account.ts';
import { StandingNote } from '../../parts/delivery/standing-note.tsx';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { useWords } from '../../words.ts';
import { missingFeatures } from './account-features.ts';
import { AccountPicture, AccountStanding } from './account-identity.tsx';
import { AccountMarks } from './account-marks.tsx';
import classes from './account-row.module.css';
import { SignInEnd } from './sign-in-end.tsx';
import { useAccountActs } from './use-account-acts.tsx';
import { handleBeside, handleOf } from '../../../shared/models/account-handle.ts';

interface AccountRowProps {
  readonly account: Account;
  readonly onReconnect: () => void;
  /** Opens the account's page; with `check` it is looked at there at once. */
  readonly onOpen: (check: boolean) => void;
}

/** An account: who it is, how it stands, and what can be done about it. */
export function AccountRow({ account, onReconnect, onOpen }: AccountRowProps) {
  const t = useWords();
  const acts = useAccountActs(account);
  const platform = usePlatforms().get(account.platform);
  const handle = handleBeside(account);
  const connected = account.state === 'connected';
  const missing = connected ? missingFeatures(account, platform) : [];

  return (
    <article
      className={classes.row}
      aria-label={[account.displayName, handle, platform?.title ?? account.platform]
        .filter(Boolean)
        .join(', ')}
    >
      <AccountPicture account={account} />
      <div className={classes.middle}>
        <h2 className={classes.name}>
          <Anchor
            component="button"
            type="button"
            className={classes.open ?? ''}
            onClick={() => onOpen(false)}
          >
            {account.displayName}
          </Anchor>{' '}
          {handle === '' ? null : <span className={classes.quiet}>{handle}</span>}
          <AccountMarks account={account} paused={acts.paused} />
        </h2>
        <AccountStanding account={account} paused={acts.paused}>
          {missing.length > 0 ? (
            <p className={classes.problem}>
              {t('accountsScreen.feature.missingOf', {
                features: missing.map(({ name }) => t(`accountsScreen.feature.${name}`)).join(', '),
              })}{' '}
              <Anchor component="button" type="button" underline="always" onClick={onReconnect}>
                {t('accountsScreen.feature.allow')}
              </Anchor>
            </p>
          ) : null}
          <SignInEnd account={account} onReconnect={onReconnect} />
        </AccountStanding>
        <StandingNote workspaceId={account.workspaceId} accountId={account.id} />
      </div>
      <Group gap={8} wrap="nowrap" className={classes.actions ?? ''}>
        {acts.paused ? (
          <Button size="compact-sm" variant="default" loading={acts.resuming} onClick={acts.resume}>
            {t('accountsScreen.act.resume')}
          </Button>
        ) : null}
        {connected ? (
          <Button size="compact-sm" variant="default" onClick={() => onOpen(true)}>
            {t('accountsScreen.act.check')}
          </Button>
        ) : (
          <Button size="compact-sm" onClick={onReconnect}>
            {t('accountsScreen.act.reconnect')}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('accountsScreen.act.more', { account: handleOf(account) })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onOpen(false)}>{t('accountsScreen.act.settings')}</Menu.Item>
            {account.profileUrl ? (
              <Menu.Item component="a" href={account.profileUrl} target="_blank" rel="noreferrer">
                {t('accountsScreen.profile')}
              </Menu.Item>
            ) : null}
            {connected ? (
              <Menu.Item onClick={onReconnect}>{t('accountsScreen.act.reconnect')}</Menu.Item>
            ) : (
              <Menu.Item onClick={() => onOpen(true)}>{t('accountsScreen.act.check')}</Menu.Item>
            )}
            {account.state === 'disconnected' ? null : (
              <Menu.Item onClick={acts.askToDisconnect}>{t('accountsScreen.act.disconnect')}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {acts.dialog}
    </article>
  );
}
