import { writeFileSync } from 'node:fs';
import Driver from 'better-sqlite3';
import type { Ports } from '../../src/engine/ports.ts';
import { createClock } from '../../src/engine/system/clock.ts';
import { openApp } from './app.ts';
import type { Life } from './life.ts';
import { storeRequest } from './stored-request.ts';

/**
 * The app as a process of its own, to be killed: opens a data directory, publishes what is due and ends when no delivery
 * is on its way any more. Its one argument is a `Life` as JSON.
 */
const life = JSON.parse(process.argv[2] ?? '') as Life;
/** A life that recovers may wait for the last look at a list; more than this is not waited for, in milliseconds. */
const longestLifeMs = 900_000;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Commits left until it dies; null while it may live. */
let commitsLeft: number | null = null;
function watchCommits(): void {
  const { prepare } = Driver.prototype;
  const watched = function (this: Driver.Database, source: string): Driver.Statement {
    const statement = prepare.call(this, source);
    if (!/^\s*(?:COMMIT|END)\b/i.test(source)) return statement;
    const { run: ran } = statement;
    const run = (...given: unknown[]): unknown => Reflect.apply(ran, statement, given);
    const counted = (...given: unknown[]): unknown => {
      if (commitsLeft !== null) commitsLeft -= 1;
      return commitsLeft === 0 ? die() : run(...given);
    };
    return Object.defineProperty(statement, 'run', { value: counted });
  };
  Object.defineProperty(Driver.prototype, 'prepare', { value: watched });
}

const addressOf = (input: string | URL | Request): string | URL =>
  input instanceof Request ? input.url : input;

const requests: { method: string; path: string }[] = [];
const mortalFetch: Ports['fetch'] = async (input, init) => {
  const request = { method: init?.method ?? 'GET', path: new URL(addressOf(input)).pathname };
  requests.push(request);
  const { kill } = life;
  if (kill.kind !== 'request' || requests.length !== kill.nth) return await fetch(input, init);
  switch (kill.cut) {
    case 'unsent':
      return die();
    case 'late':
      await storeRequest(life.lateFile, new Request(input, init));
      return die();
    case 'accepted':
      await fetch(input, init);
      return die();
    case 'reset': {
      await fetch(input, init);
      commitsLeft = kill.commit;
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' }),
      });
    }
    case 'frozen':
      process.kill(process.pid, 'SIGSTOP');
      return await fetch(input, init);
    case 'answered': {
      const answer = await fetch(input, init);
      const body = await answer.arrayBuffer();
      commitsLeft = kill.commit;
      const { status, headers } = answer;
      return new Response(body.byteLength === 0 ? null : body, { status, headers });
    }
  }
};

watchCommits();
const clock = createClock(life.clock);
const bornAt = clock.now();
const { engine, client } = await openApp({ ...life, clock, fetch: mortalFetch });
for (;;) {
  await engine.drain('publisher');
  const { deliveries } = await client.queue.list({ section: 'next' });
  if (deliveries.length === 0 || clock.now() - bornAt > longestLifeMs) break;
  const waiting = deliveries.flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []);
  const wait = Math.max(500, Math.min(30_000, Math.min(...waiting) - clock.now()));
  await new Promise<void>((resolve) => void clock.setTimer(wait, resolve));
}
await engine.stop();
writeFileSync(life.requestsFile, JSON.stringify(requests));
