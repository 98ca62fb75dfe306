import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright';
import { buildIfStale } from '../../scripts/build.ts';
import { inProject } from '../../scripts/project.ts';
import { seedEveryNetwork } from './support/every-network.ts';
import type { EveryNetwork } from './support/every-network.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import type { RunningApp } from './support/running-app.ts';
import { webHost } from './support/web-app.ts';

const pictures = pictureDirectory();

/** Far more than it takes, for a machine that has other things to do. */
const longest = 600_000;

beforeAll(() => buildIfStale('renderer'));

async function open(data: string, now: number): Promise<RunningApp> {
  const app = await webHost.open({ dataDirectory: data, clock: clockFrom(now) });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(app.window, 'networks');
    await app.close();
  });
  app.window.setDefaultTimeout(20_000);
  return app;
}

/** Each network's name, and whether its preview is of a kind that none before it had. */
const networks = [
  ['X', true],
  ['Bluesky', false],
  ['Mastodon', false],
  ['YouTube', true],
  ['TikTok', false],
  ['Facebook Pages', true],
  ['Instagram', true],
  ['Threads', false],
  ['LinkedIn', false],
] as const;

test(
  'a post for every network, its films, the files of a workspace, and what its user publishes',
  async () => {
    const seeded = await seedEveryNetwork();
    const app = await open(seeded.dataDirectory, seeded.now);
    await composeForAll(app, seeded);
    await tidyTheLibrary(app.window);
    await publishByHand(app, seeded);
    await readAndSearch(app.window);
    expect(app.complaints).toEqual([]);
  },
  longest,
);

const look = (window: Page, name: string): Promise<void> => lookAt(window, pictures, name);
const picture = (window: Page, name: string): Promise<Buffer> =>
  window.screenshot({ path: join(pictures, `${name}.png`) });

/** A post for every network, looked at as each shows it, and films. */
async function composeForAll(app: RunningApp, seeded: EveryNetwork): Promise<void> {
  const { window } = app;
  await app.load(`/compose/${seeded.picturePost}`);
  const preview = window.getByRole('region', { name: 'Preview' });
  for (const [network, isNew] of networks) {
    await preview.getByRole('tab', { name: network, exact: true }).click();
    await preview.getByRole('heading', { name: `At ${network}` }).waitFor();
    await window.getByRole('region', { name: 'Analysis' }).getByText('Keyphrases').waitFor();
    const name = `preview-${network.toLowerCase().replaceAll(' ', '-')}`;
    if (isNew) await look(window, name);
    else await picture(window, name);
  }
  await window.getByText('Goes out as a comment under the first part').waitFor();
  const youtube = window.getByRole('region', { name: 'On YouTube' });
  await youtube.getByText('Choose this before it can go out.').first().waitFor();
  await youtube.getByRole('button', { name: /more choices/ }).click();
  await youtube.scrollIntoViewIfNeeded();
  await look(window, 'compose-options-youtube');
  await window.getByRole('region', { name: 'On Instagram' }).scrollIntoViewIfNeeded();
  await picture(window, 'compose-options-instagram');

  await app.load(`/compose/${seeded.filmPost}`);
  for (const network of ['YouTube', 'TikTok']) {
    await preview.getByRole('tab', { name: network, exact: true }).click();
    await preview.getByText('How rye rises').first().waitFor();
    await picture(window, `preview-film-${network.toLowerCase()}`);
  }
  await window
    .getByRole('region', { name: 'On YouTube' })
    .getByRole('button', { name: 'Back to the defaults' })
    .click();
  await preview.getByRole('tab', { name: 'YouTube', exact: true }).click();
  await preview.getByText('No title yet').waitFor();
  await window.getByRole('button', { name: 'Undo' }).click();
  await preview.getByRole('heading', { name: 'How rye rises' }).waitFor();

  await app.load(`/compose/${seeded.phonePost}`);
  await window.getByText('Settings > Camera > Formats > Most Compatible').waitFor();
  await look(window, 'compose-phone-film');
  await window.getByRole('button', { name: 'Convert to MP4 (H.264)' }).click();
  // What becomes of it depends on the codecs of the browser; either way it is said.
  const replaced = window.getByText('The converted film stands in its place.');
  await replaced
    .or(window.getByText('so it cannot convert'))
    .or(window.getByText('cannot write its sound'))
    .waitFor();
  await look(window, 'compose-phone-film-after');
}

/** From a new file to one that is gone for good. */
async function tidyTheLibrary(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Library' }).click();
  const files = window.getByRole('list', { name: 'Files', exact: true });
  await files.getByText('crumb.png').waitFor();
  await look(window, 'library');
  await window
    .locator('input[type=file]')
    .setInputFiles(inProject('test', 'engine', 'media', 'files', 'phone.heic'));
  await files.getByText('phone.jpg').waitFor();
  await files.getByRole('button', { name: /^crumb\.png/ }).click();
  await window.getByRole('region', { name: 'Where it is used' }).getByRole('link').first().waitFor();
  await look(window, 'library-file');
  await window.getByRole('button', { name: 'Bread' }).click();
  await files.getByText('window.png').waitFor({ state: 'detached' });
  await window.getByRole('button', { name: 'Not used' }).click();
  await files.getByRole('checkbox', { name: 'Choose never-used.png' }).check();
  await look(window, 'library-clean-up');
  await window.getByRole('button', { name: 'Remove', exact: true }).click();
  await picture(window, 'library-clean-up-sure');
  await window.getByRole('button', { name: 'Delete for good' }).click();
  await window.getByText('1 file removed').waitFor();
  await files.getByText('never-used.png').waitFor({ state: 'detached' });
  await window.getByLabel('Search names, descriptions, tags').fill('nothing of the kind');
  await window.getByText('Nothing here fits').waitFor();
  await picture(window, 'library-nothing');
}

/** A reminder, and the word that it is done. */
async function publishByHand(app: RunningApp, seeded: EveryNetwork): Promise<void> {
  const { window } = app;
  await app.load(`/queue?delivery=${seeded.reminded}`);
  const panel = window.getByRole('region', { name: 'One post on its way' });
  await panel.getByText('Ready to paste').waitFor();
  await panel.getByRole('button', { name: 'Copy the text' }).waitFor();
  await look(window, 'queue-reminder');
  await panel.getByRole('button', { name: 'I posted it' }).click();
  await window.getByText('OCMA notes that it is out on Instagram.').waitFor();
  await picture(window, 'queue-reminder-posted');
  await window.getByLabel('Address of the post').fill('instagram.com/p/abc');
  await window.getByRole('button', { name: 'Note it as published' }).click();
  await window.getByText('This is not a web address.').waitFor();
  await window.getByLabel('Address of the post').fill('');
  await window.getByRole('button', { name: 'Note it as published' }).click();
  await window.getByText('Noted as published').waitFor();
  await window.getByRole('tab', { name: 'Goes out next' }).click();
  await window.getByText('You publish it, after a reminder').first().waitFor();
  await picture(window, 'queue-reminds');
}

/** What others said, and what they say elsewhere. */
async function readAndSearch(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Analytics' }).click();
  await window.getByRole('tab', { name: 'Comments and mentions' }).click();
  await look(window, 'analytics-comments');
  await window.getByRole('tab', { name: 'Search the networks' }).click();
  await picture(window, 'analytics-search');
  await window
    .getByRole('combobox', { name: 'Where to search' })
    .or(window.getByRole('textbox', { name: 'Where to search' }))
    .first()
    .click();
  await window.getByRole('option', { name: /^Bluesky/ }).click();
  await window.getByPlaceholder('Words in public posts').fill('bread');
  await window.getByRole('button', { name: /^Search on/ }).click();
  await window
    .getByRole('list', { name: 'Posts that were found' })
    .or(window.getByText('Nothing found'))
    .first()
    .waitFor();
  await look(window, 'analytics-search-found');
}
