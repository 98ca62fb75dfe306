import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import * as look from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import { seedTests } from './support/seeded-tests.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();

beforeAll(() => buildIfStale('renderer'));

test('tests of versions: how each stands, one with its why and its posts, and a new one from a draft', async () => {
  const { dataDirectory, now, draft } = await seedTests();
  const app = await webHost.open({ dataDirectory, clock: clockFrom(now) });
  const { window } = app;
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(window, 'version-tests');
    await app.close();
  });
  window.setDefaultTimeout(20_000);

  const { origin } = new URL(window.url());
  await window.goto(`${origin}/advice?tab=tests`);
  const list = window.getByRole('list', { name: 'Tests' });
  await list.waitFor();
  expect(await list.getByRole('listitem').count()).toBe(3);
  await list.getByText('Planned', { exact: true }).waitFor();
  await look.lookAt(window, pictures, 'tests-list');

  await window.getByRole('button', { name: /Asking or telling/ }).press('Enter');
  await window.getByRole('heading', { name: 'Asking or telling' }).waitFor();
  await window.getByText('These are practice accounts').waitFor();
  expect(await window.getByRole('row').count()).toBe(5);
  await look.lookAt(window, pictures, 'tests-detail');
  await window.getByRole('button', { name: 'All tests' }).click();
  await window.getByRole('button', { name: /For the spring/ }).click();
  await window.getByRole('button', { name: 'Stop' }).click();
  await window.getByText('Stopped. What is not out yet was taken back.').waitFor();
  await window.getByRole('button', { name: 'Undo' }).click();
  await window.getByText('Planned', { exact: true }).waitFor();

  // A post of a test leads to it.
  await window.goto(`${origin}/queue?section=next`);
  await window.getByRole('link', { name: 'Test: For the spring' }).first().press('Enter');
  await window.getByRole('heading', { name: 'For the spring' }).waitFor();

  await window.goto(`${origin}/compose/${draft}`);
  await window.getByRole('button', { name: 'Test versions' }).click();
  const dialog = window.getByRole('dialog', { name: 'Test versions' });
  await dialog
    .getByLabel('Post 1, version B')
    .fill('Five days of sourdough: it rests for two, and keeps for five.');
  await dialog.getByText('does not want that twice from one account').first().waitFor();
  expect(await dialog.getByRole('button', { name: 'Begin the test' }).isDisabled()).toBe(true);
  await dialog
    .getByLabel('Post 1, version B')
    .fill('What would you put on a slice that is still good on Friday?');
  await dialog.getByRole('listitem').nth(1).waitFor();
  await look.lookAt(window, pictures, 'tests-new');
  await dialog.getByRole('button', { name: 'Begin the test' }).click();
  await window.getByText('The test is planned: 2 posts.').waitFor();
  await window.getByRole('heading', { name: /^Test of/ }).waitFor();
  expect(app.complaints).toEqual([]);
}, 300_000);
