import { expect, test } from 'vitest';
import { bootstrapInterval } from '../../../src/engine/evaluation/random-runs.ts';
import { readPosts } from '../../../src/engine/evaluation/post-table.ts';
import { timingFigures } from '../../../src/engine/evaluation/timing.ts';
import { inventedPosts } from '../timing/model/invented-posts.ts';

const evening = (slot: number): number => (slot % 24 >= 18 && slot % 24 < 21 ? 0.5 : 0);
const accounts = (lift: (slot: number) => number) =>
  Array.from({ length: 8 }, (_, seed) =>
    inventedPosts(600, seed + 50, lift).toSorted((one, other) => one.at - other.at),
  );

test('advice on times that matter gains on held-back posts, and shuffled it gains nothing', () => {
  const figures = timingFigures(accounts(evening));
  expect(figures).toMatchObject({ accounts: 8, noClearBestTime: 0 });
  expect(figures.low).toBeGreaterThan(0.1);
  expect(figures.gain).toBeGreaterThan(figures.fixedHour.gain);
  const shuffled = timingFigures(accounts(evening), { shuffle: true });
  expect(shuffled.noClearBestTime).toBeGreaterThanOrEqual(7);
  expect(Math.abs(shuffled.gain)).toBeLessThan(0.05);
});

test('accounts with fewer than 200 posts are not judged', () => {
  expect(timingFigures([inventedPosts(199, 1, evening)]).accounts).toBe(0);
});

test('reads the usual columns, the names of other exports, and times without a zone as UTC', () => {
  const usual =
    'account,published_at,type,text,likes,comments,shares\na,2026-01-05 10:00,photo,"x, y",3,,2\na,,photo,z,1,1,1\n';
  expect(readPosts(usual)).toEqual({
    accounts: new Map([['a', [{ at: Date.UTC(2026, 0, 5, 10), type: 'photo', reactions: 5 }]]]),
    left: 1,
    copies: 0,
  });
  const other = 'page,created_utc,kind,likes,retweets,views\np,2026-01-05T10:00:00+02:00,reply,3,4,900\n';
  const at = Date.UTC(2026, 0, 5, 8);
  expect(readPosts(other).accounts.get('p')).toEqual([{ at, type: 'reply', reactions: 7 }]);
  expect(readPosts(other, 'Views').accounts.get('p')).toEqual([{ at, type: 'reply', reactions: 900 }]);
});

test('a file without times or outcomes is refused with what to do', () => {
  expect(() => readPosts('account,likes\na,1\n')).toThrow(/published_at/);
  expect(() => readPosts('account,published_at\na,2026-01-05\n')).toThrow(/likes/);
  expect(() => readPosts('published_at,likes\n2026-01-05,1\n', 'reach')).toThrow(/no column "reach"/);
  expect(() => readPosts('published_at,likes\n2026-01-05,1\n2026-01-06,2\n')).toThrow(/no hours/);
});

test('the bootstrap repeats itself and holds the mean', () => {
  const values = [0.1, 0.3, -0.2, 0.5, 0.2];
  expect(bootstrapInterval(values)).toEqual(bootstrapInterval(values));
  const { low, high } = bootstrapInterval(values);
  expect(low).toBeLessThan(0.18);
  expect(high).toBeGreaterThan(0.18);
});
