import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { seededDraws } from '../../../src/engine/learning/model/seeded.ts';
import { startWorld } from '../../support/engine-world.ts';

const hour = 3_600_000;

/** Past posts of which those about rye earn twice as much; a tag and a question stand on some by chance. */
function history(count: number, before: number): string {
  const draws = seededDraws(5);
  const lines = Array.from({ length: count }, (_, index) => {
    const rye = draws.fraction() < 0.4;
    const likes = Math.round((rye ? 80 : 40) * Math.exp(draws.fraction() - 0.5));
    const at = new Date(before - (count - index) * 9 * hour - 72 * hour).toISOString();
    const bread = rye ? 'rye' : draws.fraction() < 0.5 ? 'rolls' : 'plaits';
    const asks = draws.fraction() < 0.5 ? 'Will you come?' : 'Come along.';
    const text = `We have ${bread} again. ${asks}${draws.fraction() < 0.3 ? ' #bakery' : ''}`;
    return `${at},${text} ${index},${likes},2,1`;
  });
  return ['published at,text,likes,comments,shares', ...lines].join('\n');
}

describe('insights into an audience', () => {
  test('say what is missing, then what the posts that earn more have, with those posts', async () => {
    const world = await startWorld();
    const account = await world.connect();
    const { client, workspaceId } = world;
    const ask = () => client.audience.insights({ workspaceId, accountId: account.id });

    const before = await ask();
    expect(before.liked).toMatchObject({ status: 'not_enough_data', need: 50, traits: [] });
    const csv = history(150, world.clock.now());
    await client.metrics.importHistory({ workspaceId, accountId: account.id, csv, dryRun: false });

    const { liked, zone } = await ask();
    expect(zone).toBe('Europe/Berlin');
    expect(liked.status).toBe('clear');
    const rye = liked.traits.find(({ kind, name }) => kind === 'topic' && name === 'rye');
    expect(rye).toMatchObject({ clear: true });
    expect(rye?.effect).toBeGreaterThan(0.4);
    expect(rye?.low).toBeGreaterThan(0);
    expect(rye?.evidence).toHaveLength(3);
    expect(rye?.evidence.every(({ text }) => text.includes('rye'))).toBe(true);
    const chance = liked.traits.filter(({ name }) => name === 'question' || name === '#bakery');
    expect(chance.map(({ clear }) => clear)).not.toContain(true);
    expect(liked.compared).toBeGreaterThanOrEqual(liked.traits.length);
  });

  test('say who responds, in which languages, at which hours of the workspace, and leave out what a search found', async () => {
    const world = await startWorld();
    const account = await world.connect();
    const { client, workspaceId } = world;
    const noon = Date.UTC(2026, 0, 12, 11);
    const rows = Array.from({ length: 40 }, (_, index) => ({
      id: `men_${index}`,
      author: index % 4 === 0 ? 'ida' : `guest${index}`,
      text:
        index % 5 === 0
          ? 'Das ist ein schönes Brot und wir kommen bald wieder zu euch'
          : index % 5 === 1
            ? 'Yum'
            : 'This is the best bread that we have had in years',
      at: noon + index * 24 * hour,
      kind: index === 39 ? 'found' : 'comment',
    }));
    const db = new SqliteDatabase(join(world.directory, 'data', 'ocma.db'));
    const insert = db.prepare(
      `INSERT INTO mention (id, workspace_id, account_id, remote_id, author, author_name, text, url, at, kind)
       VALUES (:id, :workspaceId, :accountId, :id, :author, :author, :text, 'https://example.com/' || :id, :at, :kind)`,
    );
    for (const row of rows) insert.run({ ...row, workspaceId, accountId: account.id });
    db.close();
    const { responders } = await client.audience.insights({ workspaceId, accountId: account.id });
    expect(responders).toMatchObject({ status: 'known', have: 39, languageUnknown: 8 });
    expect(responders.languages.map(({ code, responses }) => [code, responses])).toEqual([
      ['en', 23],
      ['de', 8],
    ]);
    expect(responders.hours.filter(({ responses }) => responses > 0)).toEqual([
      expect.objectContaining({ hour: 12, responses: 39 }),
    ]);
    expect(responders.active).toEqual([expect.objectContaining({ author: 'ida', responses: 10 })]);
  });

  test('tell nothing of an account of another workspace', async () => {
    const world = await startWorld();
    const account = await world.connect();
    const other = await world.client.workspaces.create({ name: 'Other', timeZone: 'Europe/Berlin' });
    const asked = world.client.audience.insights({ workspaceId: other.id, accountId: account.id });
    await expect(asked).rejects.toMatchObject({ code: 'not_found' });
  });
});
