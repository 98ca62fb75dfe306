import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import type { PlatformCard } from '../../../shared/models/account.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { AccountPage } from './account-page.tsx';
import { AccountRow } from './account-row.tsx';
import classes from './accounts-screen.module.css';
import { ConnectPage } from './connect-page.tsx';

const platformOf = (platforms: readonly PlatformCard[] | undefined, name: string): PlatformCard | null =>
  platforms?.find((card) => card.name === name) ?? null;

/**
 * The workspace's accounts, the page of one (`?account=<account>`, `&check` to look at it at once), and the page that connects
 * one (`?connect=<network>`, `&reconnect=<account>`).
 */
export function AccountsScreen() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const accounts = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  const platforms = useQuery(api.accounts.platforms.queryOptions({ input: {} }));
  const asked = params.get('connect');
  const again = params.get('reconnect');

  const toList = (): void => setParams({});
  const connect = (platform?: string, reconnect?: string): void =>
    setParams({
      connect: platform ?? '',
      ...(reconnect ? { reconnect } : {}),
    });

  const open = (account: string, check: boolean): void =>
    setParams({ account, ...(check ? { check: '' } : {}) });
  const checking = useCallback(
    (): void =>
      setParams(
        (now) => {
          now.delete('check');
          return now;
        },
        { replace: true },
      ),
    [setParams],
  );

  if (asked !== null) {
    return (
      <ConnectPage
        key={asked}
        platforms={platforms.data}
        platform={platformOf(platforms.data, asked)}
        account={accounts.data?.find(({ id }) => id === again) ?? null}
        onChoose={(name) => connect(name)}
        onOther={() => connect()}
        onDone={again === null ? toList : () => open(again, false)}
      />
    );
  }

  const opened = accounts.data?.find(({ id }) => id === params.get('account'));
  if (opened) {
    return (
      <AccountPage
        key={opened.id}
        account={opened}
        check={params.has('check')}
        onChecking={checking}
        onReconnect={() => connect(opened.platform, opened.id)}
        onBack={toList}
      />
    );
  }

  const content = (): ReactNode => {
    if (accounts.isPending) return <LoadingSkeleton rows={3} height={72} />;
    if (accounts.isError) {
      return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
    }
    if (accounts.data.length === 0) {
      return (
        <EmptyState
          title={t('accountsScreen.empty.title')}
          text={t('accountsScreen.empty.text')}
          action={<Button onClick={() => connect()}>{t('accountsScreen.connect')}</Button>}
        />
      );
    }
    return (
      <ul className={classes.list} aria-label={t('accountsScreen.list')}>
        {accounts.data.map((account) => (
          <li key={account.id}>
            <AccountRow
              account={account}
              onReconnect={() => connect(account.platform, account.id)}
              onOpen={(check) => open(account.id, check)}
            />
          </li>
        ))}
      </ul>
    );
  };

  return (
    <Screen
      title={t('accountsScreen.title')}
      actions={
        accounts.data && accounts.data.length > 0 ? (
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => connect()}
          >
            {t('accountsScreen.connect')}
          </Button>
        ) : null
      }
    >
      {content()}
    </Screen>
  );
}
