import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import { looks, rawKeys, sideways, violations } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import { seedTroubles } from './support/troubled-data.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();

beforeAll(() => buildIfStale('renderer'));

/** Looks at the queue in both looks: nothing serious is wrong for anybody, no word is missing. */
async function lookAt(window: Page, name: string): Promise<void> {
  await window.getByText(/^Loading/).waitFor({ state: 'detached' });
  await window.mouse.move(1270, 40);
  for (const look of looks) {
    await window.emulateMedia({ colorScheme: look });
    await window.locator(`:root[data-mantine-color-scheme='${look}']`).waitFor({ state: 'attached' });
    await window.screenshot({ path: join(pictures, `${name}-${look}.png`) });
    expect.soft({ name, look, found: await violations(window, look) }).toEqual({ name, look, found: [] });
  }
  expect.soft({ name, keys: await rawKeys(window) }).toEqual({ name, keys: [] });
  expect.soft({ name, wide: await sideways(window) }).toEqual({ name, wide: [] });
}

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
  await window.getByText('4 posts missed their time while OCMA was closed.').waitFor();
  await window.getByRole('link', { name: 'Decide' }).click();
  await window.getByText('@tobi_repairs is connected again').waitFor();
  await window.getByText('3 posts for @mara_bakes').waitFor();
  await lookAt(window, 'queue-troubles');

  const needs = window.getByRole('list', { name: 'Posts that need you' });
  await needs.getByText('The oven is warm').click();
  await window.getByText('What X shows near that time').waitFor();
  await lookAt(window, 'queue-troubles-unclear');
  await window
    .getByRole('region', { name: 'One post on its way' })
    .getByRole('button', { name: 'Send again' })
    .click();
  await window.getByText('Do this for @mara_bakes from now on').waitFor();
  await lookAt(window, 'queue-troubles-again');
  await window.getByRole('button', { name: 'Back' }).click();

  await window.getByRole('button', { name: 'Drop all', exact: true }).click();
  await window.getByText('Dropped 4 posts. They will not be sent.').waitFor();
  await needs.getByText('Soup until two').waitFor({ state: 'detached' });
  await window.getByRole('button', { name: 'Undo' }).click();
  await window.getByText('4 posts missed their time while OCMA was closed').waitFor();

  await window.getByRole('button', { name: 'Leave them' }).click();
  await window.getByText('@tobi_repairs is connected again').waitFor({ state: 'detached' });
  await window.getByRole('button', { name: 'Try all 3 again' }).click();
  await window.getByText('3 posts go out again, a minute apart').waitFor();
  await window.getByText('3 posts for @mara_bakes').waitFor({ state: 'detached' });

  await window.getByRole('tab', { name: 'Needs you' }).click();
  await needs.getByText('A toaster').click();
  await window.getByText('What X answered').click();
  await window.getByText('auth_revoked').first().waitFor();
  await lookAt(window, 'queue-troubles-answer');
  expect(app.complaints).toEqual([]);
}, 300_000);
