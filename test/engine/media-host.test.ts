import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createS3Host } from '../../src/engine/media-host/s3.ts';
import { mediaFilePath } from '../../src/engine/media/files.ts';
import type { VaultKeyPort } from '../../src/engine/ports.ts';
import { mediaId } from '../../src/shared/models/ids.ts';
import { bucketKey, startBucket } from '../support/bucket.ts';
import { createTestClock } from '../support/clock.ts';
import { temporaryDatabase } from '../support/database.ts';
import { furtherNetworks } from '../support/model-network/further.ts';
import { startModelWorld } from '../support/model-network/world.ts';
import type { ModelWorld } from '../support/model-network/world.ts';

const content = new TextEncoder().encode('a picture, or as good as one'.repeat(100_000));
const sha256 = createHash('sha256').update(content).digest('hex');
const source = {
  sha256,
  bytes: content.byteLength,
  mimeType: 'image/png',
  read: (offset: number, length: number) => Promise.resolve(content.subarray(offset, offset + length)),
};

async function hostWith(secretKey: string) {
  const place = { ...(await startBucket()), prefix: 'ocma/', accessKeyId: bucketKey.accessKeyId };
  const { db } = await temporaryDatabase();
  const ports = { clock: createTestClock(), fetch: globalThis.fetch };
  const host = createS3Host({
    db,
    ports,
    place,
    secretKey: () => Promise.resolve(secretKey),
    workspaceId: 'w',
  });
  const calls = () =>
    db
      .sql<{ operation: string; status: number }>(`SELECT operation, status FROM http_audit ORDER BY id`)
      .all();
  return { host, place, calls };
}

test('a file is put into the bucket, fetched by a signed address without a key, and gone afterwards', async () => {
  const { host, place, calls } = await hostWith(bucketKey.secretKey);
  expect(await host.put('some file.png', source)).toEqual({ ok: true });
  const address = await host.address('some file.png');
  if (!address.ok) throw new Error(address.detail);
  const fetched = await fetch(address.url);
  expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(
    createHash('sha256')
      .update(new Uint8Array(await fetched.arrayBuffer()))
      .digest('hex'),
  ).toBe(sha256);
  const unsigned = await fetch(`${place.endpoint}/${place.bucket}/ocma/other.png`, { method: 'DELETE' });
  expect(unsigned.status).toBe(403);
  const forged = await fetch(address.url.replace(/Signature=.{8}/, 'Signature=00000000'));
  expect(forged.status).toBe(403);
  expect(await host.remove('some file.png')).toEqual({ ok: true });
  expect((await fetch(address.url)).status).toBe(404);
  expect(await host.remove('some file.png')).toEqual({ ok: true });
  expect(calls().map(({ operation }) => operation)).toEqual([
    'media_host.put',
    'media_host.remove',
    'media_host.remove',
  ]);
});

test('a wrong secret is refused', async () => {
  const { host } = await hostWith('not the secret');
  expect(await host.put('a.png', source)).toMatchObject({ ok: false, why: 'denied' });
});

test('bytes that are not what was signed are refused', async () => {
  const { host } = await hostWith(bucketKey.secretKey);
  const other = createHash('sha256').update('other').digest('hex');
  expect(await host.put('a.png', { ...source, sha256: other })).toMatchObject({ ok: false });
});

const vaultKey: VaultKeyPort = {
  kind: 'keychain',
  load: () => Promise.resolve(new Uint8Array(32).fill(7)),
  derive: () => Promise.reject(new Error('no passphrase here')),
};

async function worldWithPlace(): Promise<ModelWorld> {
  const world = await startModelWorld(furtherNetworks.comments, { vaultKey });
  await world.client.settings.setMediaHost({ ...(await startBucket()), prefix: 'ocma', ...bucketKey });
  return world;
}

async function picturePost(world: ModelWorld) {
  const { workspaceId, accountId } = world;
  const id = mediaId.parse('med_1');
  const path = mediaFilePath(join(world.directory, 'data'), sha256);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  world.write(({ db, clock }) =>
    db.write(() =>
      db
        .sql(`INSERT INTO media (id, workspace_id, sha256, file_name, kind, mime_type, bytes, width, height, alt_text, created_at)
          VALUES (:id, :workspaceId, :sha256, 'loaf.png', 'image', 'image/png', :bytes, 3, 3, '', :now)`)
        .run({ id, workspaceId, sha256, bytes: content.byteLength, now: clock.now() }),
    ),
  );
  return {
    workspaceId,
    accountIds: [accountId],
    parts: [{ text: 'with a picture', media: [{ id, altText: '' }] }],
    options: { [furtherNetworks.comments.name]: { audience: 'all' } },
  };
}

const hosted = (world: ModelWorld) =>
  world.read((db) => db.sql<{ url: string | null; key: string }>(`SELECT url, key FROM hosted_media`).all());

test('setting it up is tried in plain words, keeps the secret to itself, and can be forgotten', async () => {
  const world = await worldWithPlace();
  const { client, workspaceId } = world;
  expect(await client.settings.testMediaHost({ workspaceId })).toMatchObject({ ok: true, fix: null });
  const { mediaHost } = await client.settings.mediaHost({});
  expect(mediaHost).toMatchObject({ prefix: 'ocma/', hasSecretKey: true });
  expect(JSON.stringify(mediaHost)).not.toContain('secretKey":"');
  if (mediaHost === null) throw new Error('Nothing was kept.');
  const { hasSecretKey: _, ...place } = mediaHost;
  await client.settings.setMediaHost({ ...place, secretKey: 'wrong' });
  expect(await client.settings.testMediaHost({ workspaceId })).toMatchObject({ ok: false });
  await client.settings.forgetMediaHost({});
  expect(await client.settings.mediaHost({})).toEqual({ mediaHost: null });
  expect(await client.settings.testMediaHost({ workspaceId })).toMatchObject({ ok: false });
  await expect(
    client.settings.setMediaHost({ ...place, endpoint: 'http://example.org', secretKey: 'x' }),
  ).rejects.toMatchObject({ code: 'invalid_input' });
});

test('without a place a network that fetches media says so before anything is scheduled', async () => {
  const world = await startModelWorld(furtherNetworks.comments, { vaultKey });
  const { workspaceId } = world;
  // The practice workspace has a place without anybody setting one up.
  world.write(({ db }) =>
    db.write(() => db.sql(`UPDATE workspace SET kind = 'real' WHERE id = :workspaceId`).run({ workspaceId })),
  );
  const { lines } = await world.client.posts.preflight(await picturePost(world));
  expect(lines.map(({ id }) => id)).toContain('mediaMissing');
});

test('media lie at one address until their post is out, and are taken away afterwards', async () => {
  const world = await worldWithPlace();
  const { client, workspaceId } = world;
  const post = await client.posts.create(await picturePost(world));
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  world.model.faults([
    { match: { operation: 'handles.create', nth: 1 }, fault: { kind: 'status', status: 500 } },
  ]);
  await world.drain();
  const [first] = hosted(world);
  expect((await fetch(first?.url ?? '')).status).toBe(200);
  await world.crash();
  await world.settleAll();
  expect(world.model.truth()).toHaveLength(1);
  expect(hosted(world)).toEqual([first]);
  world.pass(2 * 3_600_000);
  await world.drainBackground();
  expect(hosted(world)).toEqual([]);
  expect((await fetch(first?.url ?? '')).status).toBe(404);
});

test('a file of a post that is gone is taken away, too', async () => {
  const world = await worldWithPlace();
  const { client, workspaceId } = world;
  const post = await client.posts.create(await picturePost(world));
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  world.model.faults([
    { match: { operation: 'handles.create' }, fault: { kind: 'rate_limit', resetInMs: 86_400_000 } },
  ]);
  await world.drain();
  expect(hosted(world)).toHaveLength(1);
  const [row] = (await client.posts.get({ workspaceId, id: post.id })).deliveries;
  await client.queue.drop({ workspaceId, id: row?.id ?? '' });
  world.pass(26 * 3_600_000);
  await world.drainBackground();
  expect(hosted(world)).toEqual([]);
});
