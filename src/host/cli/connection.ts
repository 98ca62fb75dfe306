import { createLocalClient } from '../local-client.ts';
import { openOwnedHost } from '../owned-host.ts';
import { connectToOwner } from '../ownership/owner-client.ts';
import type { ContractClient } from '../ownership/owner-client.ts';

/**
 * Calls the OCMA that owns a data directory; where none runs, takes the directory for as long as `use` lasts. Nothing
 * is published meanwhile: that is the work of a running OCMA.
 */
export async function withClient<Result>(
  dataDirectory: string,
  use: (client: ContractClient) => Promise<Result>,
): Promise<Result> {
  const host = await openOwnedHost({ dataDirectory, kind: 'command_line', env: process.env });
  if (host === null) {
    const owner = await connectToOwner(dataDirectory);
    return use(owner.client);
  }
  try {
    return await use(createLocalClient(host.engine.router, { actor: 'command_line' }));
  } finally {
    await host.close();
  }
}
