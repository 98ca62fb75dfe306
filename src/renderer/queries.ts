import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { RouterUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Client } from './client.ts';

/** Query and mutation options for every procedure of the contract: `useQuery(api.posts.get.queryOptions({ input }))`. */
export type Api = RouterUtils<Client>;

export function createApi(client: Client): Api {
  return createTanstackQueryUtils(client);
}

export const ApiContext = createContext<{ client: Client; api: Api } | null>(null);

const useConnection = (): { client: Client; api: Api } => {
  const connection = use(ApiContext);
  if (!connection) throw new Error('ApiContext is missing');
  return connection;
};

/** The contract as TanStack Query options; what screens use. */
export const useApi = (): Api => useConnection().api;

/** The contract as plain async functions; for calls outside of a query, with an AbortSignal. */
export const useClient = (): Client => useConnection().client;

/**
 * Data is kept until an event says that it changed (`live.ts`), so nothing is polled. Reads are tried once more;
 * writes never are.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: 1, retryDelay: 400, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
