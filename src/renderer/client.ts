import { createORPCClient } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../shared/contract/index.ts';
import type { Boot } from './boot.ts';

/** The contract as the window calls it: every procedure, typed, with its errors. */
export type Client = ContractRouterClient<Contract>;

/** The header that carries the window's secret on the web host. */
export const windowHeader = 'x-ocma-window';

type Link = ClientLink<ClientContext>;

/** The preload hands the port over by a message; it may come before or after the first call. */
const portFromPreload = (): Promise<MessagePort> =>
  new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'ocma:port' || !port) return;
      window.removeEventListener('message', receive);
      resolve(port);
    };
    window.addEventListener('message', receive);
  });

const desktopLink = async (port: Promise<MessagePort>): Promise<Link> => {
  const { RPCLink } = await import('@orpc/client/message-port');
  const opened = await port;
  const link = new RPCLink<ClientContext>({ port: opened });
  opened.start();
  return link;
};

const webLink = async (windowSecret: string): Promise<Link> => {
  const { RPCLink } = await import('@orpc/client/fetch');
  return new RPCLink<ClientContext>({
    url: new URL('/rpc', window.location.origin),
    headers: { [windowHeader]: windowSecret },
  });
};

/** Opens the way to the engine: by HTTP on the web host, over a MessagePort on the desktop. */
export function createClient(boot: Boot): Client {
  const link = boot.host === 'desktop' ? desktopLink(portFromPreload()) : webLink(boot.windowSecret);
  return createORPCClient<Client>({
    call: async (path, input, options) => (await link).call(path, input, options),
  });
}
