import { ActionIcon, Avatar, Button, Group, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { useState } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import { useNow } from '../../clock.tsx';
import { localPicture } from '../../local-picture.ts';
import { StandingNote } from '../../parts/delivery/standing-note.tsx';
import { NetworkIcon, usePlatforms } from '../../parts/network-icon.tsx';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { ReachDialog } from '../../parts/reach-dialog.tsx';
import { When } from '../../parts/when.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { AccountMarks } from './account-marks.tsx';
import classes from './account-row.module.css';
import { ConnectionCheck } from './connection-check.tsx';

/** An account: who it is, how it stands, and what can be done about it. */
export function AccountRow({ account, onReconnect }: { account: Account; onReconnect: () => void }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const formats = useFormats();
  const now = useNow();
  const tellFailure = useTellFailure();
  const network = usePlatforms().get(account.platform)?.title ?? account.platform;
  const [asking, setAsking] = useState(false);
  const handle = `@${account.username}`;
  const input = { workspaceId: account.workspaceId, id: account.id };
  const reread = () => queries.invalidateQueries({ queryKey: api.accounts.key() });
  const check = useMutation(api.accounts.check.mutationOptions({ onSettled: reread }));
  const resume = useMutation(
    api.accounts.resume.mutationOptions({
      onSuccess: () => notifications.show({ message: t('accountsScreen.resumed', { account: handle }) }),
      onError: tellFailure,
      onSettled: reread,
    }),
  );
  const disconnect = useMutation(
    api.accounts.disconnect.mutationOptions({
      onSuccess: () =>
        notifications.show({ message: t('accountsScreen.disconnect.done', { account: handle }) }),
      onError: tellFailure,
      onSettled: reread,
    }),
  );
  const paused = account.pausedUntil !== null && account.pausedUntil > now;
  const connected = account.state === 'connected';

  return (
    <article className={classes.row} aria-label={`${account.displayName}, ${handle}`}>
      <span className={classes.picture}>
        <Avatar
          src={localPicture(account.avatarUrl)}
          size={44}
          radius="xl"
          name={account.displayName}
          alt=""
        />
        <span className={classes.network}>
          <NetworkIcon platform={account.platform} size={11} labelled />
        </span>
      </span>
      <div className={classes.middle}>
        <h2 className={classes.name}>
          {account.displayName} <span className={classes.quiet}>{handle}</span>
          <AccountMarks account={account} paused={paused} />
        </h2>
        <p className={classes.quiet}>
          {account.followers === null
            ? t('accountsScreen.noFollowers')
            : t('accountsScreen.followers', {
                count: account.followers,
                value: formats.count(account.followers),
              })}
          {account.lastCheckedAt === null ? null : (
            <>
              {' · '}
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
        <StandingNote workspaceId={account.workspaceId} accountId={account.id} />
        {check.data || check.isPending || check.isError ? (
          <ConnectionCheck
            network={network}
            check={check.data}
            error={check.error}
            busy={check.isPending}
            onClose={check.reset}
          />
        ) : null}
      </div>
      <Group gap={8} wrap="nowrap" className={classes.actions ?? ''}>
        {paused ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={resume.isPending}
            onClick={() => resume.mutate(input)}
          >
            {t('accountsScreen.act.resume')}
          </Button>
        ) : null}
        {connected ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={check.isPending}
            onClick={() => check.mutate(input)}
          >
            {t('accountsScreen.act.check')}
          </Button>
        ) : (
          <Button size="compact-sm" onClick={onReconnect}>
            {t('accountsScreen.act.reconnect')}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('accountsScreen.act.more', { account: handle })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {account.profileUrl ? (
              <Menu.Item component="a" href={account.profileUrl} target="_blank" rel="noreferrer">
                {t('accountsScreen.profile')}
              </Menu.Item>
            ) : null}
            {connected ? (
              <Menu.Item onClick={onReconnect}>{t('accountsScreen.act.reconnect')}</Menu.Item>
            ) : (
              <Menu.Item onClick={() => check.mutate(input)}>{t('accountsScreen.act.check')}</Menu.Item>
            )}
            {account.state === 'disconnected' ? null : (
              <Menu.Item onClick={() => setAsking(true)}>{t('accountsScreen.act.disconnect')}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <ReachDialog
        opened={asking}
        onClose={() => setAsking(false)}
        busy={disconnect.isPending}
        title={t('accountsScreen.disconnect.title', { account: handle })}
        text={t('accountsScreen.disconnect.text', { network })}
        confirm={t('accountsScreen.disconnect.confirm')}
        keep={t('accountsScreen.disconnect.keep')}
        danger
        onConfirm={() =>
          disconnect.mutateAsync(input).then(
            () => true,
            () => false,
          )
        }
      />
    </article>
  );
}
