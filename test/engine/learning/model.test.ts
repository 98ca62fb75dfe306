import { describe, expect, it } from 'vitest';
import type { Example } from '../../../src/engine/learning/model/example.ts';
import { expect as expectOf, learn } from '../../../src/engine/learning/model/learn.ts';
import { LevelKeeper } from '../../../src/engine/learning/model/levels.ts';
import { seededDraws } from '../../../src/engine/learning/model/seeded.ts';
import { textFeatures, timeFeatures } from '../../../src/engine/learning/model/post-features.ts';

const hour = 3_600_000;

/** Posts of one account that earn about 100, photos three times as much; `noise` is that of the logarithm. */
function posts(count: number, noise: number, photoEffect = Math.log(3), seed = 5): Example[] {
  const draws = seededDraws(seed);
  return Array.from({ length: count }, (_, index) => {
    const photo = draws.fraction() < 0.5;
    const scatter = noise * (draws.fraction() + draws.fraction() + draws.fraction() - 1.5);
    return {
      account: 'one',
      at: index * 7 * hour,
      features: { type: photo ? 'photo' : 'text', ...timeFeatures(index * 7 * hour, 0) },
      outcome: Math.round(100 * Math.exp((photo ? photoEffect : 0) + scatter)),
    };
  });
}

describe('learning from past posts', () => {
  it('finds what moves the outcome, and the effects add up to what is expected', () => {
    const model = learn(posts(400, 0.5));
    const features = { ...timeFeatures(401 * 7 * hour, 0) };
    const photo = expectOf(model, 'one', { ...features, type: 'photo' }, null);
    const text = expectOf(model, 'one', { ...features, type: 'text' }, null);
    expect(Math.exp(photo.expected - text.expected)).toBeGreaterThan(2);
    expect(Math.exp(photo.expected - text.expected)).toBeLessThan(4);
    const [strongest] = [...photo.effects].sort((left, right) => Math.abs(right[1]) - Math.abs(left[1]));
    expect(strongest?.[0]).toBe('type');
    const sum = [...photo.effects.values()].reduce((total, effect) => total + effect, photo.level);
    expect(sum).toBeCloseTo(photo.expected, 9);
  });

  it('gives intervals that hold about four in five of the posts that it has not seen', () => {
    const shares = [5, 6, 7, 8].map((seed) => {
      const all = posts(700, 1, Math.log(3), seed);
      const model = learn(all.slice(0, 500));
      const keeper = new LevelKeeper({ median: 0, scatter: 1 });
      for (const { at, outcome } of all.slice(0, 500)) keeper.add(at ?? 0, outcome);
      const held = all.slice(500).filter(({ features, at, outcome }) => {
        const { low, high } = expectOf(model, 'one', features, keeper.at(at ?? 0));
        keeper.add(at ?? 0, outcome);
        return Math.log1p(outcome) >= low && Math.log1p(outcome) <= high;
      });
      return held.length / 200;
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(mean).toBeGreaterThan(0.74);
    expect(mean).toBeLessThan(0.88);
  });

  it('believes little or nothing where nothing has an effect', () => {
    const model = learn(posts(300, 2, 0));
    const photo = expectOf(model, 'one', { type: 'photo' }, null);
    const text = expectOf(model, 'one', { type: 'text' }, null);
    expect(Math.abs(photo.expected - text.expected)).toBeLessThan(0.25);
    expect(model.belief).toBeLessThan(1);
  });

  it('believes an effect for the account whose posts bear it out, and less for one whose posts do not', () => {
    const named = (account: string, all: readonly Example[]) => all.map((post) => ({ ...post, account }));
    const photos = named('photos', posts(600, 0.5));
    const plain = named('plain', posts(600, 0.5, 0, 8));
    const { beliefs } = learn([...photos, ...plain]);
    expect(beliefs['photos']).toBe(1);
    expect(beliefs['plain']).toBeLessThan(1);
  });

  it('learns the same from the same posts, in whatever order they come', () => {
    const all = posts(120, 1);
    expect(JSON.stringify(learn(all.toReversed()))).toBe(JSON.stringify(learn(all)));
  });

  it('survives its own way through JSON', () => {
    const model = learn(posts(60, 1));
    const kept: typeof model = JSON.parse(JSON.stringify(model));
    expect(expectOf(kept, 'one', { type: 'photo' }, null)).toEqual(
      expectOf(model, 'one', { type: 'photo' }, null),
    );
  });

  it('answers for an account and a kind that it has never met', () => {
    const { low, expected, high } = expectOf(learn(posts(60, 1)), 'other', { type: 'hologram' }, null);
    expect(low).toBeLessThan(expected);
    expect(expected).toBeLessThan(high);
    expect(Number.isFinite(expected)).toBe(true);
  });
});

describe('features of a text', () => {
  it('counts what needs no language', () => {
    expect(
      textFeatures('Neu: #Kaffee & #Tee für @anna!\nhttps://example.com/a?b ☕ 2 Tassen?'),
    ).toMatchObject({
      'text.hashtags': 2,
      'text.mentions': 1,
      'text.links': 1,
      'text.emoji': 1,
      'text.question': 1,
      'text.exclamation': 1,
      'text.lines': 2,
    });
  });

  it('finds no question in the address of a link', () => {
    expect(textFeatures('Look https://example.com/?q=1')).toMatchObject({ 'text.question': 0 });
  });
});
