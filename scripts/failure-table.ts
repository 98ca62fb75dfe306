import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backOffSentence, failureTable } from '../src/engine/http/failure-table.ts';

/** Writes the failure policy into docs/PUBLISHING.md, between its markers: `node scripts/failure-table.ts`. */
const file = join(import.meta.dirname, '../docs/PUBLISHING.md');
const text = readFileSync(file, 'utf8');
const between = /(<!-- failure table -->\n)[\s\S]*?(<!-- end of failure table -->)/;
writeFileSync(
  file,
  text.replace(between, (_all, start: string, end: string) => {
    return `${start}\n${backOffSentence()}\n\n${failureTable()}\n\n${end}`;
  }),
);
