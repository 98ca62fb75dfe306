import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureAnalysis } from './analysis.ts';
import { measureContractCalls } from './contract-call.ts';
import { measureFirstPaint } from './first-paint.ts';
import { measureGrowth } from './growth.ts';
import { measureIdle } from './idle.ts';
import { measureLateness } from './lateness.ts';
import { measureLearning } from './learning.ts';
import { measureMemory } from './memory.ts';
import { measurePublishing } from './publishing.ts';
import { measureQueue } from './queue-rates.ts';
import { verdicts } from './row.ts';
import type { Group, Row } from './row.ts';
import { measureStartUp } from './start-up.ts';
import { tableOf } from './table.ts';
import { measureThousandDue } from './thousand-due.ts';
import { measureWindowSize } from './window-size.ts';
import { measureWriteGate } from './write-gate.ts';

// `npm run bench -- queue gate` measures these groups only; `--idle 20` looks at rest for 20 seconds.
const { values: options, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { idle: { type: 'string', default: '60' } },
});
const idleSeconds = Number(options.idle);

const groups: Readonly<Record<string, Group>> = {
  'start-up': measureStartUp,
  paint: measureFirstPaint,
  memory: measureMemory,
  size: measureWindowSize,
  call: measureContractCalls,
  queue: measureQueue,
  publishing: measurePublishing,
  lateness: measureLateness,
  due: measureThousandDue,
  gate: measureWriteGate,
  learning: measureLearning,
  growth: measureGrowth,
  analysis: measureAnalysis,
  idle: () => measureIdle(idleSeconds),
};

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
const notes: string[] = [];
const failures: string[] = [];
for (const [name, measure] of Object.entries(groups)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.error(`Measuring: ${name}`);
  try {
    const report = await measure();
    if ('notes' in report) notes.push(...report.notes);
    rows.push(...('notes' in report ? report.rows : report));
  } catch (error) {
    failures.push(`Not measured: ${name}. ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (rows.length > 0) console.log(`\n${tableOf(rows)}`);
if (notes.length > 0) console.log(`\n${notes.join('\n')}`);
for (const failure of failures) console.log(`\n${failure}`);

const judged = rows.flatMap(verdicts);
const met = judged.filter(Boolean).length;
console.log(
  `\n${met} of ${judged.length} targets met, ${rows.length} rows, ${failures.length} groups not measured; load ${load()}.`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
