import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { accessToken } from '../../../src/host/ownership/access-token.ts';
import { takeDirectoryLock } from '../../../src/host/ownership/lock.ts';
import { connectToOwner } from '../../../src/host/ownership/owner-client.ts';
import { startOwnerServer } from '../../../src/host/ownership/owner-server.ts';
import type { OwnerServer } from '../../../src/host/ownership/owner-server.ts';
import { socketAddress } from '../../../src/host/ownership/socket-address.ts';
import { socketFetch } from '../../../src/host/ownership/socket-fetch.ts';
import { keptLog } from '../support/silent-log.ts';
import { smallEngine } from '../support/small-engine.ts';

const holder = fileURLToPath(new URL('./holder.ts', import.meta.url));
const servers: OwnerServer[] = [];
const holders: ChildProcess[] = [];

afterEach(async () => {
  for (const child of holders.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.close();
});

function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'ocma-owner-'));
}

async function startHolder(directory: string) {
  const child = spawn(process.execPath, [holder, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(child);
  const [said]: unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, said };
}

async function startServer(dataDirectory: string, invite: (() => string) | null = null) {
  const engine = smallEngine();
  const token = accessToken(dataDirectory);
  const server = await startOwnerServer({ dataDirectory, engine, log: keptLog(), token, invite });
  servers.push(server);
  return { engine, server };
}

describe('the lock of a data directory', () => {
  test('is held by one process, and free the moment that process is killed', async () => {
    const directory = newDirectory();
    const first = await startHolder(directory);
    expect(first.said).toBe('held');
    expect(takeDirectoryLock(directory)).toBeNull();
    expect((await startHolder(directory)).said).toBe('busy');

    const gone = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await gone;
    const lock = takeDirectoryLock(directory);
    expect(lock).not.toBeNull();
    lock?.release();
  });

  test('is free again after it was released', () => {
    const directory = newDirectory();
    takeDirectoryLock(directory)?.release();
    const again = takeDirectoryLock(directory);
    expect(again).not.toBeNull();
    again?.release();
  });
});

describe('the access token', () => {
  test('is made once, for its owner alone', () => {
    const directory = newDirectory();
    const token = accessToken(directory);
    expect(accessToken(directory)).toBe(token);
    expect(statSync(join(directory, 'api-token')).mode & 0o077).toBe(0);
    rmSync(join(directory, 'api-token'));
    expect(accessToken(directory)).not.toBe(token);
  });
});

describe('a second process', () => {
  test('calls the owner, errors and streams included', async () => {
    const directory = newDirectory();
    const { engine } = await startServer(directory, () => 'http://127.0.0.1:1/open/fresh');
    const owner = await connectToOwner(directory);
    expect(await owner.client.system.info({})).toMatchObject({ version: '0.0.0' });
    expect(engine.actors).toEqual(['command_line']);
    expect(await owner.invite()).toBe('http://127.0.0.1:1/open/fresh');
    await expect(owner.client.content.measure({ text: 'Hi', platform: 'x' })).rejects.toMatchObject({
      code: 'content_invalid',
      data: { message: 'Too long: Hi' },
    });
    const events = [];
    for await (const event of await owner.client.system.events({})) events.push(event);
    expect(events).toHaveLength(2);
  });

  test('needs the token of the directory', async () => {
    const directory = newDirectory();
    await startServer(directory);
    const { path } = socketAddress(directory);
    expect(statSync(path).mode & 0o077).toBe(0);
    const call = socketFetch(path);
    const request = { method: 'POST', headers: { authorization: 'Bearer wrong' } };
    expect((await call(new Request('http://owner/invite', request))).status).toBe(401);
    expect((await call(new Request('http://owner/rpc/system/info', request))).status).toBe(401);
  });

  test('finds the owner behind a socket that a dead one left', async () => {
    const directory = newDirectory();
    const { path } = socketAddress(directory);
    // Closing a server removes its socket; out of its reach, it stays as after a kill.
    const dead = createServer().listen(path);
    await once(dead, 'listening');
    renameSync(path, `${path}.kept`);
    dead.close();
    await once(dead, 'close');
    renameSync(`${path}.kept`, path);
    await startServer(directory);
    expect(await (await connectToOwner(directory)).invite()).toBeNull();
  });

  test('reaches a directory whose path is too long for a socket', async () => {
    const directory = join(newDirectory(), 'a'.repeat(120));
    const { path, directory: own } = socketAddress(directory);
    expect(Buffer.byteLength(path)).toBeLessThan(104);
    expect(own).not.toBeNull();
    expect(socketAddress(`${directory}b`).path).not.toBe(path);
    expect(socketAddress(directory, 'win32').path).toMatch(/^\\\\\.\\pipe\\ocma-[0-9a-f]{24}$/);
  });
});
