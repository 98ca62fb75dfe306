import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../../../src/shared/models/account.ts';
import type { CatchUp } from '../../../src/shared/models/delivery.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';
import { machineZone } from './running-app.ts';

const minute = 60_000;

/** A data directory in which much needs the user: refusals of one kind, a lost answer, missed times, a new sign-in. */
export async function seedTroubles(): Promise<{ dataDirectory: string; now: number }> {
  const world = await startWorld({ start: Date.UTC(2027, 0, 25, 8) });
  const { client } = world;
  const mara = await world.connect('mara_bakes');
  const tobi = await world.connect('tobi_repairs');
  await world.drain('background');
  for (const text of ['Eleven sacks of spelt are here', 'Rye at nine', 'Cardamom buns at ten']) {
    await write(world, mara, text);
    await world.drain();
    await world.pass(2 * minute);
  }
  await refuse(world, mara);
  await signOut(world, tobi);
  await loseAnswer(world, mara);
  for (const [index, text] of ['Lunch is ready', 'Soup until two', 'Last loaves', 'Good night'].entries())
    await write(world, mara, text, { local: `2027-01-25T1${index + 2}:00`, catchUp: { rule: 'ask' } });
  await world.pass(12 * 60 * minute);
  await world.drain();
  await write(world, mara, 'Plaits on Saturday', { local: '2027-01-30T10:00' });
  await world.drain('background');
  await client.settings.updateApp({ firstRunDone: true });
  await world.engine.stop();
  const dataDirectory = join(world.directory, 'data');
  cpSync(join(world.directory, 'network'), join(dataDirectory, 'practice'), { recursive: true });
  return { dataDirectory, now: world.clock.now() };
}

async function write(
  { client, workspaceId }: World,
  account: Account,
  text: string,
  given: { local?: string; catchUp?: CatchUp } = {},
): Promise<void> {
  const { id, version } = await client.posts.create({
    workspaceId,
    accountIds: [account.id],
    parts: [{ text, media: [] }],
  });
  await client.posts.schedule({
    workspaceId,
    id,
    version,
    when:
      given.local === undefined ? { kind: 'now' } : { kind: 'at', local: given.local, timeZone: machineZone },
    ...(given.catchUp === undefined ? {} : { catchUp: given.catchUp }),
  });
}

/** Three posts that the network refuses for the same reason. */
async function refuse(world: World, account: Account): Promise<void> {
  const body = { title: 'Forbidden', type: 'about:blank', status: 403, detail: 'Not permitted today.' };
  await world.faults({ match: { operation: 'posts.create' }, fault: { kind: 'status', status: 403, body } });
  for (const text of ['Half price until six', 'Two for one', 'Free butter with every loaf'])
    await write(world, account, text);
  await world.drain();
  await world.faults();
}

/** Two posts that stop because their account is signed out; then it is connected again. */
async function signOut(world: World, account: Account): Promise<void> {
  await world.faults(
    { match: { operation: 'posts.create' }, fault: { kind: 'token_revoked' } },
    {
      match: { operation: 'oauth.token' },
      fault: { kind: 'status', status: 400, body: { error: 'invalid_request' } },
    },
  );
  for (const text of ['A toaster, and why it sparked', 'Bring your lamp on Tuesday'])
    await write(world, account, text, { catchUp: { rule: 'ask' } });
  await world.drain();
  await world.faults();
  await world.pass(minute);
  await world.connect('tobi_repairs');
}

/** A post whose answer is lost and which the list never shows. */
async function loseAnswer(world: World, account: Account): Promise<void> {
  await world.faults({ match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'reset_before' } });
  await write(world, account, 'The oven is warm and the door is open');
  await world.drain();
  for (const wait of [11_000, minute, 5 * minute]) {
    await world.pass(wait);
    await world.drain();
  }
  await world.faults();
}
