import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import { seedTroubles } from './support/troubled-data.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();

beforeAll(() => buildIfStale('renderer'));

test('what needs the user is settled by one decision a kind, and by its evidence', async () => {
  const { dataDirectory, now } = await seedTroubles();
  const app = await webHost.open({ dataDirectory, clock: clockFrom(now) });
  const { window } = app;
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(window, 'queue');
    await app.close();
  });
  window.setDefaultTimeout(20_000);

  await window.getByRole('heading', { name: 'Calendar' }).waitFor();
  await window.getByText('4 posts missed their time while OCMA was not running.').waitFor();
  await window.getByRole('link', { name: 'Decide' }).click();
  await window.getByText('@tobi_repairs is connected again').waitFor();
  await window.getByText('3 posts for @mara_bakes').waitFor();
  await lookAt(window, pictures, 'queue-troubles');

  const needs = window.getByRole('list', { name: 'Posts that need you' });
  await needs.getByText('The oven is warm').click();
  await window.getByText('What X shows near that time').waitFor();
  await lookAt(window, pictures, 'queue-troubles-unclear');
  await window
    .getByRole('region', { name: 'One post on its way' })
    .getByRole('button', { name: 'Send again' })
    .click();
  await window.getByText('Do this for @mara_bakes from now on').waitFor();
  await lookAt(window, pictures, 'queue-troubles-again');
  await window.getByRole('button', { name: 'Back' }).click();

  // Paused, and four that missed their time: the practice band and the most important one are on top.
  await window.getByRole('button', { name: 'Pause publishing' }).click();
  await window.getByText('Nothing goes out for now.').waitFor();
  await window.getByRole('link', { name: 'Health' }).click();
  await window.getByRole('link', { name: 'See them' }).waitFor();
  expect(await window.getByText('Publishing is paused. Nothing goes out').isVisible()).toBe(true);
  expect(await window.getByText('4 posts missed their time while OCMA was not running.').isVisible()).toBe(
    false,
  );
  await lookAt(window, pictures, 'health-paused');
  await window.getByRole('link', { name: 'See them' }).click();
  await window.getByRole('button', { name: 'Resume publishing' }).click();
  await window.getByText('Next one').waitFor();

  await window.getByRole('button', { name: 'Drop all', exact: true }).click();
  await window.getByText('Dropped 4 posts. They will not be sent.').waitFor();
  await needs.getByText('Soup until two').waitFor({ state: 'detached' });
  await window.getByRole('button', { name: 'Undo' }).click();
  await window.getByText('4 posts missed their time while OCMA was not running').waitFor();

  await window.getByRole('button', { name: 'Leave them' }).click();
  await window.getByText('@tobi_repairs is connected again').waitFor({ state: 'detached' });
  await window.getByRole('button', { name: 'Try all 3 again' }).click();
  await window.getByText('3 posts go out again, a minute apart').waitFor();
  await window.getByText('3 posts for @mara_bakes').waitFor({ state: 'detached' });

  await window.getByRole('tab', { name: 'Needs you' }).click();
  await needs.getByText('A toaster').click();
  await window.getByText('What X answered').click();
  await window.getByText('auth_revoked').first().waitFor();
  await lookAt(window, pictures, 'queue-troubles-answer');

  await needs.getByText('The oven is warm').click();
  await window
    .getByRole('region', { name: 'One post on its way' })
    .getByRole('button', { name: 'Drop' })
    .click();
  await window.getByLabel('Do this for @mara_bakes from now on').check();
  await window.getByRole('dialog').getByRole('button', { name: 'Drop it' }).click();
  await needs.getByText('The oven is warm').waitFor({ state: 'detached' });
  await window.getByRole('link', { name: 'Accounts' }).click();
  const standing = window.getByText('Unclear sends of @mara_bakes are dropped without asking.');
  await standing.waitFor();
  await lookAt(window, pictures, 'accounts-standing');
  await window.getByRole('button', { name: 'Ask me again' }).click();
  await standing.waitFor({ state: 'detached' });
  expect(app.complaints).toEqual([]);
}, 300_000);
