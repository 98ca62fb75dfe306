import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPictureHandler, wantPicture } from '../../../src/engine/accounts/picture-job.ts';
import { openPicture } from '../../../src/engine/accounts/picture-files.ts';
import type { Job } from '../../../src/engine/queue/job.ts';
import { startWorld } from '../../support/engine-world.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';
import { startNetwork } from '../http/network.ts';
import type { TestNetwork } from '../http/network.ts';
import { png } from '../media/pictures.ts';

describe('an account of the practice network', () => {
  test('has its picture on this machine, where the host finds it', async () => {
    const world = await startWorld();
    const { id, avatarUrl } = await world.connect();
    expect(avatarUrl).toBeNull();
    await world.drain('background');
    const [account] = await world.client.accounts.list({ workspaceId: world.workspaceId });
    expect(account?.avatarUrl).toMatch(new RegExp(`^/avatars/${id}\\?v=[0-9a-f]{16}$`));
    const picture = world.engine.media.openPicture(id);
    expect(picture?.mimeType).toBe('image/png');
    const origin = new URL(account?.profileUrl ?? '').origin;
    const served = await fetch(`${origin}/practice/avatars/mara_bakes.png`);
    expect(readFileSync(picture?.path ?? '')).toEqual(Buffer.from(await served.arrayBuffer()));
    expect(picture?.bytes).toBe(readFileSync(picture?.path ?? '').byteLength);
    expect(world.engine.media.openPicture('acc_none')).toBeNull();
    const { calls } = await world.client.system.health({});
    expect(calls.filter(({ operation }) => operation === 'account.picture')).toMatchObject([
      { platform: 'x', count: 1, failures: 0, costMicros: 0 },
    ]);
  });

  test('has its picture read anew with each reading of its profile', async () => {
    const world = await startWorld();
    const { client, workspaceId } = world;
    const { id } = await world.connect();
    const file = new Database(join(world.directory, 'data', 'ocma.db'));
    onTestFinished(() => void file.close());
    await world.drain('background');
    const forget = () => {
      file.prepare(`UPDATE account SET picture_sha256 = NULL, picture_type = NULL`).run();
      expect(world.engine.media.openPicture(id)).toBeNull();
    };
    forget();
    await client.accounts.check({ workspaceId, id });
    await world.drain('background');
    expect(world.engine.media.openPicture(id)).not.toBeNull();
    forget();
    await world.pass(25 * 3_600_000);
    await world.drain('background');
    expect(world.engine.media.openPicture(id)).not.toBeNull();
  });
});

/** An account at a network of this machine, whose picture is at `address` there. */
async function start(options: { endpoints?: string } = {}) {
  const world = await createFeatureWorld({ fetch: globalThis.fetch });
  const network = await startNetwork();
  const { db, ports } = world.deps;
  const workspaceId = addWorkspace(world);
  const handler = createPictureHandler(world.deps);
  const at = options.endpoints ?? network.url;
  const add = (username: string, address: string) => {
    const id = addAccount(world, workspaceId, { username });
    const endpoints = Object.fromEntries(
      ['authorize', 'token', 'revoke', 'api', 'upload'].map((name) => [name, at]),
    );
    db.sql(`UPDATE account SET avatar_url = :address, endpoints = :endpoints WHERE id = :id`).run({
      id,
      address,
      endpoints: JSON.stringify(endpoints),
    });
    return id;
  };
  const run = (accountId: string) => {
    const job: Job = {
      id: 'job',
      workspaceId,
      queue: 'background',
      kind: handler.kind,
      subjectId: accountId,
      platform: null,
      accountId,
      payload: '{}',
      runAt: 0,
      attempts: 0,
      maxAttempts: 6,
      lease: 'lease',
    };
    return handler.run(job, new AbortController().signal, { onTheWire: () => undefined });
  };
  const files = (): string[] => {
    try {
      return readdirSync(join(ports.paths.data, 'avatars'));
    } catch {
      return [];
    }
  };
  const open = (accountId: string) => openPicture(db, ports.paths.data, accountId);
  const codes = () => db.sql<{ code: string | null }>(`SELECT code FROM http_audit ORDER BY id`).all();
  return { ...world, db, network, workspaceId, add, run, files, open, codes };
}

const shows = (network: TestNetwork, bytes: Uint8Array, status = 200): void =>
  network.answer((_request, response) => response.writeHead(status).end(bytes));

describe('a picture', () => {
  test('is asked for without credentials, kept once for all who have it, and gives way to a new one', async () => {
    const world = await start();
    const { network, add, run, files, open } = world;
    shows(network, png(2, 2));
    const [one, two] = [add('one', `${network.url}/a.png`), add('two', `${network.url}/b.png`)];
    expect(await run(one)).toEqual({ kind: 'done' });
    await run(two);
    expect(network.seen[0]?.headers).not.toHaveProperty('authorization');
    expect(network.seen[0]?.headers).not.toHaveProperty('cookie');
    expect(files()).toHaveLength(1);
    expect(world.changes.map(({ id }) => id)).toEqual([one, two]);
    await run(one);
    expect(world.changes).toHaveLength(2);

    shows(network, png(3, 3));
    await run(one);
    expect(files()).toHaveLength(2);
    expect(open(one)?.path).not.toBe(open(two)?.path);
    await run(two);
    expect(files()).toHaveLength(1);
    expect(open(two)?.bytes).toBe(png(3, 3).byteLength);

    world.db.sql(`UPDATE account SET avatar_url = NULL`).run();
    await run(one);
    await run(two);
    expect([open(one), open(two), files()]).toEqual([null, null, []]);
  });

  test.each([
    ['is no picture', 'platform_changed', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 200],
    ['is too large', 'platform_changed', Buffer.concat([png(2, 2), Buffer.alloc(1_000_000)]), 200],
    ['is gone', 'platform_refused', Buffer.from(''), 404],
    ['is elsewhere', 'platform_refused', Buffer.from(''), 302],
  ])('that %s changes nothing', async (_why, code, bytes, status) => {
    const { network, add, run, files, open, codes } = await start();
    shows(network, png(2, 2));
    const account = add('one', `${network.url}/a.png`);
    await run(account);
    const before = open(account);
    expect(before).not.toBeNull();
    network.answer((_request, response) => response.writeHead(status, { location: '/b.png' }).end(bytes));
    expect(await run(account)).toEqual({ kind: 'done' });
    expect(open(account)).toEqual(before);
    expect(files()).toHaveLength(1);
    expect(network.seen).toHaveLength(2);
    expect(codes()).toEqual([{ code: null }, { code }]);
  });

  test('is given up after five seconds', async () => {
    const { network, add, run, clock, codes } = await start();
    const asked = new Promise<void>((resolve) => network.answer(() => resolve()));
    const running = run(add('one', `${network.url}/a.png`));
    await asked;
    clock.advance(5_000);
    expect(await running).toEqual({ kind: 'done' });
    expect(codes()).toEqual([{ code: 'unavailable' }]);
  });

  test.each([
    ['over plain http from elsewhere', 'http://pictures.example/a.png'],
    ['from this machine for a network that is not here', null],
    ['from a file', 'file:///etc/hostname'],
  ])('is not asked for %s', async (_where, address) => {
    const { network, add, run, codes } = await start({ endpoints: 'https://api.network.example' });
    shows(network, png(2, 2));
    await run(add('one', address ?? `${network.url}/a.png`));
    expect(network.seen).toEqual([]);
    expect(codes()).toEqual([{ code: 'platform_changed' }]);
  });

  test('is asked for once, however often it is wanted', async () => {
    const { deps, db, workspaceId, add } = await start();
    const id = add('one', 'https://pictures.example/a.png');
    wantPicture(deps, { id, workspaceId });
    wantPicture(deps, { id, workspaceId });
    expect(db.sql(`SELECT kind, subject_id AS subject, state FROM job`).all()).toEqual([
      { kind: 'account.picture', subject: id, state: 'ready' },
    ]);
  });
});
