import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright';
import { buildIfStale } from '../../scripts/build.ts';
import { helpWithDraft } from './support/help-with-draft.ts';
import * as look from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom, dataDirectory } from './support/running-app.ts';
import type { RunningApp } from './support/running-app.ts';
import { seedWeek } from './support/seeded-data.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();

/** Far more than it takes, for a machine that has other things to do. */
const longest = 300_000;

beforeAll(() => buildIfStale('renderer'));

/** Opens the app on this data at this time; a picture is kept where the test fails. */
async function open(data: string, now: number, name: string): Promise<RunningApp> {
  const app = await webHost.open({ dataDirectory: data, clock: clockFrom(now) });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(app.window, name);
    await app.close();
  });
  app.window.setDefaultTimeout(20_000);
  return app;
}

/** Looks at the window once the screen of this heading is there. */
async function lookAt(window: Page, name: string, heading: string): Promise<void> {
  await window.getByRole('heading', { name: heading, level: 1 }).waitFor();
  await look.lookAt(window, pictures, name);
}

describe('every screen, light and dark', () => {
  test('of a first start', async () => {
    const app = await open(dataDirectory(), Date.UTC(2027, 0, 26, 8), 'first-run');
    const { window } = app;
    const title = 'Run your social media accounts from this machine';
    await lookAt(window, 'first-run', title);
    await window
      .getByRole('button', { name: /^Connect an account/ })
      .first()
      .click();
    await window.getByRole('list', { name: 'Networks that are ready at once' }).waitFor();
    await lookAt(window, 'first-run-real', title);
    await window.getByRole('button', { name: 'Look around with practice accounts' }).click();
    await window.getByText('The practice network is running.').waitFor();
    await lookAt(window, 'first-run-practice', title);
    await window.getByRole('button', { name: 'Open the calendar' }).click();
    await lookAt(window, 'calendar-empty', 'Calendar');
    await window.getByRole('link', { name: 'Queue' }).click();
    await lookAt(window, 'queue-empty', 'Queue');
    await window.getByRole('tab', { name: 'Needs you' }).click();
    await window.getByText('Nothing needs you').waitFor();
    await lookAt(window, 'queue-empty-needs-you', 'Queue');
    await window.getByRole('link', { name: 'Analytics' }).click();
    await lookAt(window, 'analytics-empty', 'Analytics');
    expect(app.complaints).toEqual([]);
  });

  test(
    'after a week of work',
    async () => {
      const { dataDirectory: data, now, draft } = await seedWeek();
      const app = await open(data, now, 'screens');
      const { window } = app;

      await window.getByRole('heading', { name: 'Calendar' }).waitFor();
      await window.getByText('Rye on Wednesdays').first().waitFor();
      await lookAt(window, 'calendar-week', 'Calendar');
      await window.setViewportSize({ width: 900, height: 700 });
      await lookAt(window, 'calendar-narrow', 'Calendar');
      await window.setViewportSize({ width: 1280, height: 800 });
      await window.getByText('Day', { exact: true }).click();
      await window.getByText('Lentil soup').first().waitFor();
      await lookAt(window, 'calendar-day', 'Calendar');
      await window.getByText('Month', { exact: true }).click();
      await window.getByText('Saturday plaits').first().waitFor();
      await lookAt(window, 'calendar-month', 'Calendar');

      await window.getByRole('button', { name: 'Plan', exact: true }).click();
      await window.getByRole('menuitem', { name: /^Fill my week/ }).click();
      const proposed = window.getByRole('list', { name: 'Proposed times' });
      await proposed.getByText('One of your weekly slots').first().waitFor();
      await lookAt(window, 'calendar-plan', 'Calendar');
      await window.getByRole('button', { name: 'Close the plan' }).click();

      await window.getByRole('link', { name: 'Compose' }).click();
      await lookAt(window, 'compose-empty', 'Compose');
      await app.load(`/compose/${draft}`);
      await window.getByRole('region', { name: 'Analysis' }).getByText('Keyphrases').waitFor();
      await lookAt(window, 'compose', 'Edit post');
      await window.getByRole('button', { name: /^When: / }).click();
      await window.getByRole('radio', { name: 'At a time of your choice' }).check();
      await window.getByRole('button', { name: 'Day and time' }).click();
      await lookAt(window, 'compose-when', 'Edit post');

      await app.load(`/compose/${draft}`);
      await helpWithDraft(window, (name) => lookAt(window, name, 'Edit post'));

      await window.getByRole('link', { name: 'Queue' }).click();
      await window.getByRole('tab', { name: 'Needs you' }).click();
      const needs = window.getByRole('list', { name: 'Posts that need you' });
      await needs.getByText('Half price on everything').waitFor();
      await needs.getByText('X may have published this').waitFor();
      await lookAt(window, 'queue-needs-you', 'Queue');
      await needs.getByText('The oven is warm').click();
      await window.getByText('What is known').waitFor();
      await lookAt(window, 'queue-panel', 'Queue');
      await window.getByRole('tab', { name: 'Goes out next' }).click();
      await lookAt(window, 'queue-next', 'Queue');
      await window.getByRole('tab', { name: 'Went out' }).click();
      await window.getByText('The shop window today').waitFor();
      await lookAt(window, 'queue-done', 'Queue');

      await window.getByRole('link', { name: 'Analytics' }).click();
      const posts = window.getByRole('list', { name: 'Posts and their numbers' });
      await posts.getByText('Saturday list').waitFor();
      await lookAt(window, 'analytics', 'Analytics');
      await posts.getByText('Saturday list').click();
      await window
        .getByRole('region', { name: 'Numbers of one post' })
        .getByText('Numbers')
        .first()
        .waitFor();
      await lookAt(window, 'analytics-post', 'Analytics');
      await window.getByRole('tab', { name: 'Mentions' }).click();
      await lookAt(window, 'analytics-mentions', 'Analytics');

      await window.getByRole('link', { name: 'Accounts' }).click();
      await window.getByRole('button', { name: 'Check', exact: true }).first().waitFor();
      await lookAt(window, 'accounts', 'Accounts');
      await window.getByRole('button', { name: 'Check', exact: true }).first().click();
      await window.getByText('Everything works.').waitFor();
      await lookAt(window, 'account', 'Mara Linden');
      await window.getByRole('link', { name: 'Health' }).click();
      await lookAt(window, 'health', 'Health');
      await window.getByRole('link', { name: 'Settings' }).click();
      await lookAt(window, 'settings', 'Settings');
      await window.getByRole('link', { name: 'Notifications' }).click();
      await window.getByRole('switch', { name: 'Quiet hours' }).click();
      await window.getByLabel('From').waitFor();
      await lookAt(window, 'settings-quiet-hours', 'Settings');
      await window.getByRole('link', { name: 'Sleep' }).click();
      await lookAt(window, 'settings-sleep', 'Settings');
      await window.getByRole('link', { name: 'How much at once' }).click();
      await window.getByLabel('At X').waitFor();
      await lookAt(window, 'settings-at-once', 'Settings');
      await window.getByLabel('For each account').fill('0');
      await window.keyboard.press('Tab');
      await window.getByText('A whole number from 1 to 8.').waitFor();
      await lookAt(window, 'settings-at-once-wrong', 'Settings');
      await window.getByRole('link', { name: 'Your data' }).click();
      await lookAt(window, 'settings-end', 'Settings');

      await previewImport(app, join(data, 'posts.csv'));
      await lookAt(window, 'import', 'Import posts');
      await window.keyboard.press('Control+k');
      await window.getByPlaceholder('Go to, do, or search your posts').fill('rye');
      await window.getByText('Rye on Wednesdays').first().waitFor();
      await lookAt(window, 'search', 'Import posts');
      await window.keyboard.press('Escape');

      await window.getByRole('button', { name: /^Switch workspace/ }).click();
      await window.getByRole('menuitem', { name: 'Linden Bakery' }).click();
      await window.getByRole('link', { name: 'Accounts' }).click();
      await window.getByRole('button', { name: 'Connect an account' }).click();
      await window.getByText('With a developer app of your own').waitFor();
      await lookAt(window, 'accounts-networks', 'Connect an account');
      await window.getByRole('button', { name: /^Mastodon/ }).click();
      await window.getByLabel('Your server').waitFor();
      await lookAt(window, 'accounts-mastodon', 'Connect an account on Mastodon');
      await window.getByRole('button', { name: 'Another network' }).click();
      await window.getByRole('button', { name: /^X/ }).click();
      await window.getByLabel('Client ID').waitFor();
      await lookAt(window, 'accounts-guide', 'Connect an account on X');
      await window.getByRole('button', { name: 'Open X' }).scrollIntoViewIfNeeded();
      await lookAt(window, 'accounts-developer-app', 'Connect an account on X');
      expect(app.complaints).toEqual([]);
    },
    longest,
  );
});

async function previewImport(app: RunningApp, file: string): Promise<void> {
  const rows = [
    'text,date,accounts,link,labels',
    'A new oven door. Come and see it,2027-02-01 09:20,@mara_bakes,,daily',
    'Recipe cards are back at the counter,2027-02-01 12:30,@mara_bakes,https://example.com/cards,guide',
    'Where is this from?,2027-02-02 09:20,@nobody_here,,',
    `Everything we know about flour. ${'Wheat and spelt and rye. '.repeat(12)},2027-02-02 12:30,@mara_bakes,,`,
    'We close at noon on the third,2027-02-30 09:20,@mara_bakes,,',
    'Yesterday’s news,2027-01-04 09:20,@mara_bakes,,',
    'Seeded rolls on Friday,2027-02-05 09:20,@mara_bakes,,daily',
  ];
  writeFileSync(file, rows.join('\n'));
  await app.load('/import');
  await app.window.getByLabel('CSV file', { exact: true }).setInputFiles(file);
  await app.window.getByRole('list', { name: 'Problems, row by row' }).getByText('Line 5').waitFor();
}
