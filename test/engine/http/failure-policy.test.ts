import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureCodes } from '../../../src/engine/http/call.ts';
import type { Failure } from '../../../src/engine/http/call.ts';
import { attemptsFor, failurePolicy, ruleOf } from '../../../src/engine/http/failure-policy.ts';
import { backOffSentence, failureTable } from '../../../src/engine/http/failure-table.ts';
import { outcomeOf } from '../../../src/engine/queue/failure-outcome.ts';
import { transitionOf } from '../../../src/engine/queue/transition.ts';

const reaches = ['not_sent', 'refused', 'unclear'] as const;
const now = Date.UTC(2026, 10, 22, 12);

function failure(code: Failure['code'], reach: Failure['reach'], retryAt: number | null = null): Failure {
  return { code, reach, retryAt, detail: 'evidence', status: null };
}

test('every code and reach has exactly one row', () => {
  for (const code of failureCodes) {
    for (const reach of reaches) {
      const rows = failurePolicy.filter(
        (rule) => (rule.code === code || rule.code === 'any') && rule.reach.includes(reach),
      );
      expect(rows, `${code} ${reach}`).toHaveLength(1);
      expect(ruleOf({ code, reach })).toBe(rows[0]);
    }
  }
});

test('what may have been accepted is never sent again by itself, whatever it is called', () => {
  for (const code of failureCodes) {
    expect(outcomeOf(failure(code, 'unclear'), now)).toEqual({ kind: 'unknown', code, detail: 'evidence' });
  }
});

test('a wait lasts as long as the network says, else as long as the table says', () => {
  expect(outcomeOf(failure('rate_limited', 'refused', now + 5_000), now)).toMatchObject({
    kind: 'later',
    at: now + 5_000,
  });
  expect(outcomeOf(failure('rate_limited', 'refused'), now)).toMatchObject({ at: now + 15 * 60_000 });
  expect(outcomeOf(failure('on_hold', 'not_sent', now + 9), now)).toMatchObject({
    kind: 'later',
    at: now + 9,
  });
});

test('only what the refusal itself says makes something rest', () => {
  const others = failurePolicy.filter(({ reach }) => !reach.includes('refused'));
  for (const { pauses } of others) expect(pauses).toEqual({ read: 'nothing', write: 'nothing' });
  expect(others.length).toBeGreaterThan(0);
});

test('how often a failure is tried is the table’s word, and the job’s where it says nothing', () => {
  const random = { fraction: () => 0.5, bytes: (count: number) => new Uint8Array(count) };
  const retry = (code: string, attempts: number) =>
    transitionOf(
      { attempts, maxAttempts: 6 },
      { kind: 'retry', code, detail: '', retryAt: null },
      now,
      random,
    ).state;
  expect(attemptsFor('network_unreachable')).toBe(20);
  expect([retry('network_unreachable', 18), retry('network_unreachable', 19)]).toEqual(['ready', 'dead']);
  expect([retry('platform_changed', 1), retry('platform_changed', 2)]).toEqual(['ready', 'dead']);
  expect([retry('unavailable', 4), retry('unavailable', 5)]).toEqual(['ready', 'dead']);
  expect([retry('internal', 4), retry('internal', 5)]).toEqual(['ready', 'dead']);
});

test('the guide shows the table as it is', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/PUBLISHING.md'), 'utf8');
  const shown = guide.split('<!-- failure table -->')[1]?.split('<!-- end of failure table -->')[0];
  expect(shown, 'run: node scripts/failure-table.ts').toBe(
    `\n\n${backOffSentence()}\n\n${failureTable()}\n\n`,
  );
});
