import { describe, expect, it } from 'vitest';
import { readabilityFindings, readReferenceValues } from '../../../src/engine/evaluation/readability.ts';
import { readability } from '../../../src/host/cli/eval/readability.ts';

const caseOf = (metric: string, text: string, expected: number, more: object = {}): object => ({
  metric,
  text,
  expected,
  ...more,
});

describe('readReferenceValues', () => {
  it.each([
    ['nonsense', 'not JSON'],
    ['{}', '"cases"'],
    ['{"cases":[]}', '"cases"'],
    ['{"cases":[{"metric":"x","text":"y"}]}', 'expected'],
  ])('says what is wrong with %s', (file, words) => {
    expect(() => readReferenceValues(file)).toThrow(words);
  });
});

describe('readabilityFindings', () => {
  it('counts what lies within the tolerance, and leaves out what is not measured', () => {
    const values = readReferenceValues(
      JSON.stringify({
        cases: [
          caseOf('one', 'a', 1),
          caseOf('one', 'b', 1.2, { tolerance: 0.2 }),
          caseOf('one', 'c', 2, { tolerance: 0.5 }),
          caseOf('other', 'd', 1),
        ],
      }),
    );
    const findings = readabilityFindings(
      values,
      ({ metric }) => (metric === 'one' ? 1 : null),
      () => 0,
    );
    expect(findings.json).toEqual({
      cases: 4,
      measured: 3,
      within: 2,
      byFormula: { one: { within: 2, of: 3 } },
    });
  });
});

describe('ocma eval readability', () => {
  it('measures English texts by the formulas, and no text in other languages', async () => {
    const cases = [
      caseOf('count_words', "Don't stop.", 2),
      caseOf('flesch_reading_ease', 'The cat sat on the mat.', 116.145, { tolerance: 0.01 }),
      caseOf('flesch_reading_ease', 'Die Katze', 50, { lang: 'de_DE' }),
      caseOf('count_words', "Don't stop.", 3, { params: { split_contractions: true } }),
    ];
    const { json } = await readability.run(JSON.stringify({ cases }), {});
    expect(json).toMatchObject({ cases: 4, measured: 2, within: 2 });
  });
});
