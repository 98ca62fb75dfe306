import { describe, expect, test } from 'vitest';
import type { Post } from '../../../src/shared/models/post.ts';
import { instantOfChoice, offeredChoice } from '../../../src/renderer/screens/compose/when-choice.ts';

const now = Date.UTC(2026, 10, 22, 17, 40);
const slot = {
  local: '2026-11-23T09:20',
  timeZone: 'Europe/Berlin',
  instant: Date.UTC(2026, 10, 23, 8, 20),
  note: 'none' as const,
};

describe('what the control of scheduling offers first', () => {
  test('the place that was clicked in the calendar', () => {
    expect(offeredChoice(null, '2026-11-24T10:00', [slot], 'Europe/Berlin', now)).toEqual({
      kind: 'at',
      local: '2026-11-24T10:00',
      timeZone: 'Europe/Berlin',
    });
  });

  test('nothing that an address makes up', () => {
    expect(offeredChoice(null, 'tomorrow', [slot], 'Europe/Berlin', now)).toEqual({ kind: 'next_slot' });
  });

  test('now, for a post that stopped and whose time has passed', () => {
    const post = (state: string, instant: number): Post =>
      ({ when: { ...slot, instant }, deliveries: [{ state }] }) as Post;
    expect(offeredChoice(post('failed', now - 1), null, [slot], 'UTC', now)).toEqual({ kind: 'now' });
    expect(offeredChoice(post('failed', slot.instant), null, [slot], 'UTC', now).kind).toBe('at');
    expect(offeredChoice(post('published', now - 1), null, [slot], 'UTC', now).kind).toBe('at');
  });

  test('a full hour to come, where no slots are set', () => {
    const offered = offeredChoice(null, null, [], 'Europe/Berlin', now);
    expect(offered).toEqual({ kind: 'at', local: '2026-11-22T20:00', timeZone: 'Europe/Berlin' });
    expect(instantOfChoice(offered, [], now)).toBeGreaterThan(now);
  });
});

test('a draft has no instant, the next slot that of the first', () => {
  expect(instantOfChoice({ kind: 'draft' }, [slot], now)).toBeNull();
  expect(instantOfChoice({ kind: 'next_slot' }, [slot], now)).toBe(slot.instant);
  expect(instantOfChoice({ kind: 'next_slot' }, [], now)).toBeNull();
  expect(instantOfChoice({ kind: 'now' }, [], now)).toBe(now);
});
