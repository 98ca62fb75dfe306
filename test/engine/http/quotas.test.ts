import { expect, test } from 'vitest';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import { createTestClock } from '../../support/clock.ts';
import { addAccount, createAccountWorld, endpointsAt, read, write, wsp } from './account-world.ts';
import { json, startNetwork } from './network.ts';

const zone = 'America/Los_Angeles';
const platform: Platform = {
  ...x,
  quotas: [
    { bucket: 'inserts', limit: 2, of: 'app', refills: { kind: 'day', zone } },
    { bucket: 'units', limit: 100, of: 'app', refills: { kind: 'day', zone } },
    { bucket: 'starts', limit: 1, of: 'account', refills: { kind: 'window', ms: 60_000 } },
  ],
};
const insert = write({ quota: { bucket: 'inserts', units: 1 } });

async function world(start: number) {
  const network = await startNetwork();
  network.answer((_request, response) => json(response, 200, {}));
  const clock = createTestClock(start);
  return { ...(await createAccountWorld(network.url, { clock, platform })), network, clock };
}

test.each([
  ['a usual day', '2026-11-22T18:00:00Z', '2026-11-23T08:00:00Z'],
  ['the day of 23 hours', '2026-03-08T09:00:00Z', '2026-03-09T07:00:00Z'],
  ['the day of 25 hours', '2026-11-01T08:00:00Z', '2026-11-02T08:00:00Z'],
])(
  'a budget of a day is full again at midnight of the network’s zone: %s',
  async (_name, start, midnight) => {
    const { http, network, clock } = await world(Date.parse(start));
    expect((await http.send(insert)).ok).toBe(true);
    expect((await http.send(insert)).ok).toBe(true);
    expect(await http.send(insert)).toMatchObject({
      ok: false,
      failure: { code: 'quota_exhausted', reach: 'not_sent', retryAt: Date.parse(midnight) },
    });
    expect(network.seen).toHaveLength(2);
    // Other buckets, and calls without one, go on.
    expect((await http.send(read({ quota: { bucket: 'units', units: 1 } }))).ok).toBe(true);
    expect((await http.send(read())).ok).toBe(true);
    clock.advance(Date.parse(midnight) - clock.now());
    expect((await http.send(insert)).ok).toBe(true);
  },
);

test('accounts of one app share its budget, and what costs more than is left is not begun', async () => {
  const { http, httpOf, db, network } = await world(Date.parse('2026-11-22T18:00:00Z'));
  addAccount(db, { id: 'acc_2', workspaceId: wsp, endpoints: endpointsAt(network.url) });
  addAccount(db, { id: 'acc_3', workspaceId: wsp, endpoints: endpointsAt(network.url), clientId: 'another' });
  const expensive = read({ quota: { bucket: 'units', units: 60 } });
  expect((await http.send(expensive)).ok).toBe(true);
  expect(await httpOf('acc_2').send(expensive)).toMatchObject({ failure: { code: 'quota_exhausted' } });
  expect((await httpOf('acc_2').send(read({ quota: { bucket: 'units', units: 40 } }))).ok).toBe(true);
  expect((await httpOf('acc_3').send(expensive)).ok).toBe(true);
});

test('a window of one account refills by itself, and another account has its own', async () => {
  const { http, httpOf, db, network, clock } = await world(Date.parse('2026-11-22T18:00:00Z'));
  addAccount(db, { id: 'acc_2', workspaceId: wsp, endpoints: endpointsAt(network.url) });
  const start = write({ quota: { bucket: 'starts', units: 1 } });
  expect((await http.send(start)).ok).toBe(true);
  expect(await http.send(start)).toMatchObject({ failure: { retryAt: clock.now() + 60_000 } });
  expect((await httpOf('acc_2').send(start)).ok).toBe(true);
  clock.advance(60_000);
  expect((await http.send(start)).ok).toBe(true);
});

test('a refused request has cost its units; one that never left has not', async () => {
  const { http, network } = await world(Date.parse('2026-11-22T18:00:00Z'));
  network.answer((_request, response) => json(response, 403, {}));
  await http.send(insert);
  await network.stop();
  expect(await http.send(insert)).toMatchObject({ failure: { code: 'network_unreachable' } });
  expect(await http.send(insert)).toMatchObject({ failure: { code: 'network_unreachable' } });
});
