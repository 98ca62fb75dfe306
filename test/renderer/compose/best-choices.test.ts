import { describe, expect, test } from 'vitest';
import { bestChoices } from '../../../src/renderer/screens/compose/best-choices.ts';
import { slotAt, timed } from '../timed.ts';

describe('the best times offered for a post', () => {
  test('of one account are the best of three days and one to try, and never an hour that the clocks skip', () => {
    const { kind, choices } = bestChoices([
      timed('one', {
        slots: [
          slotAt(33, 0.5, { note: 'gap' }),
          slotAt(34),
          slotAt(35),
          slotAt(60),
          slotAt(80),
          slotAt(110),
        ],
        explore: [slotAt(7, 0, { note: 'gap' }), slotAt(8, 0)],
      }),
    ]);
    expect(kind).toBe('common');
    expect(choices.map(({ slot, isTry }) => [slot.slot, isTry])).toEqual([
      [34, false],
      [60, false],
      [80, false],
      [8, true],
    ]);
  });

  test('of several are those that all share, by the mean of what each expects', () => {
    const { kind, choices } = bestChoices([
      timed('one', { slots: [slotAt(10, 0.5), slotAt(40, 0.2), slotAt(70, 0.2)] }),
      timed('two', { slots: [slotAt(70, 0.6), slotAt(40, 0.1)] }),
    ]);
    expect(kind).toBe('common');
    expect(choices.map(({ slot }) => slot.slot)).toEqual([70, 40]);
    expect(choices[0]?.slot).toMatchObject({ gain: 0.4, posts: 10 });
    expect(choices[0]?.accounts.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  test('of accounts that are read in other zones are shared where they are the same time', () => {
    const noon = Date.UTC(2026, 10, 24, 12);
    const { kind, choices } = bestChoices([
      timed('one', { slots: [slotAt(37, 0.3, { next: noon }), slotAt(10, 0.9)] }),
      timed('two', {
        zone: 'America/New_York',
        slots: [slotAt(31, 0.5, { next: noon }), slotAt(37, 0.9, { next: noon + 6 * 3_600_000 })],
      }),
    ]);
    expect(kind).toBe('common');
    expect(choices.map(({ slot, zone }) => [slot.slot, slot.gain, zone])).toEqual([
      [37, 0.4, 'Europe/Berlin'],
    ]);
  });

  test('of accounts that share none are the best of each', () => {
    const { kind, choices } = bestChoices([
      timed('one', { slots: [slotAt(10), slotAt(11)] }),
      timed('two', { slots: [slotAt(90)] }),
    ]);
    expect(kind).toBe('each');
    expect(choices.map(({ slot, accounts }) => [slot.slot, accounts[0]?.id])).toEqual([
      [10, 'one'],
      [90, 'two'],
    ]);
  });

  test('are none where nothing is clear, and it says of whom', () => {
    const { choices, unclear, few } = bestChoices([
      timed('one', { status: 'no_clear_best_time', explore: [slotAt(3)] }),
      timed('two', { status: 'not_enough_data' }),
    ]);
    expect(choices).toEqual([]);
    expect([unclear, few].map((accounts) => accounts.map(({ id }) => id))).toEqual([['one'], ['two']]);
  });
});
