import { describe, expect, it } from 'vitest';
import { evaluateEngagement } from '../../../src/engine/evaluation/engagement.ts';
import { readOutcomes } from '../../../src/engine/evaluation/outcome-table.ts';
import { seededDraws } from '../../../src/engine/learning/model/seeded.ts';

const header = 'account,published_at,type,text,impressions,likes,comments,shares';

function file(rows: number): string {
  const draws = seededDraws(3);
  const lines = Array.from({ length: rows }, (_, index) => {
    const type = draws.fraction() < 0.5 ? 'photo' : 'text';
    const likes = Math.round((type === 'photo' ? 90 : 30) * Math.exp(draws.fraction() - 0.5));
    const at = new Date(index * 9 * 3_600_000).toISOString();
    return `${index % 2 === 0 ? 'a' : 'b'},${at},${type},"A post, ${index}",1000,${likes},2,1`;
  });
  return [header, ...lines].join('\n');
}

describe('a file of past posts', () => {
  it('adds up likes, comments and shares, and takes nothing that was counted afterwards for an input', () => {
    const { examples, inputs, outcome } = readOutcomes(file(30));
    expect(outcome).toBe('likes + comments + shares');
    expect(inputs).toEqual(['text', 'published_at', 'type']);
    expect(examples).toHaveLength(30);
    expect(Object.keys(examples[0]?.features ?? {}).join()).not.toMatch(/impressions|likes/);
  });

  it('takes another outcome by its column, and says so where there is none', () => {
    expect(readOutcomes(file(30), 'Impressions').examples[0]?.outcome).toBe(1000);
    expect(() => readOutcomes(file(30), 'reach')).toThrow('no column "reach"');
    expect(() => readOutcomes('account,text\na,b')).toThrow('--target');
  });

  it('leaves out rows without a number or a time, and counts them', () => {
    const { examples, left } = readOutcomes(
      `${file(30)}\na,never,photo,x,1,5,0,0\na,2024-01-01T00:00Z,photo,x,,,,`,
    );
    expect([examples.length, left]).toEqual([30, 2]);
  });

  it('knows the columns of the UCI set: what is known before publishing is an input, and nothing else', () => {
    const uci = readOutcomes(
      'Page total likes;Type;Category;Post Month;Post Weekday;Post Hour;Paid;Lifetime Post Total Reach;Lifetime Post Consumers;like\n' +
        '139441;Photo;2;12;4;3;0;2752;109;79\n139441;Status;2;12;3;10;;10460;1361;130',
    );
    expect(uci.study).toBe(true);
    expect(uci.examples).toEqual([
      {
        account: '',
        at: null,
        outcome: 109,
        features: {
          'account.size': 139_441,
          type: 'photo',
          category: '2',
          'time.month': 12,
          'time.weekday': 4,
          'time.hour': 3,
          paid: 0,
        },
      },
      expect.objectContaining({ outcome: 1361, features: expect.objectContaining({ paid: null }) }),
    ]);
  });
});

describe('judging predictions', () => {
  it('does better than the median of each account on later posts, and holds four in five', () => {
    const { protocol, model, median } = evaluateEngagement(readOutcomes(file(800)).examples);
    expect(protocol.kind).toBe('later');
    expect(model.rows).toBe(240);
    expect(model.medianApe).toBeLessThan(median.medianApe * 0.8);
    expect(model.rankCorrelation).toBeGreaterThan(0.7);
    expect(model.coverage80).toBeGreaterThan(0.7);
    expect(model.coverage80).toBeLessThan(0.9);
  });

  it('cross-validates rows without times', () => {
    const untimed = file(60)
      .replaceAll(/,\d{4}-[^,]+/g, ',')
      .replace('published_at', 'unknown');
    const { protocol, model, running } = evaluateEngagement(readOutcomes(untimed).examples);
    expect(protocol).toEqual({ kind: 'folds', folds: 10, repeats: 3 });
    expect(model.rows).toBe(60);
    expect(running).toBeNull();
  });

  it('refuses too few posts with a sentence', () => {
    expect(() => evaluateEngagement(readOutcomes(file(8)).examples)).toThrow('20 posts');
  });
});
