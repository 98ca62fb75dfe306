import { afterEach, beforeEach, expect, test } from 'vitest';
import { Practice } from './practice.ts';

const dayMs = 86_400_000;

let practice: Practice;
beforeEach(async () => {
  practice = await Practice.start();
});
afterEach(() => practice.end());

/** The addresses of what the start page lists of one network. */
async function listed(address: RegExp): Promise<readonly string[]> {
  const { body } = await practice.ask('GET', '/');
  return String(body).match(address) ?? [];
}
const onX = /\/\w+\/status\/\d+/g;
const onBluesky = /\/bluesky\/profile\/[\w.-]+\/post\/\w+/g;

test('the invented past follows the clock until somebody comes, each network for itself', async () => {
  const [x, bluesky] = [await listed(onX), await listed(onBluesky)];
  expect(x).toHaveLength(15);
  expect(bluesky).toHaveLength(15);
  await practice.pass(30 * dayMs);
  expect(await listed(onX)).not.toEqual(x);

  const client = await practice.connect();
  await client.post({ text: 'Somebody is here' });
  const [settled, unsettled] = [await listed(onX), await listed(onBluesky)];
  await practice.pass(2 * dayMs);
  expect(await listed(onX)).toEqual(settled);
  expect(await listed(onBluesky)).not.toEqual(unsettled);
});

test('the past stays where somebody came, also when they took the app’s access back', async () => {
  const { tokens } = await practice.connect();
  const form = new URLSearchParams({ token: tokens.access_token, client_id: 'ocma-practice' });
  expect((await practice.ask('POST', '/2/oauth2/revoke', form)).status).toBe(200);
  await practice.down();
  await practice.up();
  const before = await listed(onX);
  await practice.pass(2 * dayMs);
  expect(await listed(onX)).toEqual(before);
});

test('a past that nobody has looked at since the clock moved is where the clock is, also after a restart', async () => {
  const before = await listed(onX);
  await practice.pass(30 * dayMs);
  await practice.down();
  await practice.up();
  expect(await listed(onX)).not.toEqual(before);
});
