import { expect, test } from 'vitest';
import { instantOf, numberOf } from '../../../src/engine/evaluation/cells.ts';
import { readPastPosts } from '../../../src/engine/evaluation/past-posts.ts';

const at = Date.UTC(2026, 0, 5, 10);

test.each([
  ['2026-01-05T10:00:00Z', at],
  ['2026-01-05 10:00', at],
  ['2026-01-05 10:00:00.123456', at],
  ['2026-01-05T12:00:00+02:00', at],
  ['2026-01-05 12:00:00 +0200', at],
  ['2026-01-05 12:00+02', at],
  ['2026-01-05 10:00 UTC', at],
  ['2026-01-05', Date.UTC(2026, 0, 5)],
  ['Mon Jan 05 10:00:00 +0000 2026', at],
  ['Jan 5, 2026 10:00', at],
  ['1767607200', at],
  ['1767607200.0', at],
  ['1767607200000', at],
  ['05/01/2026 10:00', null],
  ['5.1.2026', null],
  ['2026-13-05 10:00', null],
  ['yesterday', null],
  ['foo 5', null],
  ['12', null],
  ['', null],
])('the time %j is read as %j, in whatever zone the machine is', (cell, instant) => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Asia/Kolkata';
  try {
    expect(instantOf(cell)).toBe(instant);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test.each([
  ['12', 12],
  [' 3.5 ', 3.5],
  ['1,234', 1234],
  ['1 234 567', 1_234_567],
  ['NaN', null],
  ['n/a', null],
  ['1,2', null],
  ['Infinity', null],
  ['', null],
])('the number %j is read as %j', (cell, number) => {
  expect(numberOf(cell)).toBe(number);
});

test('columns are known by the names of several exports, whatever separates them, and each counts once', () => {
  const { posts, outcome } = readPastPosts(
    '\uFEFFPage;Created UTC;Likes;Reactions;Comment;Retweets\r\n p ;2026-01-05 10:00;1,200;9;2;\r\n',
  );
  expect(outcome).toBe('Likes + Comment + Retweets');
  expect(posts).toEqual([{ account: 'p', at, outcome: 1202, cells: expect.anything() }]);
});

test('lines whose cells have slipped, and those without a time or a number, are left out and counted', () => {
  const file = [
    'published_at,text,likes',
    '2026-01-05 10:00,"two\nlines, and a comma",3',
    '2026-01-05 10:00,a comma, without quotes,3',
    '05/01/2026,x,3',
    '2026-01-05 10:00,x,many',
  ].join('\n');
  const { posts, left } = readPastPosts(file);
  expect(posts.map(({ outcome }) => outcome)).toEqual([3]);
  expect(left).toBe(3);
});

test('a row with a count that is no number is left out, since the rest is not the sum; an empty cell is none', () => {
  const file = 'likes,comments,shares\n3,,1\nNaN,2,1\n,,\n3,,1\n';
  const { posts, left, copies } = readPastPosts(file);
  expect(posts.map(({ outcome }) => outcome)).toEqual([4, 4]);
  expect([left, copies]).toEqual([1, 1]);
});

test.each([
  ['', 'The file is empty'],
  ['\n\n', 'The file is empty'],
  ['published_at,likes\n', 'No row has a number in likes and a time in published_at'],
  ['published_at,likes\n05/01/2026,3\n', 'as 2026-01-05T10:00:00Z'],
  ['text\nhello\n', 'none of the columns likes, comments and shares'],
])('a file of %j is refused with what to do', (file, words) => {
  expect(() => readPastPosts(file)).toThrow(words);
});
