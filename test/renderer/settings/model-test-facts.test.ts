import { describe, expect, test } from 'vitest';
import type { ModelTest } from '../../../src/shared/models/model-test.ts';
import { testFacts } from '../../../src/renderer/screens/settings/model-test-facts.ts';
import { createWords } from '../../../src/renderer/words.ts';

const formats = {
  locale: 'en-GB',
  decimal: String,
  money: (micros: number) => `${micros} micros`,
  time: () => 'noon',
};
const { t } = createWords();

const works: ModelTest = {
  code: 'works',
  text: 'It works.',
  fix: null,
  model: 'gpt-6-luna',
  ms: 1_200,
  usage: { inputTokens: 60, outputTokens: 20, costMicros: 160 },
  retryAt: null,
  models: [],
  shutdown: null,
  baseUrl: null,
};
const said = (change: Partial<ModelTest>) => testFacts({ ...works, ...change }, t, formats);

describe('what a test of the language model says', () => {
  test('is who answered, how soon, and the cost: an amount, nothing, or that nobody knows', () => {
    expect(said({})).toEqual(['gpt-6-luna answered in 1.2 s.', 'The test cost 160 micros.']);
    const usage = { inputTokens: 60, outputTokens: 20 };
    expect(said({ usage: { ...usage, costMicros: 0 } })).toContain('The test was free.');
    expect(said({ usage: { ...usage, costMicros: null } })).toContain('What the test cost is not known.');
  });

  test('is nothing of costs where nothing was used up', () => {
    expect(said({ code: 'invalid_key', model: null, usage: null })).toEqual([]);
    expect(said({ code: 'rate_limited', model: null, usage: null, retryAt: 5 })).toEqual([
      'It takes questions again at noon.',
    ]);
  });

  test('names the day on which the model is turned off, the same one in every zone', () => {
    expect(said({ shutdown: '2026-12-11' })).toContain(
      'The server turns this model off on 11 December 2026: choose another one before.',
    );
  });
});
