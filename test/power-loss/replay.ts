import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Database } from '../../src/engine/db/database.ts';
import { createGateMemory, openGate } from '../../src/engine/db/gate.ts';
import { openDatabase } from '../../src/engine/db/open.ts';
import { prepareData } from '../../src/engine/prepare-data.ts';
import { createClock } from '../../src/engine/system/clock.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { createSeeded } from '../support/seeded.ts';
import type { Seeded } from '../support/seeded.ts';
import { acknowledged } from './acknowledged.ts';
import { createDisk } from './disk.ts';
import type { Fate } from './disk.ts';
import { callsOf } from './recording.ts';

/** Memory that maps the file, rebuilt by whoever opens it first, is none of them. */
const followed = new Set(['ocma.db', 'ocma.db-wal', 'ocma.db-journal']);
const tornEach = 2;
/** Opening what is left syncs too, which takes no time in memory. */
const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export interface Verdict {
  /** How often the power went. */
  replays: number;
  /** Of these, how often the file opened, was whole and agreed with itself. */
  opened: number;
  /** Of these, how often something acknowledged was not there. */
  lost: number;
  /** The syncs of the recording, and what it acknowledged. */
  syncs: number;
  acknowledgements: number;
  /** Of these, the requests that were about to leave. */
  leaving: number;
  /** The first things that were wrong, for people. */
  readonly examples: string[];
}

/** What must be there: rows of history by id, the last state of each job, and the texts of requests that left. */
interface Promised {
  readonly events: Map<number, string>;
  readonly jobs: Map<string, string>;
  readonly leaving: Set<string>;
}

/**
 * Lets the power go before each sync of a recording takes effect and after each acknowledgement: with nothing of what was
 * not synced, with all of it, and with seeded parts of it. Each time the app's own start opens what is left. Ends early,
 * where `isEnough` says so.
 */
export async function replay(
  recording: string,
  at: { data: string; acknowledgements: string; seed: number },
  isEnough: (verdict: Verdict) => boolean = () => false,
): Promise<Verdict> {
  const disk = createDisk();
  const dice = createSeeded(at.seed);
  const promised: Promised = { events: new Map(), jobs: new Map(), leaving: new Set() };
  const verdict: Verdict = {
    replays: 0,
    opened: 0,
    lost: 0,
    syncs: 0,
    acknowledgements: 0,
    leaving: 0,
    examples: [],
  };
  /** What each descriptor stands for: a file of the disk, the directory, or where acknowledgements go. */
  const open = new Map<number, number | 'directory' | 'acknowledgements'>();

  const loseThePower = async (): Promise<void> => {
    const fates = disk.unsure
      ? [nothing, everything, ...Array.from({ length: tornEach }, () => byChance(dice))]
      : [everything];
    for (const fate of fates) await judge(disk.afterPowerLoss(fate), promised, verdict);
  };

  for await (const call of callsOf(recording)) {
    if (isEnough(verdict)) return verdict;
    switch (call.kind) {
      case 'open':
        if (call.path === at.acknowledgements) open.set(call.descriptor, 'acknowledgements');
        else if (call.path === at.data) open.set(call.descriptor, 'directory');
        else if (dirname(call.path) === at.data && followed.has(basename(call.path)))
          open.set(call.descriptor, disk.open(basename(call.path)));
        else open.delete(call.descriptor);
        break;
      case 'close':
        open.delete(call.descriptor);
        break;
      case 'unlink':
        if (dirname(call.path) === at.data) disk.unlink(basename(call.path));
        break;
      case 'truncate': {
        const file = open.get(call.descriptor);
        if (typeof file === 'number') disk.truncate(file, call.size);
        break;
      }
      case 'write': {
        const file = open.get(call.descriptor);
        if (typeof file === 'number' && call.offset !== null) disk.write(file, call.offset, call.bytes);
        if (file !== 'acknowledgements') break;
        promise(promised, call.bytes.toString());
        verdict.acknowledgements += 1;
        verdict.leaving = promised.leaving.size;
        await loseThePower();
        break;
      }
      case 'sync': {
        const file = open.get(call.descriptor);
        if (file === undefined || file === 'acknowledgements') break;
        verdict.syncs += 1;
        await loseThePower();
        if (file === 'directory') disk.syncNames();
        else disk.sync(file);
      }
    }
  }
  await loseThePower();
  return verdict;
}

const nothing: Fate = { of: () => 'dropped', sector: () => false };
const everything: Fate = { of: () => 'kept', sector: () => true };
function byChance(dice: Seeded): Fate {
  return {
    of: () => {
      const thrown = dice.fraction();
      return thrown < 0.4 ? 'kept' : thrown < 0.6 ? 'dropped' : 'torn';
    },
    sector: () => dice.fraction() < 0.5,
  };
}

function promise(promised: Promised, text: string): void {
  const { events, jobs, leaving } = acknowledged.parse(JSON.parse(text));
  for (const { id, delivery, kind } of events) promised.events.set(id, `${delivery} ${kind}`);
  for (const { id, state } of jobs) promised.jobs.set(id, state);
  if (leaving !== undefined) promised.leaving.add(leaving);
}

async function judge(
  files: ReadonlyMap<string, Buffer>,
  promised: Promised,
  verdict: Verdict,
): Promise<void> {
  verdict.replays += 1;
  const directory = mkdtempSync(join(scratch, 'ocma-power-'));
  try {
    for (const [name, content] of files) writeFileSync(join(directory, name), content);
    const gate = openGate(createGateMemory(), 1);
    await prepareData(quietPorts({ data: directory, clock: createClock(), url: '' }), gate);
    const db = openDatabase({ file: join(directory, 'ocma.db'), gate });
    try {
      const broken = faults(db);
      if (broken.length === 0) verdict.opened += 1;
      const missing = missingIn(db, promised);
      if (missing.length > 0) verdict.lost += 1;
      verdict.examples.push(...[...broken, ...missing].slice(0, 3));
    } finally {
      db.close();
    }
  } catch (error) {
    verdict.examples.push(`did not open: ${String(error)}`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What is wrong with the file itself. */
function faults(db: Database): string[] {
  const wrong: string[] = [];
  const check = db.sql<{ integrity_check: string }>('PRAGMA integrity_check').all();
  for (const { integrity_check: line } of check) if (line !== 'ok') wrong.push(`damaged: ${line}`);
  const strays = db.sql('PRAGMA foreign_key_check').all().length;
  if (strays > 0) wrong.push(`${strays} rows point nowhere`);
  // A delivery and its history are written in one transaction.
  const torn = db
    .sql<{
      id: string;
      state: string;
      told: string;
    }>(`SELECT d.id, d.state, e.to_state AS told FROM delivery d
      JOIN delivery_event e ON e.id = (SELECT max(id) FROM delivery_event WHERE delivery_id = d.id AND to_state IS NOT NULL)
      WHERE d.state <> e.to_state AND d.version > 1`)
    .all();
  for (const { id, state, told } of torn) wrong.push(`${id} is ${state}, and its history says ${told}`);
  return wrong;
}

/** What was acknowledged and is not there. */
function missingIn(db: Database, promised: Promised): string[] {
  const missing: string[] = [];
  const events = new Map(
    db
      .sql<{ id: number; what: string }>(`SELECT id, delivery_id || ' ' || kind AS what FROM delivery_event`)
      .all()
      .map(({ id, what }) => [id, what]),
  );
  for (const [id, what] of promised.events)
    if (events.get(id) !== what) missing.push(`lost the event ${what}`);
  const jobs = new Map(
    db
      .sql<{ id: string; state: string }>(`SELECT id, state FROM job`)
      .all()
      .map(({ id, state }) => [id, state]),
  );
  for (const [id, state] of promised.jobs) {
    const now = jobs.get(id);
    const ended = state === 'done' || state === 'dead' || state === 'cancelled';
    if (now === undefined || (ended && now !== state)) missing.push(`lost that ${id} is ${state}`);
  }
  const sending = db.sql(`SELECT 1 FROM delivery_part WHERE text = :text AND state IN ('sending', 'sent')`);
  for (const text of promised.leaving)
    if (sending.get({ text }) === undefined) missing.push(`lost that "${text}" is being sent`);
  return missing;
}
