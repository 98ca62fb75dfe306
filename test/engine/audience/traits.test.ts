import { expect, test } from 'vitest';
import { traitsOf } from '../../../src/engine/audience/traits.ts';
import type { PostReading } from '../../../src/engine/audience/traits.ts';

const reading = (phrases: readonly string[], hashtags: readonly string[] = []): PostReading => ({
  phrases: new Set(phrases),
  hashtags: new Map(hashtags.map((tag) => [tag.toLowerCase(), `#${tag}`])),
  tone: null,
  length: 100,
  formats: new Set(),
});
const times = (count: number, made: PostReading): PostReading[] => Array.from({ length: count }, () => made);
const namesOf = (readings: readonly PostReading[]): string[] => traitsOf(readings).map(({ name }) => name);

test('of topics that the same posts have the longest name stands for all', () => {
  const readings = [...times(20, reading(['rye', 'dark rye'])), ...times(20, reading(['oven']))];
  expect(namesOf(readings)).toEqual(['dark rye']);
});

test('topics and hashtags that nearly the same posts have are told once, by the hashtag', () => {
  const readings = [
    ...times(40, reading(['come', 'come along'], ['Visit'])),
    ...times(4, reading(['come'])),
    ...times(30, reading(['oven'])),
    ...times(30, reading([])),
  ];
  expect(namesOf(readings)).toEqual(['#Visit', 'oven']);
});

test('topics that share some of their posts are told apart', () => {
  const readings = [
    ...times(20, reading(['rye', 'oven'])),
    ...times(15, reading(['rye'])),
    ...times(15, reading(['oven'])),
    ...times(15, reading([])),
  ];
  expect(namesOf(readings)).toEqual(['oven', 'rye']);
});
