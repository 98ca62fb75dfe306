import { setTimeout as pause } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import { OcmaError } from '../../shared/errors.ts';
import { readAccessToken } from './access-token.ts';
import { socketAddress } from './socket-address.ts';
import { socketFetch } from './socket-fetch.ts';

/** The contract as another process calls it. */
export type ContractClient = ContractRouterClient<Contract>;

/** The process that owns the data directory, as seen from another. */
export interface Owner {
  readonly client: ContractClient;
  /** A fresh address of the owner's window; null where it has no web host. */
  invite(): Promise<string | null>;
}

const waitForSocketMs = 10_000;
const betweenTriesMs = 100;
const inviteAnswer = z.object({ url: z.url().nullable() });

/**
 * Connects to the owner of a data directory, which may just be starting or stopping.
 * @throws `data_directory_busy` where it is owned and nobody answers within ten seconds.
 */
export async function connectToOwner(dataDirectory: string): Promise<Owner> {
  const fetchOwner = socketFetch(socketAddress(dataDirectory).path);
  const headers = (): Record<string, string> => ({
    authorization: `Bearer ${readAccessToken(dataDirectory) ?? ''}`,
  });
  const invite = async (): Promise<string | null> => {
    const answer = await fetchOwner(
      new Request('http://owner/invite', { method: 'POST', headers: headers() }),
    );
    return inviteAnswer.parse(await answer.json()).url;
  };
  await answering(fetchOwner);
  const link = new RPCLink({ url: 'http://owner/rpc', headers, fetch: (request) => fetchOwner(request) });
  return { client: createORPCClient<ContractClient>(link), invite };
}

async function answering(fetchOwner: (request: Request) => Promise<Response>): Promise<void> {
  for (let waited = 0; ; waited += betweenTriesMs) {
    try {
      const answer = await fetchOwner(new Request('http://owner/'));
      await answer.body?.cancel();
      return;
    } catch (cause) {
      if (waited >= waitForSocketMs) throw new OcmaError('data_directory_busy', {}, { cause });
      await pause(betweenTriesMs);
    }
  }
}
