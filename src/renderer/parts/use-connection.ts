import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionFlow } from '../../shared/contract/accounts.ts';
import type { AccountId, FlowId, WorkspaceId } from '../../shared/models/ids.ts';
import { useBoot } from '../boot-context.ts';
import { useApi } from '../queries.ts';

interface Wanted {
  readonly workspaceId: WorkspaceId;
  readonly platform: string;
  /** What names the server, where the network has many. */
  readonly server?: string;
  readonly reconnect?: AccountId;
}

/** A connection on its way. */
export interface Connection {
  readonly flow: ConnectionFlow | undefined;
  /** True from the click until the network's page was left, one way or the other. */
  readonly running: boolean;
  /** True while the chosen accounts are being connected. */
  readonly choosing: boolean;
  readonly error: Error | null;
  /** To be called in the handler of a click: the browser opens a tab only then. */
  start(wanted: Wanted): void;
  /** Goes on with a connection that was begun in another way, such as by a password. */
  follow(flow: ConnectionFlow): void;
  paste(address: string): void;
  choose(remoteIds: readonly string[]): void;
  cancel(): void;
  /** Forgets how the last one ended. */
  reset(): void;
}

const isRunning = (flow: ConnectionFlow | undefined): boolean =>
  flow?.status === 'waiting' || flow?.status === 'exchanging';

/**
 * Connects an account through the network's consent page: in a new tab on the web host, in the system browser or a window
 * of the app on the desktop. Ends with `flow.status`.
 */
export function useConnection(): Connection {
  const api = useApi();
  const { host } = useBoot();
  const [flowId, setFlowId] = useState<FlowId | null>(null);
  const connect = useMutation(api.accounts.connect.mutationOptions());
  const pasteRedirect = useMutation(api.accounts.pasteRedirect.mutationOptions());
  const chooseAccounts = useMutation(api.accounts.chooseAccounts.mutationOptions());
  const cancelConnection = useMutation(api.accounts.cancelConnection.mutationOptions());
  const { data: flow, refetch } = useQuery({
    ...api.accounts.connection.queryOptions({ input: { id: flowId ?? noFlow }, enabled: flowId !== null }),
    // Events tell as well; a tab in the background may have lost its stream.
    refetchInterval: (query) =>
      isRunning(query.state.data) || query.state.data?.status === 'choosing' ? 2_000 : false,
  });

  const reset = (): void => {
    setFlowId(null);
    for (const call of [connect, pasteRedirect, chooseAccounts]) call.reset();
  };
  const start = ({ workspaceId, platform, server, reconnect }: Wanted): void => {
    const tab = host === 'web' ? window.open('', '_blank') : null;
    reset();
    connect.mutate(
      {
        workspaceId,
        platform,
        openBrowser: host === 'desktop',
        ...(server ? { server } : {}),
        ...(reconnect ? { reconnect } : {}),
      },
      {
        onSuccess: (started) => {
          setFlowId(started.id);
          if (!tab) return;
          tab.opener = null;
          tab.location.replace(started.authorizeUrl);
        },
        onError: () => tab?.close(),
      },
    );
  };

  return {
    flow,
    running: connect.isPending || isRunning(flow),
    choosing: chooseAccounts.isPending,
    error: connect.error ?? pasteRedirect.error ?? chooseAccounts.error,
    start,
    follow: (begun) => {
      reset();
      setFlowId(begun.id);
    },
    paste: (address) => {
      if (flowId) pasteRedirect.mutate({ id: flowId, address }, { onSettled: () => void refetch() });
    },
    choose: (remoteIds) => {
      if (!flowId) return;
      chooseAccounts.mutate({ id: flowId, remoteIds: [...remoteIds] }, { onSettled: () => void refetch() });
    },
    cancel: () => {
      if (flowId) cancelConnection.mutate({ id: flowId }, { onSettled: () => void refetch() });
    },
    reset,
  };
}

const noFlow = '' as FlowId;
