import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import { seedWeek } from './support/seeded-data.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();
const hour = 60 * 60_000;

beforeAll(() => buildIfStale('renderer'));

test('a copy is made, the app goes on, and going back to it sends nothing until the user has looked', async () => {
  const { dataDirectory: data, now } = await seedWeek();
  const app = await webHost.open({ dataDirectory: data, clock: clockFrom(now) });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(app.window, 'copies');
    await app.close();
  });
  const { window } = app;
  window.setDefaultTimeout(20_000);
  await window.getByRole('heading', { name: 'Calendar' }).waitFor();
  await app.load('/hold');
  await window.getByRole('heading', { name: 'Nothing is held' }).waitFor();
  await lookAt(window, pictures, 'hold-none');

  await app.load('/settings#copies');
  await window.getByRole('button', { name: 'Make a copy now' }).click();
  const copies = window.getByRole('table', { name: 'Copies of your data' });
  await copies.getByText('By you').waitFor();
  await lookAt(window, pictures, 'settings-copies');

  // The soup goes out at half past twelve; what is due at ten past five does not, since publishing is paused by then.
  await app.restart(clockFrom(now + 2 * hour - 9 * 60_000));
  await window.getByRole('link', { name: 'Queue' }).click();
  await window.getByRole('tab', { name: 'Went out' }).click();
  await window.getByText('Lentil soup').waitFor();
  await window.getByRole('button', { name: 'Pause publishing' }).click();
  await window.getByText('Publishing is paused').waitFor();
  await app.restart(clockFrom(now + 7 * hour));

  await app.load('/settings#copies');
  await copies
    .getByRole('row')
    .filter({ hasText: 'By you' })
    .getByRole('button', { name: /^Restore/ })
    .click();
  await window.getByRole('dialog').getByText('Your data of now is kept').waitFor();
  await lookAt(window, pictures, 'restore-dialog');
  await window.getByRole('button', { name: 'Restore this copy' }).click();
  await window.getByRole('heading', { name: 'Before anything is sent', level: 1 }).waitFor();
  await window.getByRole('listitem').filter({ hasText: 'Last call for today' }).waitFor();
  await window.getByText(/^This data was restored from a copy/).waitFor();
  expect(await window.getByText('Publishing is paused').count()).toBe(0);
  await lookAt(window, pictures, 'hold-review');

  await window.getByRole('link', { name: 'Queue' }).click();
  await window.getByRole('link', { name: 'Review', exact: true }).waitFor();
  await window.getByRole('tab', { name: 'Went out' }).click();
  await window.getByText('Lentil soup').waitFor();
  await lookAt(window, pictures, 'queue-held');
  await window.getByRole('link', { name: 'Health' }).click();
  await window.getByRole('link', { name: 'Review before anything is sent' }).waitFor();
  await lookAt(window, pictures, 'health-held');
  expect(await window.getByRole('button', { name: /Resume/ }).count()).toBe(0);
  await window.keyboard.press('Control+k');
  await window.getByPlaceholder('Go to, do, or search your posts').fill('resume');
  await window.getByRole('button', { name: 'Review before anything is sent' }).waitFor();
  await lookAt(window, pictures, 'palette-held');
  await window.keyboard.press('Escape');
  await window.getByRole('link', { name: 'Review', exact: true }).click();
  await window
    .getByRole('listitem')
    .filter({ hasText: 'Last call for today' })
    .getByRole('button', { name: 'Drop' })
    .click();
  await window
    .getByRole('listitem')
    .filter({ hasText: 'Last call for today' })
    .waitFor({ state: 'detached' });
  const oven = window.getByRole('listitem').filter({ hasText: 'The oven is warm' });
  await oven.getByRole('button', { name: 'Send again' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
  await window.getByText('Noted. It goes out once publishing goes on.').waitFor();
  await oven.waitFor({ state: 'detached' });
  await window.getByRole('button', { name: 'Publish from here on' }).click();
  await window.getByRole('heading', { name: 'Nothing is held' }).waitFor();
  expect(await window.getByText(/^This data was restored/).count()).toBe(0);
  await app.load('/settings#copies');
  await copies.getByText('Before a restore').waitFor();
  expect(app.complaints).toEqual([]);
}, 300_000);
