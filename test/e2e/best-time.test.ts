import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import { connectPerson } from '../crash/networks/connecting.ts';
import { bluesky } from '../networks/bluesky.ts';
import { instagram } from '../networks/instagram.ts';
import { mastodon } from '../networks/mastodon.ts';
import { startWorld } from '../support/engine-world.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();

/** A Tuesday at nine in Berlin. */
const now = Date.UTC(2027, 1, 2, 8);

beforeAll(() => buildIfStale('renderer'));

/** Data of someone who runs the practice roaster's accounts, whose past has been read, and the baker's. */
async function seeded() {
  const world = await startWorld({ start: now });
  const { client, workspaceId } = world;
  const ways = [
    [mastodon, 'harbourcoffee'],
    [bluesky, 'harbourcoffee'],
    [mastodon, 'mara_bakes'],
    [instagram, 'harbourcoffee'],
    [instagram, 'tobi_repairs'],
  ] as const;
  const accounts = [];
  for (const [seed, person] of ways) {
    const about = { workspaceId, platform: seed.platform.name, person };
    accounts.push(await connectPerson(world, about, seed.connect));
  }
  // Pages of the past are read with pauses between them.
  for (let page = 0; page < 6; page += 1) {
    await world.pass(5_000);
    await world.drain('background');
  }
  await client.settings.updateApp({ firstRunDone: true });
  const best = await Promise.all(
    accounts.map(({ id }) => client.timing.best({ workspaceId, accountId: id })),
  );
  await world.engine.stop();
  const directory = join(world.directory, 'data');
  cpSync(join(world.directory, 'network'), join(directory, 'practice'), { recursive: true });
  return { directory, best, baker: accounts[2]?.id, pictured: accounts[3]?.id, repairs: accounts[4]?.id };
}

test(
  'the best time is seen in Advice, taken in the composer, invited to in the calendar and kept as slots',
  { timeout: 300_000 },
  async () => {
    const { directory, best, baker, pictured, repairs } = await seeded();
    // Whoever looks around in practice sees clear times, and an account that has too few posts.
    expect(best.map(({ status }) => status)).toEqual([
      'clear',
      'clear',
      'not_enough_data',
      'clear',
      'not_enough_data',
    ]);
    const app = await webHost.open({ dataDirectory: directory, clock: clockFrom(now + 60_000) });
    const { window } = app;
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(window, 'best-time');
      await app.close();
    });
    window.setDefaultTimeout(20_000);

    await app.load('/advice');
    const map = window.getByRole('grid', { name: 'The week, hour by hour' });
    await map.waitFor();
    await window.getByText('Over all of those posts').waitFor();
    await lookAt(window, pictures, 'best-time');
    const looked = map.locator('[tabindex="0"]');
    await looked.focus();
    const before = await looked.getAttribute('aria-label');
    await window.keyboard.press('Home');
    await window.keyboard.press('ArrowUp');
    await window.keyboard.press('ArrowRight');
    const after = await looked.getAttribute('aria-label');
    expect(after).not.toBe(before);
    expect(after).toContain('01:00');
    await window
      .getByRole('region', { name: 'The week, hour by hour' })
      .getByText(after ?? '')
      .waitFor();
    await window.getByRole('button', { name: 'Why: How this is worked out' }).click();
    await window.getByText('Assumed beforehand: none.').waitFor();
    await window.getByRole('button', { name: 'The same as a table' }).click();
    await lookAt(window, pictures, 'best-time-why');
    await window.setViewportSize({ width: 1920, height: 1080 });
    await lookAt(window, pictures, 'best-time-wide');
    await window.setViewportSize({ width: 900, height: 700 });
    await lookAt(window, pictures, 'best-time-narrow');
    await window.setViewportSize({ width: 1280, height: 800 });
    await app.load(`/advice?tab=best-time&account=${baker}`);
    await window.getByText('What helps').waitFor();
    await lookAt(window, pictures, 'best-time-few');

    // Instagram tells when followers are online and where they are; the zone of most of them is a click away.
    await app.load(`/advice?tab=best-time&account=${pictured}`);
    await window.getByRole('img', { name: /^Followers online by hour, on average: most at / }).waitFor();
    await lookAt(window, pictures, 'best-time-followers');
    await window.getByRole('button', { name: 'Use London' }).click();
    await expect
      .poll(() => window.getByRole('combobox', { name: 'Zone of those who read it' }).inputValue())
      .toBe('Europe/London');
    await window.getByText(/^Until then/).waitFor({ state: 'detached' });
    await app.load(`/advice?tab=best-time&account=${repairs}`);
    await window.getByRole('heading', { name: 'Until then: when your followers are online' }).waitFor();
    await window.getByRole('link', { name: 'More on your followers' }).waitFor({ state: 'detached' });
    await lookAt(window, pictures, 'best-time-tries');
    await app.load(`/advice?tab=audience&account=${pictured}`);
    const followers = window.getByRole('region', { name: 'Your followers' });
    await followers.getByText(/in Europe\/London. Told by Instagram/).waitFor();
    await followers.getByText('United Kingdom', { exact: true }).waitFor();
    await followers.getByRole('button', { name: 'Use the workspace’s zone (Berlin)' }).waitFor();
    await followers.scrollIntoViewIfNeeded();
    await lookAt(window, pictures, 'audience-followers');
    await window.setViewportSize({ width: 900, height: 700 });
    await lookAt(window, pictures, 'audience-followers-narrow');
    await window.setViewportSize({ width: 1280, height: 800 });
    await app.load(`/advice?tab=audience&account=${baker}`);
    await window.getByText('OCMA cannot learn from Mastodon when followers are online.').waitFor();
    await lookAt(window, pictures, 'audience-not-told');

    await app.load('/');
    await window.getByText(/is your best free slot for @harbourcoffee/).waitFor();
    await lookAt(window, pictures, 'best-time-calendar');

    await app.load('/compose');
    await window.getByRole('textbox', { name: 'Text', exact: true }).fill('The Huila is back');
    for (const name of [/^@harbourcoffee@mastodon/, /^@harbourcoffee\.practice/, /^@mara_bakes/])
      await window.getByText(name).first().click();
    await window.getByRole('button', { name: /^When: / }).click();
    const offered = window.getByRole('group', { name: /^Best time/ });
    await offered.getByText('not enough posts yet').waitFor();
    await lookAt(window, pictures, 'best-time-compose');
    const chip = offered.getByRole('button').first();
    await chip.click();
    await expect.poll(() => chip.getAttribute('aria-pressed')).toBe('true');
    const named = (await chip.innerText()).match(/\d\d:00/)?.[0] ?? 'no time';
    await window.getByRole('button', { name: 'Day and time' }).getByText(named).waitFor();

    await app.load('/compose');
    await window.getByRole('textbox', { name: 'Text', exact: true }).fill('A chain, cleaned');
    await window.getByText('@tobi_repairs').first().click();
    await window.getByRole('button', { name: /^When: / }).click();
    const tried = window.getByRole('group', { name: /^Best time/ }).getByRole('button', { name: /^A try/ });
    await tried.getByText('followers online on average').waitFor();
    await lookAt(window, pictures, 'best-time-compose-try');
    await tried.click();
    await expect.poll(() => tried.getAttribute('aria-pressed')).toBe('true');

    await app.load('/settings?best=#slots');
    await window.getByRole('button', { name: /^Add \d+ slots?$/ }).waitFor();
    await lookAt(window, pictures, 'best-time-slots');
    await window.getByRole('button', { name: /^Add \d+ slots?$/ }).click();
    await window.getByText('Slots changed to the best times of @harbourcoffee').waitFor();
    await window.getByRole('button', { name: 'Undo' }).click();
    await window.getByRole('button', { name: 'Propose' }).click();
    await window.getByRole('button', { name: /^Add \d+ slots?$/ }).waitFor();
    expect(app.complaints).toEqual([]);
  },
);
