import { describe, expect, test } from 'vitest';
import { mediaId } from '../../../src/shared/models/ids.ts';
import {
  emptyPart,
  isBlank,
  sameContent,
  withPart,
  withPartMoved,
  withTexts,
  withoutPart,
} from '../../../src/renderer/screens/compose/draft.ts';
import type { Draft } from '../../../src/renderer/screens/compose/draft.ts';

const picture = { id: mediaId.parse('med_1'), altText: 'A loaf' };

const draftOf = (...texts: string[]): Draft => ({
  parts: texts.map((text, index) => ({ key: `k${index}`, text, media: index === 0 ? [picture] : [] })),
  accountIds: [],
  labels: [],
  options: {},
});
const textsOf = (draft: Draft): string[] => draft.parts.map(({ text }) => text);
const keysOf = (draft: Draft): string[] => draft.parts.map(({ key }) => key);

describe('texts replaced by a suggestion', () => {
  test('a changed part keeps its place on screen and its media', () => {
    const after = withTexts(draftOf('one', 'two'), ['ONE', 'two']);
    expect(textsOf(after)).toEqual(['ONE', 'two']);
    expect(keysOf(after)).toEqual(['k0', 'k1']);
    expect(after.parts[0]?.media).toEqual([picture]);
  });

  test('a part split in two leaves the parts around it alone', () => {
    const after = withTexts(draftOf('one', 'long', 'three'), ['one', 'lo', 'ng', 'three']);
    expect(textsOf(after)).toEqual(['one', 'lo', 'ng', 'three']);
    expect([keysOf(after)[0], keysOf(after)[1], keysOf(after)[3]]).toEqual(['k0', 'k1', 'k2']);
    expect(new Set(keysOf(after)).size).toBe(4);
  });

  test('media of a part that falls away go to what stands in its place', () => {
    const before: Draft = {
      ...draftOf('one', 'two'),
      parts: [
        { key: 'a', text: 'one', media: [] },
        { key: 'b', text: 'two', media: [picture] },
      ],
    };
    expect(withTexts(before, ['both']).parts).toEqual([{ key: 'a', text: 'both', media: [picture] }]);
  });
});

describe('parts of a thread', () => {
  test('move by one place, and not beyond the ends', () => {
    const draft = draftOf('one', 'two', 'three');
    expect(textsOf(withPartMoved(draft, 0, 1))).toEqual(['two', 'one', 'three']);
    expect(withPartMoved(draft, 0, -1)).toBe(draft);
    expect(withPartMoved(draft, 2, 1)).toBe(draft);
  });

  test('the last one cannot be removed, only emptied', () => {
    const after = withoutPart(draftOf('one'), 0);
    expect(after.parts).toHaveLength(1);
    expect(isBlank(after)).toBe(true);
  });

  test('a change finds its part wherever it has moved', () => {
    const moved = withPartMoved(draftOf('one', 'two'), 0, 1);
    expect(textsOf(withPart(moved, 'k0', ({ text }) => ({ text: `${text}!` })))).toEqual(['two', 'one!']);
    expect(textsOf(withPart(moved, 'gone', () => ({ text: 'x' })))).toEqual(['two', 'one']);
  });
});

test('a draft of one picture is worth keeping, one of spaces is not', () => {
  expect(isBlank({ parts: [emptyPart('  \n')], accountIds: [], labels: ['a'], options: {} })).toBe(true);
  expect(isBlank(draftOf(''))).toBe(false);
});

test('two drafts say the same whatever their keys', () => {
  const one = draftOf('same');
  expect(sameContent(one, { ...one, parts: one.parts.map((part) => ({ ...part, key: 'other' })) })).toBe(
    true,
  );
  expect(sameContent(one, { ...one, labels: ['x'] })).toBe(false);
});
