import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const main = join(import.meta.dirname, '../../src/sandbox/main.ts');
const readySchema = z.strictObject({ url: z.url(), pid: z.int() });
const control = { 'x-practice-control': '1' };

let directory: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'practice-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(directory, { recursive: true });
});

async function start(...flags: string[]): Promise<z.infer<typeof readySchema>> {
  const process_ = spawn(process.execPath, [main, '--data', directory, ...flags], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child = process_;
  const [line] = await once(createInterface(process_.stdout), 'line');
  return readySchema.parse(JSON.parse(String(line)));
}

async function connect(url: string): Promise<Record<string, string>> {
  const verifier = 'v'.repeat(43);
  const client_id = 'ocma-practice';
  const redirect_uri = 'http://127.0.0.1:1/cb';
  const body = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    scope: 'tweet.read tweet.write users.read offline.access',
    state: 's',
    code_challenge: verifier,
    code_challenge_method: 'plain',
    person: 'mara_bakes',
    decision: 'allow',
  });
  const allowed = await fetch(`${url}/i/oauth2/authorize`, { method: 'POST', body, redirect: 'manual' });
  const code = new URL(allowed.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const fields = { grant_type: 'authorization_code', code, redirect_uri, client_id, code_verifier: verifier };
  const tokens = await fetch(`${url}/2/oauth2/token`, { method: 'POST', body: new URLSearchParams(fields) });
  const { access_token } = z.looseObject({ access_token: z.string() }).parse(await tokens.json());
  return { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
}

async function log(url: string): Promise<{ text: string | null; id: string }[]> {
  const got = await fetch(`${url}/__practice/log`, { headers: control });
  const entry = z.looseObject({ text: z.string().nullable(), id: z.string() });
  return z.object({ entries: z.array(entry) }).parse(await got.json()).entries;
}

test('what was answered survives SIGKILL, half a line does not, and a post is found again', async () => {
  const first = await start();
  const headers = await connect(first.url);
  const body = JSON.stringify({ text: 'still here' });
  const created = await fetch(`${first.url}/2/tweets`, { method: 'POST', headers, body });
  expect(created.status).toBe(201);
  process.kill(first.pid, 'SIGKILL');
  await once(child!, 'exit');
  appendFileSync(join(directory, 'log.jsonl'), '{"seq":2,"at":17');

  const second = await start();
  const entries = await log(second.url);
  expect(entries).toMatchObject([{ text: 'still here' }]);
  const found = await fetch(`${second.url}/2/tweets?ids=${entries[0]?.id}`, { headers });
  expect(await found.json()).toMatchObject({ data: [{ text: 'still here' }] });
  const again = await fetch(`${second.url}/2/tweets`, { method: 'POST', headers, body });
  expect(again.status).toBe(403);
  await fetch(`${second.url}/2/tweets`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ text: 'and more' }),
  });
  const lines = readFileSync(join(directory, 'log.jsonl'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).seq)).toEqual([1, 2]);
  const secrets = readFileSync(join(directory, 'x-grants.jsonl'), 'utf8');
  expect(secrets).not.toContain(headers.authorization?.slice('Bearer '.length));
});

test('it ends with SIGTERM, and with its parent when asked to', async () => {
  const first = await start();
  process.kill(first.pid, 'SIGTERM');
  expect(await once(child!, 'exit')).toEqual([0, null]);
  await start('--exit-with-parent');
  child!.stdin!.end();
  expect(await once(child!, 'exit')).toEqual([0, null]);
});

test('the clock can be given at the start', async () => {
  const { url } = await start('--clock-epoch', '1700000000000', '--clock-anchor', '0', '--clock-rate', '0');
  const got = await fetch(`${url}/__practice/clock`, { headers: control });
  expect(await got.json()).toMatchObject({ now: 1_700_000_000_000, rate: 0 });
});
