import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { ClockSetting } from '../../src/engine/ports.ts';
import { createSeeded } from '../support/seeded.ts';
import { command, connectByScript, endpointsOfX, startApp } from '../support/served-app.ts';
import { canFillDisk, fillDisk, holdDatabase } from './disturb.ts';
import { chaos } from './faults.ts';
import { judge } from './judge.ts';
import type { Taken } from './judge.ts';
import { png } from '../engine/media/pictures.ts';

/** `npm run soak [-- --deliveries N --accounts N --seed S --rate R --keep]`. The last line says what became of them. */
const { values } = parseArgs({
  options: {
    deliveries: { type: 'string', default: '10000' },
    accounts: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    rate: { type: 'string', default: '60' },
    keep: { type: 'boolean', default: false },
  },
});
const deliveries = Number(values.deliveries);
const people = Array.from({ length: Number(values.accounts) }, (_, index) => `crowd_${index + 1}`);
const { fraction } = createSeeded(Number(values.seed));
const minute = 60_000;
/** Each account posts this often, in milliseconds of the app's clock. */
const every = 72_000;
const begin = Date.UTC(2026, 10, 22, 12);

const directory = mkdtempSync(join(tmpdir(), 'ocma-soak-'));
const data = join(directory, 'data');
const file = join(data, 'ocma.db');
mkdirSync(join(directory, 'home'));
let clock: ClockSetting = { epochMs: begin, anchorMs: Date.now(), rate: 1 };
const sandbox = await startSandbox({ dataDirectory: join(directory, 'network'), port: 0, clock });
const base = sandbox.url;
const endpoints = join(directory, 'endpoints.json');
writeFileSync(endpoints, endpointsOfX(base));
const options = () => ({ home: join(directory, 'home'), data, endpoints, clock });
const say = (text: string): void =>
  console.log(`${new Date(appTime()).toISOString().slice(11, 19)}  ${text}`);
const appTime = (): number => clock.epochMs + (Date.now() - clock.anchorMs) * clock.rate;

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${base}/__practice/${path}`, {
    method,
    headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : await answer.json();
}

interface Counts {
  readonly needsMe: number;
  readonly next: number;
  readonly done: number;
}

console.log(
  `${deliveries} deliveries over ${people.length} accounts at ${values.rate} times the speed, seed ${values.seed}.`,
);
let app = await startApp(options());
await app.api('PATCH', '/settings/workspace', {
  monthlyCapMicros: null,
  // In compressed time a hang of seconds makes a post hours late.
  catchUp: { rule: 'publish_within', minutes: 10_080 },
});
for (const person of people) await connectByScript(app, person);
say(`${people.length} accounts are connected.`);

const picture = join(directory, 'picture.png');
writeFileSync(picture, png(8, 8));
const start = begin + 60 * minute;
const rows = Array.from({ length: deliveries }, (_, index) => {
  const person = people[index % people.length] ?? '';
  const round = Math.floor(index / people.length);
  const due = start + round * every + Math.floor(((index % people.length) * every) / people.length);
  return [
    `"Delivery ${index + 1} of ${person}"`,
    new Date(due).toISOString().slice(0, 19),
    'UTC',
    `@${person}`,
    index % 25 === 0 ? picture : '',
  ].join(',');
});
/** So many rows fit into one import. */
const rowsAFile = 5_000;
for (let from = 0; from < rows.length; from += rowsAFile) {
  const csv = join(directory, `posts-${from}.csv`);
  const some = rows.slice(from, from + rowsAFile);
  writeFileSync(csv, `text,date,time zone,account,media\n${some.join('\n')}\n`);
  say(JSON.stringify(JSON.parse(await command(options(), ['import', csv, '--yes', '--json'])).result));
}
await app.stop();

const rules = chaos(Math.ceil(deliveries * 1.5), fraction);
await control('PUT', 'faults', rules);
clock = { epochMs: start - minute, anchorMs: Date.now(), rate: Number(values.rate) };
await control('PUT', 'clock', clock);
app = await startApp(options());
say(`Publishing begins; ${rules.length} requests to come meet a fault.`);

const counts = async (): Promise<Counts> => (await app.api('GET', '/queue/counts')) as Counts;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const revoked = async (): Promise<string[]> => {
  const accounts = (await app.api('GET', '/accounts')) as { username: string; state: string }[];
  return accounts.filter(({ state }) => state === 'needs_reconnect').map(({ username }) => username);
};
const end = start + Math.ceil(deliveries / people.length) * every;
const disturbances = ['kill', 'busy', 'full', 'stop', 'busy', 'kill', 'full', 'kill'] as const;
let disturbed = 0;
for (let quiet = 0; quiet < 3;) {
  await pause(1_000);
  const { next, done, needsMe } = await counts();
  const disturbance = disturbances[disturbed];
  const at = start + ((disturbed + 1) * (end - start)) / (disturbances.length + 1);
  if (disturbance !== undefined && appTime() > at) {
    disturbed += 1;
    say(`${done} are out, ${next} to come, ${needsMe} need the user. Disturbed: ${disturbance}`);
    if (disturbance === 'kill' || disturbance === 'stop') {
      await app[disturbance]();
      app = await startApp(options());
    } else if (disturbance === 'busy') await holdDatabase(file, 2_500);
    else if (disturbance === 'full' && canFillDisk) await fillDisk(app, data, 2_500);
  }
  for (const person of await revoked()) await connectByScript(app, person);
  // What the user does in the evening: what failed is tried once more.
  if (next === 0 && quiet === 0) await app.api('POST', '/queue/retry', {});
  quiet = next === 0 ? quiet + 1 : 0;
}
await app.stop();

const log = (await control('GET', 'log?after=0')) as {
  entries: { operation: string; text: string | null; account?: string }[];
};
const taken: Taken[] = log.entries
  .filter((entry) => entry.operation === 'posts.create')
  .map((entry) => ({
    // The network may have rewritten what is around the words.
    text: /Delivery \d+ of \w+/.exec(entry.text ?? '')?.[0] ?? '',
    account: entry.account ?? '',
  }));
const verdict = judge(file, taken);
await sandbox.stop();
if (!values.keep) rmSync(directory, { recursive: true, force: true });
else console.log(directory);

console.log(
  `States: ${JSON.stringify(verdict.states)}. Disturbed ${disturbed} times${canFillDisk ? '' : ' (no prlimit here: the disk was never full)'}.`,
);
for (const kind of ['lost', 'doubled', 'denied', 'outOfOrder', 'unexplained'] as const) {
  const found = verdict[kind];
  console.log(
    `${kind}: ${found.length}${found.length > 0 ? `, such as ${found.slice(0, 5).join('; ')}` : ''}`,
  );
}
const lost = verdict.lost.length + verdict.denied.length + (deliveries - verdict.deliveries);
console.log(
  `${verdict.deliveries} runs, ${lost} lost, ${verdict.doubled.length} doubled, ${verdict.unknown} unknown`,
);
process.exitCode =
  lost + verdict.doubled.length + verdict.outOfOrder.length + verdict.unexplained.length > 0 ? 1 : 0;
