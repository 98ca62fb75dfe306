import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createImportsHandlers } from '../../../src/engine/imports/handlers.ts';
import { createFilmConversions } from '../../../src/engine/media/convert-film.ts';
import { createMediaHandlers } from '../../../src/engine/media/handlers.ts';
import { inspect } from '../../../src/engine/media/inspect.ts';
import { createMediaLibrary } from '../../../src/engine/media/library.ts';
import { createPostHandlers } from '../../../src/engine/posts/post-handlers.ts';
import { createTimeRules } from '../../../src/engine/planning/time-rules.ts';
import { createSlotTimes } from '../../../src/engine/posts/slot-times.ts';
import {
  readWorkspaceSettings,
  writeWorkspaceSettings,
} from '../../../src/engine/settings/workspace-settings.ts';
import type { ImportRequest } from '../../../src/shared/contract/imports.ts';
import { accountId } from '../../../src/shared/models/ids.ts';
import { temporaryDirectory } from '../../support/database.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';
import { png } from '../media/pictures.ts';

/** The practice clock stands at 2026-11-22T12:00Z, a Sunday. */
async function start(options: { accounts?: readonly string[] } = {}) {
  const world = await createFeatureWorld();
  const { db, words, ports } = world.deps;
  const workspaceId = addWorkspace(world);
  const accounts = (options.accounts ?? ['mara']).map((username) =>
    addAccount(world, workspaceId, { username }),
  );
  const posts = {
    ...world.deps,
    settingsOf: (id: string) => readWorkspaceSettings(world.deps, id),
    plannedInstants: () => [],
    vaultState: () => 'ready' as const,
    timeRules: createTimeRules({ ...world.deps, expectedPosts: () => [] }),
    spentThisMonth: () => 0,
    httpOf: () => {
      throw new Error('an import calls nobody');
    },
    mediaFile: () => '',
    renderPicture: () => Promise.resolve(null),
    mediaHostOf: () => null,
  };
  const library = createMediaLibrary(world.deps);
  const media = createMediaHandlers(world.deps, library, createFilmConversions(world.deps, library));
  const postHandlers = createPostHandlers(posts);
  const imports = createImportsHandlers({
    ...posts,
    slotTimes: (id, rules, taken) => createSlotTimes(posts, id, rules, taken),
    hasMediaHost: () => false,
    inspectFile: async (path) => (await inspect(path, { words, fileName: path })).facts,
    addFile: (caller, path) => media.addFile(caller, { path }),
    createAndSchedule: (caller, post) => void postHandlers.createAndSchedule(caller, post),
  });
  const caller = { workspaceId, actor: 'user' };
  const request = (csv: string, more: Partial<ImportRequest> = {}): ImportRequest => ({
    fileName: 'posts.csv',
    csv,
    accountIds: [],
    options: {},
    undated: { kind: 'draft' },
    skipProblems: false,
    ...more,
  });
  const preview = (csv: string, more?: Partial<ImportRequest>) => imports.preview(caller, request(csv, more));
  const run = async (csv: string, more?: Partial<ImportRequest>) => {
    const { token } = await preview(csv, more);
    return await imports.apply(caller, { ...request(csv, more), token });
  };
  const stored = () => postHandlers.list(caller, { state: 'any', limit: 500 }).posts.toReversed();
  const cap = (monthlyCapMicros: number | null): void =>
    writeWorkspaceSettings(db, workspaceId, { monthlyCapMicros }, ports.clock.now());
  return {
    world,
    db,
    workspaceId,
    accounts,
    library,
    media,
    imports,
    caller,
    request,
    preview,
    run,
    stored,
    cap,
  };
}

describe('a preview', () => {
  test('changes nothing', async () => {
    const { preview, stored } = await start();
    expect(await preview('text\nHello')).toMatchObject({ rows: 1, ready: 1, problems: [] });
    // The rows are there, although nothing says which column is the text.
    expect(await preview('words\nHello\nAgain')).toMatchObject({ rows: 2, ready: 0 });
    expect(stored()).toEqual([]);
  });

  test.each([
    ['an empty text', 'text,labels\n ,x', { line: 2, column: 'text' }],
    ['a text over the limit', `text\nfine\n${'a'.repeat(281)}`, { line: 3, column: 'text' }],
    ['an unreadable date', 'text,date\nHello,22.11.2026 9:30', { line: 2, column: 'date' }],
    ['a date no calendar has', 'text,date\nHello,2027-02-30 09:30', { line: 2, column: 'date' }],
    ['a date without a time', 'text,date\nHello,2027-02-03', { line: 2, column: 'date' }],
    ['an unknown zone', 'text,time zone\nHello,Mars/Olympus', { line: 2, column: 'time zone' }],
    ['an unknown account', 'text,accounts\nHello,@nobody', { line: 2, column: 'accounts' }],
    ['a link that is none', 'text,link\nHello,ftp://example.org', { line: 2, column: 'link' }],
    ['a file that nobody has', 'text,media\nHello,roast.png', { line: 2, column: 'media' }],
    ['more alternative texts than files', 'text,alt text\nHello,Beans', { line: 2, column: 'alt text' }],
    ['a long label', `text,labels\nHello,${'x'.repeat(61)}`, { line: 2, column: 'labels' }],
    ['a broken quotation', 'text,labels\n"Hello,x', { line: 2, column: null }],
    ['no column of texts', 'post_text,labels\nHello,x', { line: 1, column: 'text' }],
    ['a column that is there twice', 'text,Text\nHello,x', { line: 1, column: 'Text' }],
  ])('names %s with its line and the fix', async (_name, csv, place) => {
    const { preview } = await start();
    const { problems, ready } = await preview(csv);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject(place);
    expect(problems[0]?.message).not.toMatch(/importWords|preflight|\{\{/);
    expect(problems[0]?.fix).toMatch(/\w.*\.$/);
    expect(ready).toBe(csv.includes('fine') ? 1 : 0);
  });

  test('reads dates with an offset, in the zone of the row, of the file, and of the workspace', async () => {
    const { preview } = await start();
    const csv = [
      'text,date,time zone',
      'a,2026-12-01T09:30:00+01:00,',
      'b,2026-12-01T08:30Z,America/New_York',
      'c,2026-12-01 9:30,Asia/Tokyo',
      'd,2026-12-01 09:30:15,',
    ].join('\n');
    const at = (await preview(csv)).samples.map((sample) => sample.at);
    const inBerlin = Date.UTC(2026, 11, 1, 8, 30);
    expect(at).toEqual([inBerlin, inBerlin, Date.UTC(2026, 11, 1, 0, 30), inBerlin + 15_000]);
    const inLondon = await preview(csv, { timeZone: 'Europe/London' });
    expect(inLondon.samples[3]?.at).toBe(inBerlin + 3_615_000);
  });

  test('warns of hours that a zone skips or repeats, of the past, of extra columns and of repeated texts', async () => {
    const { preview } = await start();
    const { warnings, problems, samples } = await preview(
      [
        'text,date,mood',
        'a,2027-03-28 02:30,',
        'b,2027-10-31 02:30,',
        'c,2026-11-01 09:00,',
        'a,2027-04-01 09:00,',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(warnings.map(({ line, column }) => [line, column])).toEqual([
      [1, 'mood'],
      [2, 'date'],
      [3, 'date'],
      [4, 'date'],
      [5, 'text'],
    ]);
    expect(samples[2]).toMatchObject({ at: null, status: 'ready' });
  });

  test('knows accounts by name, by network and name, and by id', async () => {
    const { preview, accounts } = await start({ accounts: ['mara', 'theo', 'Old_Gone'] });
    const csv = `text,accounts\na,@Mara;twitter:theo\nb,x:old_gone|${accounts[0]}\nc,\n`;
    const { samples, problems } = await preview(csv);
    expect(samples.map((sample) => sample.accounts)).toEqual([['mara', 'theo'], ['Old_Gone', 'mara'], []]);
    expect(problems).toMatchObject([{ line: 4, column: 'accounts' }]);
    const chosen = await preview(csv, { accountIds: accounts.slice(1, 2) });
    expect(chosen.samples[2]?.accounts).toEqual(['theo']);
  });

  test('has no use for an account that is not connected any more, nor for one of another workspace', async () => {
    const { world, workspaceId, preview } = await start({ accounts: [] });
    addAccount(world, workspaceId, { username: 'tired', state: 'needs_reconnect' });
    expect((await preview('text\na')).problems).toMatchObject([{ line: 2, column: 'accounts' }]);
    const foreign = addAccount(world, addWorkspace(world));
    await expect(preview('text\na', { accountIds: [foreign] })).rejects.toMatchObject({ code: 'not_found' });
    await expect(preview('text\na', { accountIds: [accountId.parse('none')] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('an import', () => {
  test('writes each row with its link, labels and time', async () => {
    const { run, stored } = await start();
    const csv = 'text,date,link,labels\n"One\r\ntwo",2026-12-01 09:30,https://example.org/a,roast; winter\n';
    expect(await run(csv)).toEqual({ imported: 1, already: 0, skipped: 0 });
    const [post] = stored();
    expect(post).toMatchObject({
      parts: [{ text: 'One\ntwo\nhttps://example.org/a', media: [] }],
      labels: ['roast', 'winter'],
      source: 'import',
      when: { local: '2026-12-01T09:30', timeZone: 'Europe/Berlin', note: 'none' },
      deliveries: [{ state: 'scheduled', costMicros: 200_000 }],
    });
  });

  test('takes pictures from the library by name and from this machine by path, each with its alternative text', async () => {
    const { run, stored, library, workspaceId } = await start();
    const known = await library.put(workspaceId, 'Roast.png', Readable.from([png(30, 20)]));
    const path = join(temporaryDirectory(), 'door.png');
    writeFileSync(path, png(40, 30));
    const csv = `text,media,alt text\na,roast.PNG|${path},Beans; dark ones|The door\nb,${known.id},Beans; dark ones`;
    await run(csv);
    const [first, second] = stored();
    expect(first?.parts[0]?.media).toMatchObject([
      { id: known.id, altText: 'Beans; dark ones' },
      { altText: 'The door' },
    ]);
    expect(second?.parts[0]?.media).toEqual([{ id: known.id, altText: 'Beans; dark ones' }]);
  });

  test('of the same file again changes nothing, also with other choices for rows without a date', async () => {
    const { run, stored } = await start();
    const csv = 'text\nsame\nsame\nother';
    expect(await run(csv)).toEqual({ imported: 3, already: 0, skipped: 0 });
    const before = stored();
    expect(await run(csv)).toEqual({ imported: 0, already: 3, skipped: 0 });
    const spaced = { kind: 'spaced', startAt: Date.UTC(2026, 11, 1), everyMinutes: 5 } as const;
    expect(await run(csv, { fileName: 'renamed.csv', undated: spaced })).toMatchObject({ imported: 0 });
    expect(stored()).toEqual(before);
  });

  test('of a file with a row more imports that row', async () => {
    const { run } = await start();
    await run('text\nsame\nother');
    expect(await run('text\nnew\nother\nsame\nsame')).toEqual({ imported: 2, already: 2, skipped: 0 });
  });

  test('puts rows without a date one after another', async () => {
    const { run, stored } = await start();
    const startAt = Date.UTC(2026, 11, 1, 8);
    await run('text,date\na,\nb,2026-12-24 18:00\nc,', {
      undated: { kind: 'spaced', startAt, everyMinutes: 5 },
    });
    expect(stored().map(({ when }) => when?.instant)).toEqual([
      startAt,
      Date.UTC(2026, 11, 24, 17),
      startAt + 300_000,
    ]);
  });

  test('refuses to begin in the past', async () => {
    const { preview } = await start();
    const startAt = Date.UTC(2026, 10, 21);
    await expect(
      preview('text\na', { undated: { kind: 'spaced', startAt, everyMinutes: 5 } }),
    ).rejects.toMatchObject({ code: 'time_passed' });
  });

  test('fills the free slots that no other row takes', async () => {
    const { run, stored } = await start();
    await run('text,date\na,\nb,2026-11-23 09:20\nc,', { undated: { kind: 'slots' } });
    expect(stored().map(({ when }) => when?.local)).toEqual([
      '2026-11-23T12:30',
      '2026-11-23T09:20',
      '2026-11-23T17:10',
    ]);
    const { problems } = await (
      await start()
    ).preview(`text\n${'a\n'.repeat(400)}`, { undated: { kind: 'slots' } });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.at(-1)).toMatchObject({ line: 401, column: 'date' });
  });

  test('keeps the planning rules in slots, one account of a row after the other', async () => {
    const { run, stored } = await start({ accounts: ['mara', 'tobi'] });
    await run('text,date,accounts\nmine,2026-11-23 09:00,mara\nboth,,mara|tobi', {
      undated: { kind: 'slots' },
    });
    // At 09:20 @mara would have two posts within half an hour.
    const times = stored()
      .flatMap(({ deliveries }) => deliveries)
      .map(({ when }) => when?.local);
    expect(new Set(times)).toEqual(new Set(['2026-11-23T09:00', '2026-11-23T12:30', '2026-11-23T12:45']));
  });

  test('tells before it is done which rules the times of a file break, and takes them all the same', async () => {
    const { preview, run, stored } = await start();
    const csv = 'text,date\na,2026-11-23 09:00\nb,2026-11-23 09:10\nc,2026-11-23 15:00';
    const { warnings } = await preview(csv);
    expect(warnings.map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 'date', 'Breaks a planning rule: less than 30 min from another post of @mara.'],
      [3, 'date', 'Breaks a planning rule: less than 30 min from another post of @mara.'],
    ]);
    await run(csv);
    expect(stored()).toHaveLength(3);
  });

  test('stops at one problem, unless rows with a problem are to be left out', async () => {
    const { run, stored } = await start();
    const csv = `text\nfine\n${'a'.repeat(281)}`;
    await expect(run(csv)).rejects.toMatchObject({ code: 'content_invalid' });
    expect(stored()).toEqual([]);
    expect(await run(csv, { skipProblems: true })).toEqual({ imported: 1, already: 0, skipped: 1 });
  });

  test('refuses when the file, the choices or the world are not those of the preview', async () => {
    const { preview, imports, request, caller, cap, media, library, workspaceId, stored } = await start();
    const csv = 'text,media\na,roast.png';
    const roast = await library.put(workspaceId, 'roast.png', Readable.from([png(30, 20)]));
    const { token } = await preview(csv);
    const attempts: (() => ImportRequest)[] = [
      () => request(`${csv}\nb,`),
      () => request(csv, { skipProblems: true }),
      () => {
        cap(9_000_000);
        return request(csv);
      },
      () => {
        cap(10_000_000);
        media.remove(caller, { id: roast.id });
        return request(csv);
      },
    ];
    for (const attempt of attempts) {
      await expect(imports.apply(caller, { ...attempt(), token })).rejects.toMatchObject({
        code: 'stale_version',
      });
    }
    expect(stored()).toEqual([]);
  });
});

describe('the monthly cap', () => {
  const linked = (count: number, month: string): string =>
    Array.from(
      { length: count },
      (_, index) => `see https://example.org/${month}/${index},${month}-02 09:00`,
    ).join('\n');

  test('is held against the total of an import, and nothing passes it', async () => {
    const { preview, run, cap, stored } = await start();
    cap(1_000_000);
    const fits = `text,date\n${linked(5, '2026-12')}`;
    expect(await preview(fits)).toMatchObject({
      costMicros: 1_000_000,
      capMicros: 1_000_000,
      spentMicros: 0,
      withinCap: true,
    });
    const over = `text,date\n${linked(6, '2026-12')}`;
    expect(await preview(over)).toMatchObject({ costMicros: 1_200_000, withinCap: false });
    await expect(run(over)).rejects.toMatchObject({ code: 'spending_cap', params: { cap: '$1' } });
    expect(stored()).toEqual([]);
    expect(await run(fits)).toMatchObject({ imported: 5 });
    expect(await preview(`${fits}\nsee https://example.org/one-more,2026-12-03 09:00`)).toMatchObject({
      ready: 1,
      already: 5,
      withinCap: false,
    });
  });

  test('holds for each month apart', async () => {
    const { preview, cap } = await start();
    cap(1_000_000);
    const csv = `text,date\n${linked(5, '2026-12')}\n${linked(5, '2027-01')}`;
    expect(await preview(csv)).toMatchObject({ costMicros: 2_000_000, withinCap: true });
    expect(await preview(`${csv}\n${linked(1, '2027-01').replace('/0', '/x')}`)).toMatchObject({
      withinCap: false,
    });
  });

  test('counts what is spent, set aside and scheduled in the running month, and drafts as of this month', async () => {
    const { db, workspaceId, preview, run, cap } = await start();
    cap(600_000);
    await run('text,date\nsee https://example.org/now,2026-11-24 09:00');
    const spend = (id: string, state: string): void =>
      void db
        .sql(
          `INSERT INTO spending (id, workspace_id, platform, operation, month, micros, state, at) VALUES (:id, :workspaceId, 'x', 'posts.create', '2026-11', 150000, :state, 0)`,
        )
        .run({ id, workspaceId, state });
    db.write(() => {
      spend('a', 'spent');
      spend('b', 'reserved');
    });
    expect(await preview('text\nplain')).toMatchObject({
      spentMicros: 500_000,
      costMicros: 15_000,
      withinCap: true,
    });
    expect(await preview('text\nhttps://example.org/draft')).toMatchObject({ withinCap: false });
    cap(null);
    expect(await preview('text\nhttps://example.org/draft')).toMatchObject({
      capMicros: null,
      withinCap: true,
    });
  });
});

test('a large file is read within a second of computing and written in order', async () => {
  const { preview, run, stored, cap } = await start();
  cap(null);
  const csv = `text,labels\n${Array.from({ length: 240 }, (_, index) => `"Report ${index}, see https://example.org/${index} #weather",NOAA`).join('\n')}`;
  await preview('text\nwarm up');
  const begun = process.cpuUsage();
  expect(await preview(csv)).toMatchObject({ ready: 240, costMicros: 48_000_000 });
  const { user } = process.cpuUsage(begun);
  expect(user / 1_000).toBeLessThan(1_000);
  const undated = { kind: 'spaced', startAt: Date.UTC(2026, 11, 1), everyMinutes: 5 } as const;
  expect(await run(csv, { undated })).toMatchObject({ imported: 240 });
  const posts = stored().toSorted((left, right) => (left.when?.instant ?? 0) - (right.when?.instant ?? 0));
  expect(posts.map(({ parts }) => parts[0]?.text.split(',')[0])).toEqual(
    Array.from({ length: 240 }, (_, index) => `Report ${index}`),
  );
});
