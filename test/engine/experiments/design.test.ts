import { describe, expect, test } from 'vitest';
import { dealVariants } from '../../../src/engine/experiments/design/deal-variants.ts';
import { hoursAhead, shortestGapMinutes } from '../../../src/engine/experiments/design/hours-ahead.ts';
import { saysNearlySame } from '../../../src/engine/experiments/design/nearly-same.ts';
import { createDraws } from '../../../src/engine/experiments/statistics/draws.ts';

const blocksOf = (places: readonly string[], blocks: number) => Array.from({ length: blocks }, () => places);

describe('lots', () => {
  test.each([2, 3, 4])('make a Latin square of %i variants over as many places', (size) => {
    const places = ['a', 'b', 'c', 'd'].slice(0, size);
    for (const seed of [1, 2, 3]) {
      const hands = dealVariants(blocksOf(places, size), size, createDraws(seed));
      for (const hand of hands) expect(new Set(hand).size).toBe(size);
      for (const at of places.keys()) expect(new Set(hands.map((hand) => hand[at])).size).toBe(size);
    }
  });

  test('differ from seed to seed and are the same for one', () => {
    const deal = (seed: number) =>
      JSON.stringify(dealVariants(blocksOf(['a', 'b'], 6), 2, createDraws(seed)));
    expect(deal(4)).toBe(deal(4));
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(deal)).size).toBeGreaterThan(1);
  });

  test('give each place each variant equally often where the week has one place more than there are variants', () => {
    const week = ['mon', 'wed', 'fri'];
    const order = Array.from({ length: 12 }, (_, at) => week[at % 3] ?? '');
    const blocks = Array.from({ length: 6 }, (_, at) => order.slice(2 * at, 2 * at + 2));
    const hands = dealVariants(blocks, 2, createDraws(9)).flat();
    for (const day of week) {
      const own = hands.filter((_, at) => order[at] === day);
      expect(own.filter((variant) => variant === 0)).toHaveLength(2);
    }
  });
});

describe('hours of the week', () => {
  const tuesday = { weekday: 2, minute: 9 * 60 };

  test('keep their wall clock over a change of daylight saving', () => {
    const ahead = hoursAhead([tuesday], 'Europe/Berlin', Date.UTC(2027, 2, 22), 2);
    expect(ahead.map(({ when }) => when.local)).toEqual(['2027-03-23T09:00', '2027-03-30T09:00']);
    expect((ahead[1]?.when.instant ?? 0) - (ahead[0]?.when.instant ?? 0)).toBe((7 * 24 - 1) * 3_600_000);
  });

  test('are as far apart as the nearest two, around the week', () => {
    expect(shortestGapMinutes([tuesday])).toBe(7 * 1_440);
    expect(
      shortestGapMinutes([
        { weekday: 7, minute: 23 * 60 },
        { weekday: 1, minute: 60 },
      ]),
    ).toBe(120);
  });
});

describe('versions of one text', () => {
  const post = (text: string) => [{ text, media: [] }];

  test('say nearly the same where one sentence differs', () => {
    const body = 'Our rye loaf rests for two days before it meets the oven. Come by from seven on.';
    expect(saysNearlySame(post(`Did you know? ${body}`), post(`Two days of patience: ${body}`))).toBe(true);
  });

  test('do not where they tell of something in other words', () => {
    expect(
      saysNearlySame(
        post('Our rye loaf rests for two days before it meets the oven.'),
        post('Lentil soup at noon, while there is some. Bring your own bowl.'),
      ),
    ).toBe(false);
  });
});
