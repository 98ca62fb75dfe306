import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../../src/host/cli/arguments.ts';
import { evaluate } from '../../../src/host/cli/eval/eval.ts';

let directory: string;
let printed: string[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ocma-eval-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

function fileOf(name: string, content: string | Buffer): string {
  const file = join(directory, name);
  writeFileSync(file, content);
  return file;
}

const judged = 'label\ttext\n2\tI love it, thank you so much!\n0\tThis is the worst day ever, I hate it\n';

describe('ocma eval', () => {
  test('prints one line of JSON, from a plain or a packed file', async () => {
    for (const content of [judged, gzipSync(judged)]) {
      expect(await evaluate(['sentiment', fileOf('judged.tsv', content), '--json'])).toBe(0);
    }
    expect(printed).toHaveLength(2);
    const figures: unknown[] = printed.map((line) => JSON.parse(line));
    expect(figures[0]).toEqual({ rows: 2, macroRecall: 1, f1: 1, accuracy: 1 });
    expect(figures[1]).toEqual(figures[0]);
  });

  test('prints a table with the baselines and the verdict on the target', async () => {
    await evaluate(['sentiment', fileOf('judged.tsv', judged)]);
    expect(printed.join('\n')).toMatch(/OCMA +1\.000[^]+commonest class[^]+met {5}Macro recall/);
  });

  test.each([
    [['sentiment', 'nowhere.tsv'], 'cannot be read'],
    [['moods', 'nowhere.tsv'], 'There is no evaluation "moods". There are: engagement, sentiment'],
    [['sentiment'], 'one file'],
    [['constructor', 'x'], 'There is no evaluation'],
  ])('%j is answered with what to do', async (args, words) => {
    const answer = evaluate(args);
    await expect(answer).rejects.toThrow(UsageError);
    await expect(answer).rejects.toThrow(words);
  });

  test.each([
    [Buffer.from([0x1f, 0x8b, 1, 2]), 'cannot be unpacked'],
    [Buffer.from([0xe9, 0x0a]), 'not text in UTF-8'],
    ['text\nhello', 'no column "label" or "mean_rating"'],
  ])('a file of %j is refused with what to do', async (content, words) => {
    await expect(evaluate(['sentiment', fileOf('bad.tsv', content)])).rejects.toThrow(words);
  });
});
