import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram } from '../../scripts/project.ts';

const patienceMs = 10_000;

/** How Redis keeps what it is given: every write synced, as our database does, or what was written in a second together. */
export type Durability = 'always' | 'everysec';

/** What BullMQ's documentation recommends for production: an append-only file, and nothing evicted. */
export const redisSettings = (durability: Durability): readonly string[] => [
  '--appendonly',
  'yes',
  '--appendfsync',
  durability,
  '--save',
  '',
  '--maxmemory-policy',
  'noeviction',
];

/** Runs `use` with a Redis server of its own on loopback. */
export async function withRedis<Result>(
  directory: string,
  durability: Durability,
  use: (port: number) => Promise<Result>,
): Promise<Result> {
  const program = findProgram('redis-server');
  if (program === null) {
    throw new Error('There is no redis-server to compare with. On Debian: apt-get install redis-server');
  }
  mkdirSync(directory, { recursive: true });
  const port = await freePort();
  const server = spawn(
    program,
    ['--bind', '127.0.0.1', '--port', String(port), '--dir', directory, ...redisSettings(durability)],
    { stdio: 'ignore' },
  );
  const gone = once(server, 'exit');
  try {
    await Promise.race([
      listening(port),
      gone.then(() => {
        throw new Error('redis-server ended at once.');
      }),
    ]);
    return await use(port);
  } finally {
    server.kill('SIGTERM');
    await gone;
  }
}

async function listening(port: number): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const socket = createConnection({ port, host: '127.0.0.1' });
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await wait(20);
    } finally {
      socket.destroy();
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
