import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, isSameText } from '../../../src/engine/platforms/same-text.ts';
import { traits } from '../../../src/engine/platforms/x/text/traits.ts';
import { rewritten } from '../../../src/sandbox/life/rewritten.ts';

const none = { mayHaveMediaLink: false, mayHaveMentions: false };
const same = (sent: string, seen: string, additions = none) =>
  isSameText(fingerprintOf(sent, traits), fingerprintOf(seen, traits), additions);

const word = fc.constantFrom(
  'tea',
  'R&D',
  'cafe\u0301',
  'naïve',
  '#tag',
  '@ada',
  '👍🏽',
  '❤️',
  'の',
  "isn't",
  '"so"',
  'wait...',
  'end.',
  '-',
  '1 < 2',
);
const link = fc.constantFrom('https://example.com', 'example.org/path?a=1&b=2', 'http://sub.example.net/x#y');
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: link }), {
    minLength: 1,
    maxLength: 10,
  })
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', '\n', '\n\n', '  '), { minLength: words.length, maxLength: words.length })
      .map((spaces) => words.map((each, n) => each + (spaces[n] ?? '')).join('')),
  );

/** One of the things that networks do to a text. */
const treatment = fc.constantFrom<(written: string) => string>(
  rewritten,
  (written) => written.normalize('NFD'),
  (written) => written.normalize('NFC').trim(),
  (written) => written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (written) => written.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  (written) => written.replaceAll(/\s+/g, ' '),
  (written) => written.replaceAll(/https?:\/\/(\w)/g, '$1'),
  (written) => written.replaceAll(/(?:https?:\/\/)?(?:sub\.)?example\.\w+\S*/g, 'https://t.co/Ab1'),
  (written) => `\u200B${written}\n`,
);

describe('a text that went through a network', () => {
  it('is the one that was sent', () => {
    fc.assert(
      fc.property(text, treatment, (sent, treat) => {
        expect(same(sent, treat(sent))).toBe(true);
      }),
      { examples: [['end. ', rewritten]] },
    );
  });

  it('is none of another text', () => {
    const bare = (written: string) =>
      written
        .normalize('NFC')
        .replaceAll(/(?:https?:\/\/)?(?:sub\.)?example\.\w+\S*/g, 'L')
        .replaceAll(/\s+/g, ' ')
        .trim()
        .replace(/(?: ?\.)+$/, '');
    fc.assert(
      fc.property(text, text, treatment, (sent, other, treat) => {
        fc.pre(bare(sent) !== bare(other));
        expect(same(other, treat(sent))).toBe(false);
      }),
    );
  });

  it('ends with a link to its media, where it has media', () => {
    fc.assert(
      fc.property(text, (sent) => {
        const seen = `${sent.trim()} https://t.co/media`;
        expect(same(sent, seen, { ...none, mayHaveMediaLink: true })).toBe(true);
      }),
    );
    expect(same('words', 'words https://t.co/media')).toBe(false);
  });

  it('begins with names, where it is a reply', () => {
    expect(same('thanks', '@ada @bob.example thanks', { ...none, mayHaveMentions: true })).toBe(true);
    expect(same('thanks', '@ada thanks')).toBe(false);
  });
});

it('words that only look alike are different', () => {
  expect(same('Open at 7', 'Open at 8')).toBe(false);
  expect(same('Yes', 'Yes!')).toBe(false);
  expect(same('', 'a')).toBe(false);
  expect(same('', '')).toBe(true);
});
