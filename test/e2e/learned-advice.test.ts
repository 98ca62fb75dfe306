import { cpSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildIfStale } from '../../scripts/build.ts';
import { seededDraws } from '../../src/engine/learning/model/seeded.ts';
import { startWorld } from '../support/engine-world.ts';
import { lookAt } from './support/look.ts';
import { keepPicture, pictureDirectory } from './support/pictures.ts';
import { clockFrom } from './support/running-app.ts';
import { webHost } from './support/web-app.ts';

const hour = 3_600_000;
const longest = 240_000;
/** Older posts that came without anybody learning from them. */
const unlearned = 60;

beforeAll(() => buildIfStale('renderer'));

/** Past posts of a bakery: rye earns more, and so does what comes out in the morning. */
function history(count: number, before: number): string {
  const draws = seededDraws(5);
  const breads = ['rye', 'rolls', 'plaits', 'focaccia'] as const;
  const lines = Array.from({ length: count }, (_, index) => {
    const at = new Date(before - (count - index) * 11 * hour - 72 * hour);
    const bread = breads[Math.floor(draws.fraction() * breads.length)] ?? 'rye';
    const morning = at.getUTCHours() < 11 ? 1.4 : 1;
    const likes = Math.round((bread === 'rye' ? 70 : 40) * morning * Math.exp(draws.fraction() - 0.5));
    const text = `We have ${bread} again${draws.fraction() < 0.5 ? ', who is coming?' : ', come along.'}${draws.fraction() < 0.3 ? ' #bakery' : ''}`;
    return `${at.toISOString()},"${text} ${index}",${likes * 22},${likes},3,2`;
  });
  return ['published at,text,impressions,likes,comments,shares', ...lines].join('\n');
}

/** A data directory with an account that has a past, people who responded, and another account without any. */
async function seed(): Promise<{ dataDirectory: string; now: number }> {
  const world = await startWorld({ start: Date.UTC(2027, 0, 18, 8) });
  const { client, workspaceId } = world;
  const mara = await world.connect('mara_bakes');
  await world.connect('tobi_repairs');
  const csv = history(240, world.clock.now());
  await client.metrics.importHistory({ workspaceId, accountId: mara.id, csv, dryRun: false });
  await world.drain('background');
  await client.settings.updateApp({ firstRunDone: true });
  await world.engine.stop();
  const dataDirectory = join(world.directory, 'data');
  cpSync(join(world.directory, 'network'), join(dataDirectory, 'practice'), { recursive: true });
  const db = new SqliteDatabase(join(dataDirectory, 'ocma.db'));
  const insert = db.prepare(
    `INSERT INTO mention (id, workspace_id, account_id, remote_id, author, author_name, text, url, at, kind)
     VALUES (:id, :workspaceId, :accountId, :id, :author, :author, :text, 'https://example.com/' || :id, :at, 'comment')`,
  );
  const draws = seededDraws(9);
  for (let index = 0; index < 90; index += 1) {
    const german = draws.fraction() < 0.3;
    insert.run({
      id: `men_${index}`,
      workspaceId,
      accountId: mara.id,
      author: ['ida_fjord', 'jo', 'sam_reads', `guest_${index}`][Math.floor(draws.fraction() * 4)] ?? 'jo',
      text: german
        ? 'Das ist ein schönes Brot und wir kommen bald wieder zu euch'
        : 'This is the best bread that we have had in years',
      at: world.clock.now() - Math.floor(draws.fraction() * 24 + index * 11) * hour,
    });
  }
  const past = db.prepare(
    `INSERT INTO imported_post (id, workspace_id, account_id, source_key, published_at, text, type, likes, imported_at)
     VALUES (:id, :workspaceId, :accountId, :id, :at, 'We had rye then', 'text', :likes, :importedAt)`,
  );
  for (let index = 0; index < unlearned; index += 1) {
    past.run({
      id: `older_${index}`,
      workspaceId,
      accountId: mara.id,
      at: world.clock.now() - (index + 300) * 11 * hour,
      likes: Math.round(30 + 20 * draws.fraction()),
      importedAt: world.clock.now(),
    });
  }
  db.close();
  return { dataDirectory, now: world.clock.now() };
}

describe('advice from what was learned', () => {
  test(
    'how good predictions are, what a draft may earn, who responds, and past posts from a file',
    async () => {
      const { dataDirectory, now } = await seed();
      const app = await webHost.open({ dataDirectory, clock: clockFrom(now) });
      const { window } = app;
      const pictures = pictureDirectory();
      onTestFinished(async ({ task }) => {
        if (task.result?.state === 'fail') await keepPicture(window, 'learned-advice');
        await app.close();
      });
      window.setDefaultTimeout(20_000);
      const narrow = async (name: string): Promise<void> => {
        await window.setViewportSize({ width: 900, height: 800 });
        await lookAt(window, pictures, `${name}-narrow`);
        await window.setViewportSize({ width: 1280, height: 800 });
      };

      await app.load('/advice?tab=predictions');
      await window.getByText('Intervals that held').waitFor();
      await window.getByText(/learning takes 30/).waitFor();
      await window.getByRole('button', { name: 'Why: Typical miss' }).click();
      await lookAt(window, pictures, 'predictions');
      await narrow('predictions');
      await window.getByRole('button', { name: 'How estimates are made' }).click();
      await window.getByText(/Assumed beforehand: none/).waitFor();
      const [, learned] =
        /from (\d+) posts/.exec(await window.getByText(/^Learned .* posts/).innerText()) ?? [];
      await window.getByRole('button', { name: 'Learn again' }).click();
      // The numbers of what was read from the network have ripened too.
      await window
        .getByText(new RegExp(`^Learned .* from (?!${learned} )\\d+ posts`))
        .first()
        .waitFor();
      await lookAt(window, pictures, 'predictions-again');

      await app.load('/advice?tab=audience');
      await window.getByText('Posts on “rye”').waitFor();
      await window.getByRole('button', { name: 'Show the posts' }).first().click();
      await window.getByText('Those that did best').first().waitFor();
      await lookAt(window, pictures, 'audience');
      await narrow('audience');
      await window.getByRole('heading', { name: 'Hours' }).scrollIntoViewIfNeeded();
      await lookAt(window, pictures, 'audience-people');

      await app.load('/import/past');
      await window.getByRole('heading', { name: 'Import past posts', level: 1 }).waitFor();
      const table = `When,Words,Likes\n2026-12-01 09:00,Fresh,12\n2026-12-02 09:00,Fresher,many\n`;
      const file = { name: 'past.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
      await window.getByLabel('CSV file', { exact: true }).setInputFiles(file);
      await window.getByText('No column says when the posts were published.').waitFor();
      await window.getByRole('combobox', { name: 'Whose posts' }).click();
      await window.getByRole('option', { name: '@tobi_repairs' }).click();
      await window.getByRole('combobox', { name: 'Published at' }).click();
      await window.getByRole('option', { name: 'When' }).click();
      await window.getByText('many is not a count.').waitFor();
      await lookAt(window, pictures, 'import-past');
      await narrow('import-past');
      await window.getByLabel('Leave out the rows with a problem').check();
      await window.getByRole('button', { name: 'Import 1 past post' }).click();
      await window.getByText('1 past post was added').waitFor();
      await lookAt(window, pictures, 'import-past-done');
      await window.getByRole('button', { name: 'Take it back' }).click();
      await window.getByText('1 past post was taken back.').waitFor();

      await app.load('/compose');
      await window.getByText('@mara_bakes').first().click();
      await window.getByRole('textbox', { name: /text/i }).first().fill('We have rye again, who is coming?');
      const analysis = window.getByRole('region', { name: 'Analysis' });
      await analysis.getByText(/Probably .* impressions, .* engagement/).waitFor();
      await analysis.getByRole('button', { name: 'Why' }).last().click();
      await analysis.getByText('For @mara_bakes').waitFor();
      await analysis.getByText('How good such estimates are').scrollIntoViewIfNeeded();
      await lookAt(window, pictures, 'compose-estimate');
      expect(app.complaints).toEqual([]);
    },
    longest,
  );
});
