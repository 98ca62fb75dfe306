import { describe, expect, test } from 'vitest';
import type { HistoryImportEvent } from '../../../../src/shared/contract/metrics.ts';
import { suggestColumns } from '../../../../src/engine/metrics/import-history/columns.ts';
import { startWorld } from '../../../support/engine-world.ts';
import type { World } from '../../../support/engine-world.ts';

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

  test('keeps posts of one moment apart by what they earned where there is no text', async () => {
    const { client, workspaceId } = await connected();
    const csv =
      'date,type,likes\n2026-01-05,photo,12\n2026-01-05,photo,30\n2026-01-05,photo,12\n2026-01-05,link,12';
    const done = await client.metrics.importHistory({ workspaceId, csv, dryRun: false });
    expect(done).toMatchObject({ rows: 4, imported: 3, already: 1 });
    expect(await client.metrics.importHistory({ workspaceId, csv })).toMatchObject({ ready: 0, already: 4 });
  });

  test('learns the order of days with slashes from the file, and asks where it does not tell', async () => {
    const { client, workspaceId } = await connected();
    const open = 'date,text,likes\n01/05/2026 09:00 AM,a,3';
    const { problems } = await client.metrics.importHistory({ workspaceId, csv: open });
    expect(problems[0]?.message).toBe('In 01/05/2026 09:00 AM nothing tells the day from the month.');
    const told = `${open}\n01/25/2026 09:00 AM,b,4`;
    expect(await client.metrics.importHistory({ workspaceId, csv: told, dryRun: false })).toMatchObject({
      imported: 2,
    });
    const same = 'date,text,likes\n2026-01-05 09:00,a,3';
    expect(await client.metrics.importHistory({ workspaceId, csv: same })).toMatchObject({ already: 1 });
  });

  test('asks once for what every row misses: the date, and whose posts they are where there are several accounts', async () => {
    const world = await connected();
    const { client, workspaceId } = world;
    const { id: accountId } = await world.connect('tobi_repairs');
    const csv = 'when,likes\n2026-01-05,12\n2026-01-06,3';
    const bare = await client.metrics.importHistory({ workspaceId, csv });
    expect(bare).toMatchObject({ rows: 2, ready: 0, bad: 0 });
    expect(bare.problems.map(({ line, fix }) => [line, fix.split(',')[0]])).toEqual([
      [1, 'Choose the column with the date and time.'],
      [1, 'Choose the account that the file is about'],
    ]);
    const columns = { publishedAt: 'when', likes: 'likes' };
    await expect(
      client.metrics.importHistory({ workspaceId, csv, columns, dryRun: false, skipProblems: true }),
    ).rejects.toMatchObject({ code: 'content_invalid' });
    const named = await client.metrics.importHistory({ workspaceId, csv, columns, accountId });
    expect(named).toMatchObject({ ready: 2, problems: [] });
  });

  test('knows networks by other spellings and by their titles', async () => {
    const { client, workspaceId } = await connected();
    const csv = rows(
      good,
      'Twitter,2026-01-06T09:00:00Z,Rolls,text,,4,,,',
      ' X ,2026-01-07 09:00,Buns,text,,4,,,',
    );
    expect(await client.metrics.importHistory({ workspaceId, csv })).toMatchObject({ ready: 3, bad: 0 });
  });
});

describe('an import that is followed', () => {
  const long = ['date,text,likes'];
  for (let index = 0; index < 1_000; index += 1) {
    const minute = String(index % 60).padStart(2, '0');
    long.push(`2026-01-${String(1 + Math.floor(index / 60)).padStart(2, '0')} 09:${minute},Loaf ${index},3`);
  }
  const csv = long.join('\n');
  const all = async (steps: AsyncIterable<HistoryImportEvent>): Promise<HistoryImportEvent[]> => {
    const told: HistoryImportEvent[] = [];
    for await (const step of steps) told.push(step);
    return told;
  };

  test('says how many posts are in, each once, and ends with the result', async () => {
    const { client, workspaceId } = await connected();
    const steps = await all(await client.metrics.takeHistory({ workspaceId, csv, dryRun: false }));
    const taken = steps.flatMap((step) => (step.kind === 'taking' ? [step.taken] : []));
    expect(taken.length).toBeGreaterThan(3);
    expect(taken).toEqual(taken.toSorted((left, right) => left - right));
    expect(taken.at(-1)).toBe(1_000);
    expect(steps.at(-1)).toMatchObject({ kind: 'done', result: { rows: 1_000, imported: 1_000, bad: 0 } });
  });

  test('leaves nothing behind where it is stopped, not even for the next one to pass over', async () => {
    const { client, workspaceId } = await connected();
    const before = rows(good);
    await client.metrics.importHistory({ workspaceId, csv: before, dryRun: false });
    const begin = () => client.metrics.takeHistory({ workspaceId, csv, dryRun: false });
    const [left, next] = [await begin(), await begin()];
    for (let piece = 0; piece < 4; piece += 1) await left.next();
    const [, steps] = await Promise.all([left.return(), all(next)]);
    expect(steps.at(-1)).toMatchObject({ result: { imported: 1_000, already: 0 } });
    expect(await client.metrics.importHistory({ workspaceId, csv: before })).toMatchObject({ already: 1 });
  });

  test('is refused at once for a row with a problem', async () => {
    const { client, workspaceId } = await connected();
    const bad = 'date,likes\nyesterday,3';
    await expect(client.metrics.takeHistory({ workspaceId, csv: bad, dryRun: false })).rejects.toMatchObject({
      code: 'content_invalid',
    });
  });
});
