import { execFileSync } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { end, firstLine, ocma, startOcma } from '../support/command.ts';

let directory: string;
const running: ChildProcessWithoutNullStreams[] = [];

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'ocma-cli-')), 'data');
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGKILL');
  }
});

function keep(child: ChildProcessWithoutNullStreams): ChildProcessWithoutNullStreams {
  running.push(child);
  return child;
}

async function serve(): Promise<{ child: ChildProcessWithoutNullStreams; url: string; token: string }> {
  const child = keep(startOcma(['serve', '--data', directory, '--port', '0', '--json']));
  const ready: { url: string; token: string } = JSON.parse(await firstLine(child));
  return { child, ...ready };
}

describe('ocma serve', () => {
  test('prints its address and token when ready, serves both, and stops cleanly', async () => {
    const { child, url, token } = await serve();
    const answer = await fetch(new URL('/api/system/info', url), {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject({ host: 'web', dataDirectory: directory });
    expect((await fetch(url)).status).toBe(200);
    expect(statSync(directory).mode & 0o077).toBe(0);
    expect(await end(child)).toBe(0);
  });

  test('refuses a past time over REST with 422 and words', async () => {
    const { url, token } = await serve();
    const answer = await fetch(new URL('/api/queue/schedule', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'Hello', platforms: ['twitter'], scheduledAt: '2020-01-01T00:00:00Z' }),
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'time_passed', data: { message: expect.any(String) } });
  });

  test('a second one on the same data opens the first', async () => {
    const first = await serve();
    const second = await ocma(['serve', '--data', directory, '--json']);
    const { url, token }: { url: string; token: string } = JSON.parse(second.stdout);
    expect([second.code, token, new URL(url).origin]).toEqual([0, first.token, new URL(first.url).origin]);
    expect(url).not.toBe(first.url);
    expect((await fetch(url)).status).toBe(200);
    const opened = await ocma(['open', '--data', directory]);
    expect((await fetch(opened.stdout.trim())).status).toBe(200);
  });

  test('leaves data that the next one takes over after a kill', async () => {
    const first = await serve();
    await end(first.child, 'SIGKILL');
    const second = await serve();
    expect(second.token).toBe(first.token);
  });

  test('says so when its port is taken', async () => {
    const { url } = await serve();
    const other = join(mkdtempSync(join(tmpdir(), 'ocma-cli-')), 'other');
    const { port } = new URL(url);
    const finished = await ocma(['serve', '--data', other, '--port', port, '--json']);
    expect([finished.code, finished.stdout]).toEqual([1, '']);
    expect(finished.stderr).toContain(`Port ${port} is taken`);
  });
});

describe('ocma call', () => {
  test('speaks to the app that runs, and without one directly', async () => {
    const alone = await ocma(['call', 'system.info', '--data', directory]);
    expect(JSON.parse(alone.stdout)).toMatchObject({ host: 'command_line' });
    await serve();
    const through = await ocma(['call', 'system.info', '--data', directory]);
    expect(JSON.parse(through.stdout)).toMatchObject({ host: 'web' });
  });

  test.each([false, true])('says errors in a sentence, exit code 1 (app running: %s)', async (runs) => {
    if (runs) await serve();
    const finished = await ocma([
      'call',
      'content.measure',
      '{"text":"Hi","platform":"nowhere"}',
      '--data',
      directory,
    ]);
    expect([finished.code, finished.stdout]).toEqual([1, '']);
    expect(finished.stderr).toContain('nowhere');
    const shape = await ocma(['call', 'content.measure', '{"text":1}', '--data', directory]);
    expect(shape.code).toBe(1);
    expect(shape.stderr).toContain('"text"');
  });

  test('lists procedures and refuses others', async () => {
    const list = await ocma(['call', '--list']);
    expect(list.stdout.split('\n')).toContain('queue.list');
    const other = await ocma(['call', 'queue.nothing', '--data', directory]);
    expect([other.code, existsSync(directory)]).toEqual([2, false]);
    expect((await ocma(['call', 'queue.list', '{nonsense', '--data', directory])).stderr).toContain(
      'not JSON',
    );
  });
});

describe('ocma import', () => {
  test('names each problem by its line and imports nothing', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ocma-csv-')), 'posts.csv');
    writeFileSync(file, 'text,labels\nFirst,a\nSecond,b\n');
    const finished = await ocma(['import', file, '--dry-run', '--data', directory]);
    expect(finished.code).toBe(1);
    expect(finished.stdout).toContain('posts.csv: 2 rows. 0 ready');
    expect(finished.stdout).toMatch(/^2-3 /m);
    const json = await ocma(['import', file, '--json', '--data', directory]);
    expect(JSON.parse(json.stdout)).toMatchObject({ preview: { rows: 2, ready: 0 }, result: null });
  });

  test('says what is wrong with a file before anything is opened', async () => {
    const missing = await ocma(['import', join(directory, 'none.csv'), '--data', directory]);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read')]);
    const latin = join(mkdtempSync(join(tmpdir(), 'ocma-csv-')), 'latin.csv');
    writeFileSync(latin, Buffer.from([0x74, 0x65, 0x78, 0x74, 0x0a, 0xe9, 0x0a]));
    const wrong = await ocma(['import', latin, '--data', directory]);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('UTF-8')]);
    expect(existsSync(directory)).toBe(false);
  });
});

describe('ocma sandbox', () => {
  test('runs the practice network until it is stopped', async () => {
    const child = keep(startOcma(['sandbox', '--data', directory]));
    const { url }: { url: string } = JSON.parse(await firstLine(child));
    expect((await fetch(url)).status).toBe(200);
    expect(await end(child)).toBe(0);
  });
});

describe('the command line', () => {
  test.each([
    ['--help'],
    ['serve', '--help'],
    ['open', '-h'],
    ['import', '--help'],
    ['call', '--help'],
    ['sandbox', '-h'],
  ])('explains %s %s', async (...args) => {
    const finished = await ocma(args);
    expect([finished.code, finished.stderr]).toEqual([0, '']);
    expect(finished.stdout).toContain('Usage: ocma');
  });

  test('a misspelt command or option is said, exit code 2', async () => {
    const command = await ocma(['server']);
    expect([command.code, command.stderr]).toEqual([2, expect.stringContaining('"server"')]);
    const option = await ocma(['serve', '--prot', '1']);
    expect([option.code, option.stderr]).toEqual([2, expect.stringContaining('--prot')]);
  });

  const olderNode = findOlderNode();
  test.skipIf(olderNode === null)('works under the system’s older Node, signals included', async () => {
    const finished = await ocma(['call', '--list'], olderNode ?? '');
    expect([finished.code, finished.stderr]).toEqual([0, '']);
    const child = keep(startOcma(['serve', '--data', directory, '--port', '0', '--json'], olderNode ?? ''));
    expect(JSON.parse(await firstLine(child))).toHaveProperty('url');
    expect(await end(child)).toBe(0);
  });
});

function findOlderNode(): string | null {
  const file = '/usr/bin/node';
  if (!existsSync(file)) return null;
  const major = Number(/v(\d+)/.exec(execFileSync(file, ['--version'], { encoding: 'utf8' }))?.[1]);
  return major < 24 ? file : null;
}
