import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import { connectPerson } from '../crash/networks/connecting.ts';
import { bluesky } from '../networks/bluesky.ts';
import { mastodon } from '../networks/mastodon.ts';
import { youtube } from '../networks/youtube.ts';
import { startWorld } from '../support/engine-world.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();
const begin = Date.UTC(2027, 0, 25, 8);

beforeAll(() => buildIfStale('renderer'));

/** A data directory with accounts on two networks that let others be read. */
async function seed(): Promise<{ data: string; now: number }> {
  const world = await startWorld({ start: begin });
  const { client, workspaceId } = world;
  for (const network of [bluesky, mastodon, youtube]) {
    const about = { workspaceId, platform: network.platform.name, person: network.people[0] };
    await connectPerson(world, about, network.connect);
  }
  await world.drain('background');
  await client.settings.updateApp({ firstRunDone: true });
  await world.engine.stop();
  const data = join(world.directory, 'data');
  cpSync(join(world.directory, 'network'), join(data, 'practice'), { recursive: true });
  return { data, now: world.clock.now() };
}

test(
  'a competitor is added, compared, taken off the list and back, and a trend begins a post',
  { timeout: 300_000 },
  async () => {
    const { data, now } = await seed();
    const app = await webHost.open({ dataDirectory: data, clock: clockFrom(now) });
    const { window } = app;
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(window, 'discover');
      await app.close();
    });
    window.setDefaultTimeout(20_000);

    await app.load('/discover');
    await window.getByText('Nobody is on the list yet').waitFor();
    await lookAt(window, pictures, 'competitors-empty');
    const add = async (name: string, expected: RegExp) => {
      await window.getByLabel('Name or address of the profile').fill(name);
      await window.getByRole('button', { name: 'Add', exact: true }).click();
      await window.getByText(expected).first().waitFor();
    };
    await add('nobody.practice.test', /Bluesky knows nobody by the name/);
    await lookAt(window, pictures, 'competitors-unknown');
    await add('tobi-repairs.practice.test', /Tobi Adeyemi is on the list/);
    await add('harbourcoffee.practice.test', /Harbour Coffee is on the list/);
    const table = window.getByRole('table', { name: 'Bluesky: you and your competitors' });
    await table.getByText('Middle of 2 competitors').waitFor();
    await table.getByText('Why these numbers').nth(1).click();
    await lookAt(window, pictures, 'competitors');
    await window.setViewportSize({ width: 1920, height: 1080 });
    await lookAt(window, pictures, 'competitors-wide');
    await window.setViewportSize({ width: 1280, height: 800 });

    await table.getByRole('button', { name: 'Take Tobi Adeyemi off the list' }).click();
    await table.getByText('Middle of 1 competitor').waitFor();
    await window.getByRole('button', { name: 'Undo' }).click();
    await table.getByText('Middle of 2 competitors').waitFor();

    await window.getByRole('tab', { name: 'Trends' }).click();
    const list = window.getByRole('article', { name: 'Mastodon' });
    await list.getByRole('listitem').first().waitFor();
    await window.getByText('Why').first().click();
    await lookAt(window, pictures, 'trends');
    const place = () => window.getByRole('combobox', { name: 'Country of YouTube’s list' });
    await place().click();
    await place().fill('Braz');
    await window.getByRole('option', { name: 'Brazil' }).click();
    await app.load('/discover?tab=trends');
    await expect.poll(() => place().inputValue()).toBe('Brazil');
    await list
      .getByRole('button', { name: /^Use in a post: #\w+$/ })
      .first()
      .click();
    await window.getByRole('heading', { name: 'Edit post' }).waitFor();
    await window
      .getByText(/^#\w+$/)
      .first()
      .waitFor();
    expect(app.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  },
);
