import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright';
import { buildIfStale } from '../../scripts/build.ts';
import { localOf } from '../../src/renderer/zoned.ts';
import { desktopHost } from './support/desktop-app.ts';
import { showsFocus } from './support/look.ts';
import { keepPicture } from './support/pictures.ts';
import { clockFrom, dataDirectory, machineZone, timeOn } from './support/running-app.ts';
import type { AppHost, RunningApp } from './support/running-app.ts';
import { webHost } from './support/web-app.ts';

/** A Tuesday morning in Berlin. */
const tuesday = Date.UTC(2027, 0, 26, 8);
const minute = 60_000;
/** So fast that three minutes pass in nine seconds, and slow enough for the hands of a test. */
const hurry = 20;

/** How long the screen may take to follow. */
const soon = { timeout: 20_000 };

const table = [
  'text,date,link,labels',
  'Good morning from the bakery. The first loaves are cooling,2027-01-26 11:30,,daily',
  'Rye on Wednesdays: dark and slow and worth the wait,2027-01-27 09:20,,daily',
  'How we keep a sourdough alive over a holiday,2027-01-27 12:30,https://example.com/sourdough,guide',
  '"Two questions, one answer: is it vegan, and is it good? Yes",2027-01-27 17:10,,',
  'Thursday means cardamom buns. We bake forty,2027-01-28 09:20,,daily',
  `Everything we know about flour. ${'Wheat and spelt and rye. '.repeat(12)},2027-01-28 12:30,,guide`,
  'A table by the window is free at ten,2027-01-28 17:10,,',
  'Apprentices wanted: early hours and good coffee,2027-01-29 09:20,,jobs',
  'Friday plaits are ready at noon,2027-01-29 12:30,,daily',
  'What would you like to see on the shelf next month?,,,',
  'Our oven turned thirty this week,,,',
  'Closed on Sunday and open again on Monday at seven,,,',
].join('\n');

const edited =
  'Good morning from the bakery. The first loaves are cooling, and the coffee is ready. Come in #bakery';

/** The same job on every host that this machine has. */
describe.each([webHost, desktopHost])('the main job, in the $name', (host: AppHost) => {
  if (host.missing !== null) {
    process.stdout.write(
      `\n*** SKIPPED: the end-to-end test of the ${host.name} did not run, because ${host.missing}. ***\n\n`,
    );
  }

  test.skipIf(host.missing !== null)('from the first start to the numbers of a published post', async () => {
    await buildIfStale('renderer');
    const data = dataDirectory();
    const app = await host.open({ dataDirectory: data, clock: clockFrom(tuesday) });
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(app.window, 'main-job');
      await app.close();
    });
    app.window.setDefaultTimeout(20_000);

    await enterPractice(app);
    await importTable(app, join(data, 'posts.csv'));
    await editFirstPost(app);
    await useKeyboard(app.window);

    const fast = clockFrom(tuesday + 20 * minute, hurry);
    await app.restart(fast);
    await publish(app, () => timeOn(fast));
    await readNumbers(app);
    expect(app.complaints).toEqual([]);
  });
});

/** First run: practice, two people of the practice network, and on to writing. */
async function enterPractice(app: RunningApp): Promise<void> {
  const { window } = app;
  await window.getByRole('heading', { name: 'Run your social media accounts from this machine' }).waitFor();
  await window.getByRole('button', { name: 'Look around with practice accounts' }).click();
  for (const name of ['Mara Linden', 'Tobi Adeyemi']) {
    const consent = await app.outside(() => window.getByRole('button', { name: 'Connect X' }).click());
    await consent.getByRole('heading', { name: 'Connect an X account, for practice' }).waitFor();
    await consent.getByRole('radio', { name }).check();
    await consent.getByRole('button', { name: 'Allow' }).click();
    await window.getByText(`Connected as ${name}`).waitFor();
    await consent.close();
  }
  await window.getByRole('button', { name: 'Open the calendar' }).click();
  await window.getByRole('heading', { name: 'Calendar', exact: true }).waitFor();
  await window.getByText('Practice network. It behaves like the real one').waitFor();
}

/** Import: the row over the limit is named by its line, nothing is there before the word, all others after it. */
async function importTable({ window }: RunningApp, file: string): Promise<void> {
  writeFileSync(file, table);
  await window.getByRole('link', { name: 'Import posts from a table' }).click();
  await window.getByLabel('CSV file', { exact: true }).setInputFiles(file);
  await window.getByText('@mara_bakes').click();
  await window.getByText('One after another').click();
  await window.getByLabel('From', { exact: true }).fill('2027-01-30T10:00');
  await window.getByLabel('Minutes apart').fill('5');

  const problems = window.getByRole('list', { name: 'Problems, row by row' });
  await expect.poll(() => problems.getByRole('listitem').count(), soon).toBe(1);
  expect(await problems.textContent()).toMatch(/^Line 7.* 280/);
  expect(await window.getByRole('button', { name: /^Import \d+ posts$/ }).isDisabled()).toBe(true);

  await window.getByLabel('Leave out the rows with a problem and import the others').check();
  await window.getByRole('button', { name: 'Import 11 posts' }).click();
  await window.getByText('11 posts imported').waitFor();
  await window.getByRole('link', { name: 'See them in the calendar' }).click();
  await window.getByRole('heading', { name: 'Calendar', exact: true }).waitFor();
  for (const words of ['Good morning from the bakery', 'Rye on Wednesdays', 'Friday plaits', '3 posts']) {
    await window.getByText(words).first().waitFor();
  }
}

/** Opens the first post from the calendar, changes it, and reads its analysis. */
async function editFirstPost({ window }: RunningApp): Promise<void> {
  await window.getByText('Good morning from the bakery').first().click();
  await window.getByRole('heading', { name: 'Edit post' }).waitFor();
  await window.getByRole('textbox', { name: 'Text', exact: true }).fill(edited);
  await window.getByText('Saved', { exact: true }).waitFor();
  const analysis = window.getByRole('region', { name: 'Analysis' });
  await analysis.getByText(/^Score \d+$/).waitFor();
  await window.getByRole('region', { name: 'Preview' }).getByText('the coffee is ready').waitFor();
}

/** Without a mouse: a key for writing, one for the palette, and Tab to the main controls, each visibly focused. */
async function useKeyboard(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Queue' }).click();
  await window.getByRole('heading', { name: 'Queue', exact: true }).waitFor();
  await window.keyboard.press('c');
  await window.getByRole('heading', { name: 'Compose', exact: true }).waitFor();
  await window.keyboard.press('Control+k');
  const palette = window.getByRole('dialog', { name: 'Search and commands' });
  await palette.getByPlaceholder('Go to, do, or search your posts').fill('calen');
  await window.keyboard.press('Enter');
  await window.getByRole('heading', { name: 'Calendar', exact: true }).waitFor();
  await palette.waitFor({ state: 'detached' });

  await window.locator('body').press('Tab');
  const reached: string[] = [];
  const dim: string[] = [];
  for (let presses = 0; presses < 18; presses += 1) {
    const name = await window.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    reached.push(name);
    if (!(await showsFocus(window))) dim.push(name);
    await window.keyboard.press('Tab');
  }
  const controls = ['Skip to the content', 'Switch workspace', 'Compose', 'Calendar', 'Queue', 'Analytics'];
  const further = ['Advice', 'Discover', 'Search', 'Health', 'Accounts', 'Settings', 'Today'];
  for (const control of [...controls, ...further]) {
    expect(reached.some((name) => name.startsWith(control))).toBe(true);
  }
  expect(dim).toEqual([]);
}

/** Gives the edited post a time that is near, and watches it go out. */
async function publish(app: RunningApp, now: () => number): Promise<void> {
  const { window } = app;
  await window.getByRole('heading', { name: 'Calendar', exact: true }).waitFor();
  await window.evaluate(() => Reflect.set(globalThis, 'loadedOnce', true));
  await window.getByText('Good morning from the bakery').first().click();
  await window.getByRole('button', { name: /^When: / }).click();
  await window.getByRole('radio', { name: 'At a time of your choice' }).check();
  await window.getByRole('button', { name: 'Day and time' }).click();
  const at = localOf(now() + 4 * minute, machineZone).slice(-5);
  await window.getByRole('spinbutton', { name: 'Hour' }).fill(at.slice(0, 2));
  await window.getByRole('spinbutton', { name: 'Minute' }).fill(at.slice(3));
  await window.getByRole('button', { name: 'Take this time' }).click();
  await window.getByRole('button', { name: 'Done' }).click();
  await window.getByRole('button', { name: 'Save the time' }).click();
  await window.getByText(/^Scheduled. It goes out in \d minutes?\.$/).waitFor();

  // The panel stays on the post while the lists beside it change.
  await window.getByRole('link', { name: 'Queue' }).click();
  await window.getByRole('tab', { name: 'Goes out next' }).click();
  await window.getByRole('list', { name: 'Posts that go out next' }).getByText('Good morning').click();
  const panel = window.getByRole('region', { name: 'One post on its way' });
  await panel.getByText('Published', { exact: true }).first().waitFor();
  const page = await app.outside(() => panel.getByRole('link', { name: 'Open on X' }).click());
  await page.getByText(edited.slice(0, 60)).waitFor();
  await page.getByText('@mara_bakes').waitFor();
  const address = page.url();
  await page.close();

  await window.getByRole('tab', { name: 'Went out' }).click();
  const done = window.getByRole('list', { name: 'Posts that went out' });
  await done.getByRole('link', { name: 'See it on X' }).first().waitFor();
  expect(await done.getByRole('link', { name: 'See it on X' }).first().getAttribute('href')).toBe(address);
  expect(await window.evaluate(() => Reflect.get(globalThis, 'loadedOnce'))).toBe(true);
}

/** The numbers of the post come to the screen by themselves, two minutes after it went out. */
async function readNumbers({ window }: RunningApp): Promise<void> {
  await window.getByRole('link', { name: 'Analytics' }).click();
  const row = window
    .getByRole('list', { name: 'Posts and their numbers' })
    .getByRole('listitem')
    .filter({ hasText: 'Good morning from the bakery' });
  await row.getByText(/^Seen \d/).waitFor();
  expect(await window.evaluate(() => Reflect.get(globalThis, 'loadedOnce'))).toBe(true);
}
