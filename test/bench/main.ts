import { availableParallelism, cpus, loadavg } from 'node:os';
import { measureContractCalls } from './contract-call.ts';
import { measureFirstPaint } from './first-paint.ts';
import { measureLateness } from './lateness.ts';
import { measureMemory } from './memory.ts';
import { measurePublishing } from './publishing.ts';
import { measureQueue } from './queue-rates.ts';
import { reached } from './row.ts';
import type { Group, Row } from './row.ts';
import { measureStartUp } from './start-up.ts';
import { tableOf } from './table.ts';
import { measureWindowSize } from './window-size.ts';
import { measureWriteGate } from './write-gate.ts';

const groups: Readonly<Record<string, Group>> = {
  'start-up': measureStartUp,
  paint: measureFirstPaint,
  memory: measureMemory,
  size: measureWindowSize,
  call: measureContractCalls,
  queue: measureQueue,
  publishing: measurePublishing,
  lateness: measureLateness,
  gate: measureWriteGate,
};

// `npm run bench -- queue gate` measures these groups only.
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) {
  console.error(`There is no group "${unknown.join('", "')}". There are: ${Object.keys(groups).join(', ')}.`);
  process.exit(2);
}
const load = (): string =>
  loadavg()
    .map((average) => average.toFixed(1))
    .join(' ');
console.log(
  `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown kind'}, Node ${process.version}, load ${load()}.`,
);

console.log(
  'Start, paint and call times: the round with the best median counts, because other programs only add time.',
);

const rows: Row[] = [];
const failures: string[] = [];
for (const [name, measure] of Object.entries(groups)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.error(`Measuring: ${name}`);
  try {
    rows.push(...(await measure()));
  } catch (error) {
    failures.push(`Not measured: ${name}. ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (rows.length > 0) console.log(`\n${tableOf(rows)}`);
for (const failure of failures) console.log(`\n${failure}`);

const judged = rows.map(reached).filter((met) => met !== null);
const met = judged.filter(Boolean).length;
console.log(
  `\n${met} of ${judged.length} targets met, ${rows.length} rows, ${failures.length} groups not measured; load ${load()}.`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
