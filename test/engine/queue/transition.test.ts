import { assert, double, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { backOffMs } from '../../../src/engine/queue/backoff.ts';
import { transitionOf } from '../../../src/engine/queue/transition.ts';

const random = { fraction: () => 0.5, bytes: (count: number) => new Uint8Array(count) };
const job = { attempts: 0, maxAttempts: 3 };

test('a rate limit is not an attempt', () => {
  expect(
    transitionOf(
      { ...job, attempts: 2 },
      { kind: 'later', at: 500, code: 'rate_limited', detail: '' },
      100,
      random,
    ),
  ).toEqual({
    state: 'ready',
    runAt: 500,
    attempts: 2,
    code: 'rate_limited',
    detail: '',
  });
});

test('a failed attempt comes back after a wait, and the last one waits for the user', () => {
  const outcome = { kind: 'retry', code: 'unavailable', detail: 'x', retryAt: null } as const;
  expect(transitionOf(job, outcome, 1_000, random)).toMatchObject({
    state: 'ready',
    attempts: 1,
    runAt: 1_000 + 7_500,
  });
  expect(transitionOf({ ...job, attempts: 2 }, outcome, 1_000, random)).toMatchObject({
    state: 'dead',
    attempts: 3,
  });
});

test('the network’s own wish is kept where it is later than the back-off', () => {
  const outcome = { kind: 'retry', code: 'unavailable', detail: 'x', retryAt: 90_000 } as const;
  expect(transitionOf(job, outcome, 1_000, random)).toMatchObject({ runAt: 90_000 });
});

test.each(['rejected', 'auth', 'unknown'] as const)('%s is never tried again by itself', (kind) => {
  expect(transitionOf(job, { kind, code: 'c', detail: 'd' }, 0, random)).toMatchObject({
    state: 'dead',
    code: 'c',
  });
});

test('back-off grows with the failures, is spread over the whole range and never passes its cap', () => {
  assert(
    property(nat(40), double({ min: 0, max: 0.999, noNaN: true }), (failures, fraction) => {
      const wait = backOffMs(failures, { ...random, fraction: () => fraction });
      const ceiling = Math.min(30 * 60_000, 15_000 * 2 ** failures);
      expect(wait).toBeGreaterThanOrEqual(1_000);
      expect(wait).toBeLessThanOrEqual(ceiling);
    }),
  );
});

test('no wish of a network is waited for longer than 31 days', () => {
  const outcome = { kind: 'retry', code: 'unavailable', detail: 'x', retryAt: 9e15 } as const;
  expect(transitionOf(job, outcome, 1_000, random)).toMatchObject({ runAt: 1_000 + 31 * 86_400_000 });
});
