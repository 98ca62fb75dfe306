import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConnectionFlow } from '../../../src/shared/contract/accounts.ts';
import type { Account } from '../../../src/shared/models/account.ts';
import type { AccountId, WorkspaceId } from '../../../src/shared/models/ids.ts';
import type { NetworkSeed } from '../../networks/seed.ts';
import { allow } from '../../support/allow.ts';
import type { App } from '../app.ts';

/** Who connects, and where. */
export interface Connecting {
  readonly workspaceId: WorkspaceId;
  readonly platform: string;
  readonly person: string;
  readonly reconnect?: AccountId;
}

/** Connects as the network's seed says: by its consent page or a password, with a server, by choosing an account. */
export async function connectPerson(
  app: Pick<App, 'client' | 'engine'>,
  about: Connecting,
  way: NetworkSeed['connect'],
): Promise<Account> {
  const { workspaceId, platform, person, reconnect } = about;
  const asked = {
    workspaceId,
    platform,
    ...(reconnect === undefined ? {} : { reconnect }),
    ...(way.server === null ? {} : { server: way.server }),
  };
  if (way.by === 'password') {
    const password = way.passwordOf(person);
    const answer = await app.client.accounts.connectWithPassword({ ...asked, identifier: person, password });
    if (!('flow' in answer)) throw new Error(`Not connected: ${JSON.stringify(answer)}`);
    return accountOf(answer.flow);
  }
  const flow = await app.client.accounts.connect({ ...asked, openBrowser: false });
  const ended = endOf(app, flow.id);
  await allow(flow.authorizeUrl, person);
  await ended;
  const after = await app.client.accounts.connection({ id: flow.id });
  if (after.status !== 'choosing') return accountOf(after);
  const known = new Set((await app.client.accounts.list({ workspaceId })).map(({ remoteId }) => remoteId));
  // Pages come after the person, and more of them can be read back.
  const chosen = after.candidates.findLast(
    ({ unusable, remoteId }) => unusable === null && !known.has(remoteId),
  );
  if (chosen === undefined) throw new Error(`Nothing to choose: ${JSON.stringify(after.candidates)}`);
  return accountOf(await app.client.accounts.chooseAccounts({ id: flow.id, remoteIds: [chosen.remoteId] }));
}

/** Ends when the browser's part is done. */
function endOf({ client, engine }: Pick<App, 'client' | 'engine'>, id: ConnectionFlow['id']): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = engine.events.subscribe((event) => {
      if (event.type !== 'change' || !event.changes.some((change) => change.id === id)) return;
      void client.accounts.connection({ id }).then(({ status }) => {
        if (status === 'waiting' || status === 'exchanging') return;
        unsubscribe();
        resolve();
      });
    });
  });
}

function accountOf({ account, problem }: ConnectionFlow): Account {
  if (account === null) throw new Error(`Not connected: ${JSON.stringify(problem)}`);
  return account;
}

const written = z.record(z.string(), z.string());

/** Who connected which account, kept beside the network's state: a page does not bear its person's name. */
export function rememberPeople(directory: string) {
  const file = join(directory, 'people-of-the-scene.json');
  const read = (): Record<string, string> =>
    existsSync(file) ? written.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  return {
    of: (account: AccountId): string | undefined => read()[account],
    keep: (account: AccountId, person: string): void =>
      writeFileSync(file, JSON.stringify({ ...read(), [account]: person })),
  };
}
