import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { realTime } from '../../src/engine/system/clock.ts';
import { createPracticeServerPort, launchPracticeProcess } from '../../src/host/practice-server.ts';
import type { PracticeProcess } from '../../src/host/practice-server.ts';
import { keptLog } from './support/silent-log.ts';

const entry = fileURLToPath(new URL('../../src/sandbox/main.ts', import.meta.url));
const started: PracticeProcess[] = [];

afterEach(async () => {
  for (const process of started.splice(0)) await process.stop();
});

function newPort(file: string = entry) {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-practice-'));
  const log = keptLog();
  const port = createPracticeServerPort((clock) => {
    const process = launchPracticeProcess(file, directory, clock);
    started.push(process);
    return process;
  }, log);
  return { port, log };
}

describe('the practice network’s process', () => {
  test('starts once however often it is asked for, answers, and ends', async () => {
    const { port } = newPort();
    expect(port.url).toBeNull();
    const [one, two] = await Promise.all([port.start(realTime), port.start(realTime)]);
    expect(one).toEqual(two);
    expect(port.url).toBe(one.url);
    expect(started).toHaveLength(1);
    expect((await fetch(one.url)).status).toBe(200);
    await port.stop();
    expect(port.url).toBeNull();
    await expect(fetch(one.url)).rejects.toThrow('fetch failed');
  });

  test('starts anew after it has died', async () => {
    const { port } = newPort();
    await port.start(realTime);
    await started[0]?.stop();
    expect(port.url).toBeNull();
    const { url } = await port.start(realTime);
    expect((await fetch(url)).status).toBe(200);
    expect(started).toHaveLength(2);
  });

  test('that cannot start is an error with a code, and the reason is in the log', async () => {
    const { port, log } = newPort(join(tmpdir(), 'no-such-program.ts'));
    await expect(port.start(realTime)).rejects.toMatchObject({ code: 'practice_unavailable' });
    expect(log.lines).toHaveLength(1);
    expect(port.url).toBeNull();
  });
});
