import { describe, expect, test } from 'vitest';
import { suggestColumns } from '../../../src/engine/metrics/import-history/columns.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';

const header = 'platform,published at,text,type,impressions,likes,comments,shares,clicks';
const rows = (...lines: string[]): string => [header, ...lines].join('\n');
const good = 'x,2026-01-05 09:00 +01:00,"Bread, again",photo,"1,200",30,2,1,5';

async function connected(): Promise<World> {
  const world = await startWorld();
  await world.connect();
  return world;
}

describe('columns of a file of past posts', () => {
  test('are known by the names that networks and people give them', () => {
    expect(suggestColumns(['Network', 'Created_At', 'Message', 'Reactions', 'Retweets', 'Whatever'])).toEqual(
      {
        platform: 'Network',
        publishedAt: 'Created_At',
        text: 'Message',
        likes: 'Reactions',
        shares: 'Retweets',
      },
    );
  });
});

describe('importing past posts', () => {
  test('says first what it would do and changes nothing, then does it once', async () => {
    const { client, workspaceId } = await connected();
    const csv = rows(good, 'twitter,2026-01-06T09:00:00Z,Rolls,text,,4,,,');
    const dry = await client.metrics.importHistory({ workspaceId, csv });
    expect(dry).toMatchObject({
      dryRun: true,
      rows: 2,
      ready: 2,
      already: 0,
      bad: 0,
      imported: 0,
      problems: [],
    });
    expect(dry.columns).toMatchObject({ publishedAt: 'published at', clicks: 'clicks' });

    const done = await client.metrics.importHistory({ workspaceId, csv, dryRun: false });
    expect(done).toMatchObject({ dryRun: false, imported: 2 });
    const again = await client.metrics.importHistory({ workspaceId, csv, dryRun: false });
    expect(again).toMatchObject({ imported: 0, ready: 0, already: 2, importedAt: null });
  });

  test('takes one import back and leaves the others', async () => {
    const { client, workspaceId, pass } = await connected();
    const first = rows(good);
    const second = rows('twitter,2026-01-06T09:00:00Z,Rolls,text,,4,,,');
    await client.metrics.importHistory({ workspaceId, csv: first, dryRun: false });
    await pass(1000);
    const { importedAt } = await client.metrics.importHistory({ workspaceId, csv: second, dryRun: false });
    const undone = await client.metrics.undoImport({ workspaceId, importedAt: importedAt ?? 0 });
    expect(undone).toEqual({ removed: 1 });
    expect(await client.metrics.importHistory({ workspaceId, csv: second })).toMatchObject({ ready: 1 });
    expect(await client.metrics.importHistory({ workspaceId, csv: first })).toMatchObject({ already: 1 });
  });

  test('names each bad row by its line with what to do, and takes none of the file unless told so', async () => {
    const { client, workspaceId } = await connected();
    const csv = rows(
      good,
      'x,yesterday,a,text,1,1,1,1,1',
      'x,2026-01-07 09:00,b,text,many,1,1,1,1',
      'x,2026-01-07 09:00,c,text,,,,,',
      'myspace,2026-01-07 09:00,d,text,1,1,1,1,1',
      'x,2031-01-07 09:00,e,text,1,1,1,1,1',
    );
    const dry = await client.metrics.importHistory({ workspaceId, csv });
    expect(dry.problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'published at'],
      [4, 'impressions'],
      [5, null],
      [6, 'account'],
      [7, 'published at'],
    ]);
    for (const { message, fix } of dry.problems)
      expect(`${message} ${fix}`).not.toMatch(/historyImport|\{\{/);
    await expect(client.metrics.importHistory({ workspaceId, csv, dryRun: false })).rejects.toMatchObject({
      code: 'content_invalid',
    });
    expect((await client.metrics.importHistory({ workspaceId, csv })).ready).toBe(1);
    const done = await client.metrics.importHistory({ workspaceId, csv, dryRun: false, skipProblems: true });
    expect(done).toMatchObject({ imported: 1, bad: 5 });
  });

  test('remembers which column was what for a file with the same first line', async () => {
    const { client, workspaceId } = await connected();
    const csv = 'when,hearts\n2026-01-05 09:00,12';
    const first = await client.metrics.importHistory({ workspaceId, csv });
    expect(first.problems[0]).toMatchObject({ line: 1 });
    const columns = { publishedAt: 'when', likes: 'hearts' };
    await client.metrics.importHistory({ workspaceId, csv, columns, dryRun: false });
    const next = await client.metrics.importHistory({ workspaceId, csv: 'when,hearts\n2026-01-06 09:00,3' });
    expect(next).toMatchObject({ columns, ready: 1, problems: [] });
  });

  test('reads dates without an offset in the zone that is named, with its daylight saving', async () => {
    const { client, workspaceId } = await connected();
    const take = async (csv: string) =>
      await client.metrics.importHistory({ workspaceId, csv, dryRun: false });
    await take('date,text,likes\n2026-07-01 09:00,Rolls,12');
    expect(await take('date,text,likes\n2026-07-01 09:00 +02:00,Rolls,12')).toMatchObject({ already: 1 });
    expect(await take('date,time zone,text,likes\n2026-07-01 03:00,America/New_York,Rolls,12')).toMatchObject(
      {
        already: 1,
      },
    );
  });
});
