import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import { startWorld } from '../support/engine-world.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();

/** Friday before the clocks of Berlin go forward, at nine there. */
const now = Date.UTC(2027, 2, 26, 8);

beforeAll(() => buildIfStale('renderer'));

/** Data with one practice account and nothing else. */
async function seeded(): Promise<string> {
  const world = await startWorld({ start: now });
  await world.connect('mara_bakes');
  await world.drain('background');
  await world.client.settings.updateApp({ firstRunDone: true });
  await world.engine.stop();
  const directory = join(world.directory, 'data');
  cpSync(join(world.directory, 'network'), join(directory, 'practice'), { recursive: true });
  return directory;
}

test(
  'a post is made to repeat, one is left out, all ahead are changed, and each is taken back',
  { timeout: 300_000 },
  async () => {
    const app = await webHost.open({ dataDirectory: await seeded(), clock: clockFrom(now) });
    const { window } = app;
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(window, 'recurring');
      await app.close();
    });
    window.setDefaultTimeout(20_000);

    await app.load('/recurring');
    await window.getByText('Posts that come again will be here').waitFor();
    await lookAt(window, pictures, 'recurring-empty');

    await app.load('/compose?at=2027-03-28T02:30');
    await window
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('The night shift has begun. Warm rolls from five');
    await window.getByRole('button', { name: /^When: / }).click();
    await window.getByRole('radio', { name: 'Repeat' }).check();
    await window.getByLabel('How often').selectOption('daily');
    const preview = window.getByRole('region', { name: 'The next times' });
    await preview.getByText('Every day at 02:30').waitFor();
    await preview.getByText('The clocks skip that time: it goes out at 03:30').waitFor();
    await preview.getByText(/The same words go out every day/).waitFor();
    await lookAt(window, pictures, 'recurring-daily');
    await window.getByLabel('How often').selectOption('weekly');
    await window.getByRole('checkbox', { name: 'Thursday' }).press('Space');
    await window.getByLabel('Ends').selectOption('count');
    await preview.getByText('Every Thursday and Sunday at 02:30, ten times').waitFor();
    await preview.getByText(/The same words/).waitFor({ state: 'detached' });
    await lookAt(window, pictures, 'recurring-weekly');
    await window.getByRole('button', { name: 'Done' }).click();
    await window.getByRole('button', { name: 'Start repeating' }).click();

    await window.getByText(/It repeats: Every Thursday and Sunday/).waitFor();
    await window.getByText('Month', { exact: true }).click();
    await window.getByRole('img', { name: 'Repeats' }).first().waitFor();
    await lookAt(window, pictures, 'recurring-calendar');

    await window.getByRole('link', { name: 'Recurring posts' }).click();
    const list = window.getByRole('list', { name: 'Recurring posts', exact: true });
    await list.getByRole('heading', { name: /The night shift/ }).waitFor();
    await list.getByRole('button', { name: 'Times and history' }).click();
    const times = window.getByRole('region', { name: 'Times of this series' });
    await times
      .getByRole('button', { name: /^Skip this one: / })
      .nth(1)
      .click();
    await times.getByText('Skipped').waitFor();
    await lookAt(window, pictures, 'recurring-times');
    await window.getByRole('button', { name: 'Undo' }).last().click();
    await times.getByText('Skipped').waitFor({ state: 'detached' });

    await times
      .getByRole('link', { name: /^Edit only this one: / })
      .nth(1)
      .click();
    const note = window.getByRole('complementary', { name: 'Repeats' });
    await note.getByText('What you change here changes only this one.').waitFor();
    await lookAt(window, pictures, 'recurring-one');
    await note.getByRole('button', { name: 'Edit all ahead' }).click();
    await window.getByText(/You are editing all that is ahead/).waitFor();
    await lookAt(window, pictures, 'recurring-all-ahead');
    await window.getByRole('textbox', { name: 'Text', exact: true }).fill('Warm rolls from five, every time');
    await window.getByRole('button', { name: 'Save the series' }).click();
    await list.getByRole('heading', { name: /Warm rolls from five, every time/ }).waitFor();
    await window.getByRole('button', { name: 'Undo' }).last().click();
    await list.getByRole('heading', { name: /The night shift/ }).waitFor();

    await list.getByRole('button', { name: /^Stop the series/ }).click();
    await list.getByText('Stopped', { exact: true }).first().waitFor();
    await window.getByRole('button', { name: 'Undo' }).last().click();
    await list.getByRole('button', { name: /^Stop the series/ }).waitFor();
    expect(app.complaints).toEqual([]);
  },
);
