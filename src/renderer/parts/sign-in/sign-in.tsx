import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { ConnectionFlow } from '../../../shared/contract/accounts.ts';
import type { Account, PlatformCard } from '../../../shared/models/account.ts';
import type { Workspace } from '../../../shared/models/workspace.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import type { Words } from '../../words.ts';
import { ErrorState } from '../error-state.tsx';
import { useConnection } from '../use-connection.ts';
import { AccountChoice } from './account-choice.tsx';
import { BrowserSignIn } from './browser-sign-in.tsx';
import { PasswordSignIn } from './password-sign-in.tsx';
import classes from './sign-in.module.css';
import { WaitingForNetwork } from './waiting-for-network.tsx';

export interface SignInProps {
  readonly workspace: Workspace;
  readonly platform: PlatformCard;
  /** The account to connect again, or null for a new one. */
  readonly account: Account | null;
  /** False until there is a developer app, where one is needed. */
  readonly ready?: boolean;
  /** The network is spoken to at other addresses, so that no server has to be named. */
  readonly elsewhere?: boolean;
  /** What the button that opens the network's page says, where that page needs no introduction. */
  readonly action?: string;
  /** What is shown once accounts are connected; without it the question is asked anew. */
  readonly renderConnected?: (accounts: readonly Account[], again: () => void) => ReactNode;
}

const endWords = (flow: ConnectionFlow | undefined, t: Words): string | null => {
  switch (flow?.status) {
    case 'failed':
      return [flow.problem?.message ?? t('accountsScreen.oauth.failed'), flow.problem?.fix]
        .filter(Boolean)
        .join(' ');
    case 'cancelled':
      return t('accountsScreen.oauth.cancelled');
    case 'expired':
      return t('accountsScreen.oauth.expired');
    case 'waiting':
    case 'exchanging':
    case 'choosing':
    case 'connected':
    case undefined:
      return null;
  }
};

/** Signing in at a network by its own way, choosing among what that gives, and how it ended. */
export function SignIn(props: SignInProps) {
  const { platform, workspace, account, ready = true, elsewhere = false } = props;
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const connection = useConnection();
  const { flow } = connection;
  const done = flow?.status === 'connected' ? flow.accounts : null;
  const ended = endWords(flow, t);

  useEffect(() => {
    if (flow?.status === 'connected') void queries.invalidateQueries({ queryKey: api.accounts.list.key() });
  }, [flow?.status, queries, api]);

  if (done && props.renderConnected) return props.renderConnected(done, connection.reset);
  if (flow?.status === 'choosing')
    return <AccountChoice platform={platform} flow={flow} connection={connection} />;
  if (connection.running) return <WaitingForNetwork platform={platform} connection={connection} />;
  const told =
    ended && !connection.error ? (
      <p className={classes.problem} role="alert">
        {ended}
      </p>
    ) : null;
  const reconnect = account ? { reconnect: account.id } : {};
  const server = elsewhere || workspace.kind === 'practice' || account ? null : platform.signIn.server;
  return (
    <>
      {told}
      {connection.error ? <ErrorState inline error={connection.error} /> : null}
      {platform.signIn.kind === 'password' ? (
        <PasswordSignIn
          workspace={workspace}
          platform={platform}
          account={account}
          elsewhere={elsewhere}
          onFlow={connection.follow}
        />
      ) : (
        <BrowserSignIn
          platform={platform}
          server={server}
          ready={ready}
          again={ended !== null}
          {...(props.action === undefined ? {} : { action: props.action })}
          onStart={(named) =>
            connection.start({
              workspaceId: workspace.id,
              platform: platform.name,
              ...(named === '' ? {} : { server: named }),
              ...reconnect,
            })
          }
        />
      )}
    </>
  );
}
