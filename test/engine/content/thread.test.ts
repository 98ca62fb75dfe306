import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitIntoThread } from '../../../src/engine/content/thread.ts';
import { plainRules } from './support/plain-rules.ts';

const rules = plainRules({ limit: 60 });
const lettersOf = (text: string): string => text.replaceAll(/\s+/gu, '');

describe('splitIntoThread', () => {
  it('cuts between sentences', () => {
    expect(
      splitIntoThread('The first sentence is of some length. The second one is, too. And a third.', rules),
    ).toEqual(['The first sentence is of some length.', 'The second one is, too. And a third.']);
  });

  it('keeps a link with a question mark whole', () => {
    const link = 'https://example.com/a?b=Cd.Ef';
    const parts = splitIntoThread(
      `There is so much to say about this that one post is short. See ${link}`,
      rules,
    );
    expect(parts?.at(-1)).toContain(link);
  });

  it('gives nothing for a text that fits, or where there are no threads', () => {
    expect(splitIntoThread('Short.', rules)).toBeNull();
    expect(splitIntoThread('long '.repeat(50), { ...rules, threads: false })).toBeNull();
  });

  it('gives nothing where a part would be refused', () => {
    expect(splitIntoThread(`${'long '.repeat(20)}\0`, rules)).toBeNull();
  });

  it('makes valid parts and loses no letter, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('word', 'Sentence end.', '\n\n', 'Why?', '👩‍👩‍👧', 'x'.repeat(70), ' '), {
          maxLength: 80,
        })
        .map((items) => items.join(' ')),
    );
    fc.assert(
      fc.property(text, (original) => {
        const parts = splitIntoThread(original, rules);
        fc.pre(parts !== null);
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.every((part) => rules.measure(part).valid)).toBe(true);
        expect(lettersOf(parts.join(''))).toBe(lettersOf(original));
      }),
    );
  });
});
