import { expect, test } from 'vitest';
import { createBulkheads } from '../../../src/engine/http/bulkheads.ts';
import { createTestClock } from '../../support/clock.ts';
import { createAccountWorld, read, write } from './account-world.ts';
import { json, startNetwork } from './network.ts';

const reads = { origin: 'https://api.example', effect: 'read' } as const;

test('slots are taken up to their number, and handed on in the order in which they were asked for', async () => {
  const clock = createTestClock();
  const bulkheads = createBulkheads(clock);
  const taken = await Promise.all(Array.from({ length: 4 }, () => bulkheads.enter(reads)));
  const order: number[] = [];
  const waiting = [1, 2].map(async (number) => {
    const leave = await bulkheads.enter(reads);
    order.push(number);
    return leave;
  });
  taken[0]?.();
  taken[0]?.();
  const first = await waiting[0];
  expect(order).toEqual([1]);
  first?.();
  await waiting[1];
  expect(order).toEqual([1, 2]);
});

test('who waits too long or is stopped gets none, and takes none', async () => {
  const clock = createTestClock();
  const bulkheads = createBulkheads(clock);
  const taken = await Promise.all(Array.from({ length: 4 }, () => bulkheads.enter(reads)));
  const late = bulkheads.enter(reads);
  const stop = new AbortController();
  const stopped = bulkheads.enter(reads, stop.signal);
  stop.abort();
  expect(await stopped).toBeNull();
  clock.advance(2_000);
  expect(await late).toBeNull();
  expect(await bulkheads.enter({ ...reads, origin: 'https://other.example' })).not.toBeNull();
  for (const leave of taken) leave?.();
  const again = await Promise.all(Array.from({ length: 4 }, () => bulkheads.enter(reads)));
  expect(again.every((leave) => leave !== null)).toBe(true);
});

test('reads that hang keep no post from going out', async () => {
  const network = await startNetwork();
  const clock = createTestClock();
  const world = await createAccountWorld(network.url, { clock });
  let hanging = 0;
  const fourHang = new Promise<void>((resolve) => {
    network.answer((request, response) => {
      if (request.method !== 'GET') return json(response, 201, { id: '1' });
      hanging += 1;
      if (hanging === 4) resolve();
    });
  });
  const stop = new AbortController();
  const hung = Array.from({ length: 12 }, (_, index) =>
    world.http.send(read({ operation: `read.${index}` }), { signal: stop.signal }),
  );
  await fourHang;
  const posted = await Promise.all(Array.from({ length: 20 }, () => world.http.send(write())));
  expect(posted.every(({ ok }) => ok)).toBe(true);
  expect(network.seen.filter(({ method }) => method === 'GET')).toHaveLength(4);
  clock.advance(2_000);
  const turnedAway = (await Promise.all(hung.slice(4))).map((result) => !result.ok && result.failure);
  for (const failure of turnedAway) expect(failure).toMatchObject({ code: 'busy', reach: 'not_sent' });
  stop.abort();
  await Promise.all(hung);
});
