import { array, assert, constantFrom, nat, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, isWrittenAnew } from '../../../src/renderer/screens/compose/difference.ts';
import { entityPieces } from '../../../src/renderer/screens/compose/entity-pieces.ts';
import { piecesOf } from '../../../src/renderer/screens/compose/marked-pieces.ts';

const joined = (pieces: readonly { readonly text: string }[]): string =>
  pieces.map(({ text }) => text).join('');

describe('what changed between two texts', () => {
  test('names the words that came and went', () => {
    expect(differenceOf('We bake good bread', 'We bake very good rye')).toEqual([
      { kind: 'same', text: 'We bake ' },
      { kind: 'added', text: 'very ' },
      { kind: 'same', text: 'good ' },
      { kind: 'removed', text: 'bread' },
      { kind: 'added', text: 'rye' },
    ]);
  });

  test('takes changes that lie close together for one, and a mark after a word for itself', () => {
    expect(differenceOf('Our bread is out of it. Come by', 'Fresh, so it is from it: Come by')).toEqual([
      { kind: 'removed', text: 'Our bread is out of it.' },
      { kind: 'added', text: 'Fresh, so it is from it:' },
      { kind: 'same', text: ' Come by' },
    ]);
    expect(differenceOf('Warm bread. Come by', 'Warm bread: Come by')).toEqual([
      { kind: 'same', text: 'Warm bread' },
      { kind: 'removed', text: '.' },
      { kind: 'added', text: ':' },
      { kind: 'same', text: ' Come by' },
    ]);
  });

  test('leaves the space after a word that went as it is', () => {
    expect(differenceOf('salted butter: here #bakery', 'salted butter #bakery')).toEqual([
      { kind: 'same', text: 'salted butter' },
      { kind: 'removed', text: ': here' },
      { kind: 'same', text: ' #bakery' },
    ]);
  });

  test('is no matter of marks where hardly a word stayed', () => {
    const anew = (before: string, after: string): boolean => isWrittenAnew(differenceOf(before, after));
    expect(anew('Our new bread is out of the oven', 'Unser neues Brot ist aus dem Ofen')).toBe(true);
    expect(anew('Our new bread is out of the oven', 'Our new rye is out of the oven')).toBe(false);
    expect(anew('Bread', 'Bread and butter and salt and rye')).toBe(true);
  });

  test('holds both texts whole, whatever they are', () => {
    const words = array(constantFrom('a', 'b', ' ', '\n', 'longer', '🎉'), { maxLength: 40 });
    assert(
      property(words, words, (one, other) => {
        const pieces = differenceOf(one.join(''), other.join(''));
        expect(joined(pieces.filter(({ kind }) => kind !== 'added'))).toBe(one.join(''));
        expect(joined(pieces.filter(({ kind }) => kind !== 'removed'))).toBe(other.join(''));
      }),
    );
  });

  test('shows long texts as wholes', () => {
    const long = 'word '.repeat(1_000);
    expect(differenceOf(long, `${long}end`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('marks', () => {
  test('stand at the letters, and end with the text', () => {
    const pieces = piecesOf('one two three', [
      { start: 8, end: 99, reason: 'over_limit' },
      { start: 0, end: 3, reason: 'not_allowed' },
    ]);
    expect(pieces.map(({ text, reason }) => [text, reason])).toEqual([
      ['one', 'not_allowed'],
      [' two ', null],
      ['three', 'over_limit'],
    ]);
  });

  test('never lose or repeat a letter', () => {
    const range = record({
      start: nat(30),
      end: nat(30),
      reason: constantFrom('over_limit' as const, 'too_many' as const),
    });
    assert(
      property(string({ maxLength: 25 }), array(range, { maxLength: 5 }), (text, ranges) => {
        expect(joined(piecesOf(text, ranges))).toBe(text);
      }),
    );
  });
});

describe('entities', () => {
  test('are found as written, the longer one where one begins another', () => {
    const pieces = entityPieces('See #bread and #breadbasket at https://a.example', [
      '#bread',
      '#breadbasket',
      'https://a.example',
    ]);
    expect(pieces.filter(({ linked }) => linked).map(({ text }) => text)).toEqual([
      '#bread',
      '#breadbasket',
      'https://a.example',
    ]);
    expect(joined(pieces)).toBe('See #bread and #breadbasket at https://a.example');
  });
});
