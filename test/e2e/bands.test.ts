import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import type { CatchUp } from '../../src/shared/models/delivery.ts';
import { startWorld } from '../support/engine-world.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom, machineZone } from './support/running-app.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();
const minute = 60_000;

/** A Monday at nine in Berlin. */
const start = Date.UTC(2027, 0, 25, 8);

beforeAll(() => buildIfStale('renderer'));

/** A post that missed its time, and two of the next hour that a cap of nearly nothing will not let out. */
async function seeded(): Promise<{ data: string; now: number }> {
  const world = await startWorld({ start });
  const { client, workspaceId } = world;
  const account = await world.connect('mara_bakes');
  await world.drain('background');
  const write = async (text: string, local: string, catchUp?: CatchUp): Promise<void> => {
    const { id, version } = await client.posts.create({
      workspaceId,
      accountIds: [account.id],
      parts: [{ text, media: [] }],
    });
    const when = { kind: 'at', local, timeZone: machineZone } as const;
    await client.posts.schedule({ workspaceId, id, version, when, ...(catchUp ? { catchUp } : {}) });
  };
  await write('Rolls at ten', '2027-01-25T10:00', { rule: 'ask' });
  await write('Soup at half past twelve', '2027-01-25T12:30');
  await write('The last soup', '2027-01-25T12:40');
  await world.pass(3 * 60 * minute);
  await world.drain();
  await client.settings.updateWorkspace({ workspaceId, monthlyCapMicros: 1 });
  await client.settings.updateApp({ firstRunDone: true });
  await world.engine.stop();
  const data = join(world.directory, 'data');
  cpSync(join(world.directory, 'network'), join(data, 'practice'), { recursive: true });
  return { data, now: world.clock.now() };
}

test('the most important bands are on top, and lead to what mends them', { timeout: 300_000 }, async () => {
  const { data, now } = await seeded();
  const app = await webHost.open({ dataDirectory: data, clock: clockFrom(now) });
  const { window } = app;
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(window, 'bands');
    await app.close();
  });
  window.setDefaultTimeout(20_000);
  await window.getByRole('heading', { name: 'Calendar', level: 1 }).waitFor();
  await window.getByText('Rolls at ten').waitFor();
  await window.getByText(/^Due at 12:30 and not ready: /).waitFor();
  await window.getByText('One more post is not ready either.').waitFor();
  const missed = window.getByText('1 post missed its time while OCMA was not running.');
  await missed.waitFor({ state: 'attached' });
  expect(await missed.isVisible()).toBe(false);
  await lookAt(window, pictures, 'band-risk');

  await window.getByRole('link', { name: 'See what to do' }).click();
  const panel = window.getByRole('region', { name: 'One post on its way' });
  await panel.getByText('Soup at half past twelve').first().waitFor();
  await panel.getByText('As things stand, this would not go out:').waitFor();
  await window.getByRole('list', { name: 'Posts that go out next' }).getByText('The last soup').waitFor();
  await lookAt(window, pictures, 'band-risk-panel');
  await panel.getByRole('link', { name: 'See the monthly cap' }).click();
  await window.getByRole('switch', { name: 'Stop at a cap' }).waitFor();
  expect(app.complaints).toEqual([]);
});
