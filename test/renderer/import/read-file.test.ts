import { expect, it } from 'vitest';
import { exampleFileUrl } from '../../../src/renderer/screens/import/example-file.ts';
import { readCsvFile } from '../../../src/renderer/screens/import/read-file.ts';

const file = (content: BlobPart): File => new File([content], 'posts.csv', { type: 'text/csv' });

it('reads UTF-8 and drops the byte order mark', async () => {
  expect(await readCsvFile(file('\uFEFFtext\nGrüße'))).toEqual({
    ok: true,
    fileName: 'posts.csv',
    csv: 'text\nGrüße',
  });
});

it('refuses another encoding rather than garbling it', async () => {
  const latin1 = new Uint8Array([0x74, 0x65, 0x78, 0x74, 0x0a, 0xfc]);
  expect(await readCsvFile(file(latin1))).toEqual({ ok: false, reason: 'not_text' });
});

it('refuses a spreadsheet and an empty file', async () => {
  const workbook = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]);
  expect(await readCsvFile(file(workbook))).toEqual({ ok: false, reason: 'not_text' });
  expect(await readCsvFile(file('  \n'))).toEqual({ ok: false, reason: 'empty' });
});

it('offers an example with every column', () => {
  const text = decodeURIComponent(exampleFileUrl.slice(exampleFileUrl.indexOf(',') + 1));
  expect(text.split('\n')[0]).toBe('text,date,time zone,accounts,media,alt text,link,labels');
});
