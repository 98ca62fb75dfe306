import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { columnOf, columnsOf } from '../../../src/engine/imports/table/columns.ts';
import { readTable } from '../../../src/engine/imports/table/read-table.ts';

const known = (name: string): boolean => columnOf(name) !== undefined;
const rows = (csv: string) => readTable(csv, known).lines.map(({ line, cells }) => [line, ...cells]);

describe('a table', () => {
  test.each([
    [
      'quotes, separators and line breaks in cells',
      'text,labels\n"a ""b"", c\nd",x\n',
      [[2, 'a "b", c\nd', 'x']],
    ],
    [
      'Windows line ends',
      'text,labels\r\n"a\r\nb",x\r\nc,y\r\n',
      [
        [2, 'a\r\nb', 'x'],
        [3, 'c', 'y'],
      ],
    ],
    [
      'old Macintosh line ends',
      'text,labels\ra,x\rb,y',
      [
        [2, 'a', 'x'],
        [3, 'b', 'y'],
      ],
    ],
    ['a byte order mark', '\u{feff}text\nʤ', [[2, 'ʤ']]],
    ['semicolons', 'text;labels\na, b, c;x', [[2, 'a, b, c', 'x']]],
    ['tabs', 'text\tlabels\na; b\tx', [[2, 'a; b', 'x']]],
    ['an announced separator', 'sep=|\ntext|labels\na,b|x', [[3, 'a,b', 'x']]],
    ['empty lines, counted as a spreadsheet does', 'text,labels\n\n,\na,x\n\n', [[4, 'a', 'x']]],
    [
      'a cell of several lines, counted as one row',
      'text\n"a\n\nb"\nc',
      [
        [2, 'a\n\nb'],
        [3, 'c'],
      ],
    ],
    ['no last line end and an empty quoted cell', 'text,labels\na,""', [[2, 'a', '']]],
    ['nothing', '', []],
  ])('is read with %s', (_name, csv, expected) => {
    expect(rows(csv)).toEqual(expected);
  });

  test('says which lines are broken, and reads the others', () => {
    const { lines } = readTable('text,labels\nfine,x\nwell, well,x\n"open,x\n', known);
    expect(lines.map(({ line, fault }) => [line, fault])).toEqual([
      [2, null],
      [3, 'tooMany'],
      [4, 'quotes'],
    ]);
  });

  test('of one column full of semicolons is separated by nothing', () => {
    expect(rows('text\na; b; c\nd; e; f')).toEqual([
      [2, 'a; b; c'],
      [3, 'd; e; f'],
    ]);
  });

  test('gives back what was written, whatever it was', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => text.trim() !== '' && !/[\r\u{feff}]/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (data) => {
        const csv = Papa.unparse([['text', 'labels'], ...data], { quotes: true });
        expect(rows(csv)).toEqual(data.map((row, index) => [index + 2, ...row]));
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (csv) => {
        expect(readTable(csv, known).lines).toBeInstanceOf(Array);
      }),
    );
  });
});

test('columns are known by their names in any case and order; others are named', () => {
  const { positions, extra, repeated } = columnsOf(['Notes', ' TIME_ZONE ', 'Alt-Text', 'text', 'Text', '']);
  expect([...positions]).toEqual([
    ['timeZone', 1],
    ['altText', 2],
    ['text', 3],
  ]);
  expect(extra).toEqual(['Notes']);
  expect(repeated).toEqual(['Text']);
});
