import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const child = join(import.meta.dirname, 'keychain-run.ts');
const node = `"${process.execPath}" "${child}"`;
const resultSchema = z.object({
  kind: z.string(),
  before: z.string().nullable(),
  made: z.string().nullable(),
  after: z.string().nullable(),
  derived: z.string().nullable(),
});

/** Runs a shell script with a home of its own; every line of JSON it prints is a result. */
async function results(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'ocma-keychain-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const { stdout } = await run(command, args, {
    env: { PATH: process.env['PATH'] ?? '', HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home, ...env },
    timeout: 60_000,
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => resultSchema.parse(JSON.parse(line)));
}

test('with a secret service the key is made once and found by the next process', async () => {
  const unlock = 'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1';
  const [first, second] = await results('dbus-run-session', [
    '--',
    'sh',
    '-c',
    `${unlock}; ${node}; ${node}`,
  ]);
  expect(first).toMatchObject({ kind: 'keychain', before: null, derived: null });
  expect(first?.made).toMatch(/^[0-9a-f]{64}$/);
  expect(first?.after).toBe(first?.made);
  expect(second).toMatchObject({ kind: 'keychain', before: first?.made, made: first?.made });
});

test('without a secret service there is no keychain, and the kernel keyring is not taken for one', async () => {
  const [result] = await results('sh', ['-c', node]);
  expect(result).toEqual({ kind: 'none', before: null, made: null, after: null, derived: null });
});

test('without a secret service the passphrase from the environment stands in', async () => {
  const [result] = await results('sh', ['-c', node], { OCMA_VAULT_PASSPHRASE: 'from outside' });
  expect(result).toMatchObject({ kind: 'passphrase', before: null });
  expect(result?.derived).toMatch(/^[0-9a-f]{64}$/);
});
