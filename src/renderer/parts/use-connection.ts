import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionFlow } from '../../shared/contract/accounts.ts';
import type { AccountId, FlowId, WorkspaceId } from '../../shared/models/ids.ts';
import { useBoot } from '../boot-context.ts';
import { useApi } from '../queries.ts';

interface Wanted {
  readonly workspaceId: WorkspaceId;
  readonly platform: string;
  readonly reconnect?: AccountId;
}

/** A connection on its way. */
export interface Connection {
  readonly flow: ConnectionFlow | undefined;
  /** True from the click until the network's page was left, one way or the other. */
  readonly running: boolean;
  readonly error: Error | null;
  /** To be called in the handler of a click: the browser opens a tab only then. */
  start(wanted: Wanted): void;
  paste(address: string): void;
  cancel(): void;
}

const isRunning = (flow: ConnectionFlow | undefined): boolean =>
  flow?.status === 'waiting' || flow?.status === 'exchanging';

/**
 * Connects an account through the network's consent page: in a new tab on the web host, in the system browser on the
 * desktop. Ends with `flow.status`.
 */
export function useConnection(): Connection {
  const api = useApi();
  const { host } = useBoot();
  const [flowId, setFlowId] = useState<FlowId | null>(null);
  const connect = useMutation(api.accounts.connect.mutationOptions());
  const pasteRedirect = useMutation(api.accounts.pasteRedirect.mutationOptions());
  const cancelConnection = useMutation(api.accounts.cancelConnection.mutationOptions());
  const { data: flow } = useQuery({
    ...api.accounts.connection.queryOptions({ input: { id: flowId ?? noFlow }, enabled: flowId !== null }),
    // Events tell as well; a tab in the background may have lost its stream.
    refetchInterval: (query) => (isRunning(query.state.data) ? 2_000 : false),
  });

  const start = ({ workspaceId, platform, reconnect }: Wanted): void => {
    const tab = host === 'web' ? window.open('', '_blank') : null;
    setFlowId(null);
    connect.mutate(
      { workspaceId, platform, openBrowser: host === 'desktop', ...(reconnect ? { reconnect } : {}) },
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
    error: connect.error ?? pasteRedirect.error,
    start,
    paste: (address) => {
      if (flowId) pasteRedirect.mutate({ id: flowId, address });
    },
    cancel: () => {
      if (flowId) cancelConnection.mutate({ id: flowId });
    },
  };
}

const noFlow = '' as FlowId;
