import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Database } from '../../../src/engine/db/database.ts';
import type { VaultKeyPort } from '../../../src/engine/ports.ts';
import { deriveKeyBytes, newKeyBytes } from '../../../src/engine/vault/cipher.ts';
import type { SecretPlace } from '../../../src/engine/vault/place.ts';
import { createVault } from '../../../src/engine/vault/vault.ts';
import { temporaryDatabase } from '../../support/database.ts';
import { addWorkspace } from '../http/account-world.ts';

const token: SecretPlace = {
  workspaceId: 'wsp_1',
  ownerKind: 'account',
  ownerId: 'acc_1',
  name: 'access_token',
  origin: 'https://api.example.org',
};

/** A keychain in memory. */
function keychain(): VaultKeyPort & { key: Uint8Array | null; asked: number } {
  return {
    kind: 'keychain',
    key: null,
    asked: 0,
    load({ create }) {
      this.asked += 1;
      if (this.key === null && create) this.key = newKeyBytes();
      return Promise.resolve(this.key);
    },
    derive: deriveKeyBytes,
  };
}

/** A machine without a keychain, with a passphrase from outside or none. */
function headless(given: string | null = null): VaultKeyPort {
  return {
    kind: given === null ? 'none' : 'passphrase',
    load: async ({ salt }) =>
      given === null || salt === undefined ? null : await deriveKeyBytes(given, salt),
    derive: deriveKeyBytes,
  };
}

const vaultOf = (db: Database, keyPort: VaultKeyPort, onKey?: (key: Uint8Array) => void) =>
  createVault({
    db,
    keyPort,
    practiceKey: new Uint8Array(32).fill(7),
    clock: { now: () => 5 },
    ...(onKey !== undefined && { onKey }),
  });

async function database() {
  const made = await temporaryDatabase();
  addWorkspace(made.db, 'wsp_1');
  addWorkspace(made.db, 'wsp_2');
  addWorkspace(made.db, 'wsp_p', 'practice');
  return made;
}

test('a secret opens where it was sealed, and its text is nowhere in the file', async () => {
  const { db, file } = await database();
  const port = keychain();
  const vault = vaultOf(db, port);
  await vault.ready(token, { create: true });
  vault.seal(token, 'planted-secret-4711');
  expect(vault.open(token)).toBe('planted-secret-4711');
  const bytes = readFileSync(file).toString('latin1') + readFileSync(`${file}-wal`).toString('latin1');
  expect(bytes).toContain('access_token');
  expect(bytes).not.toContain('planted-secret');
  expect(bytes).not.toContain(Buffer.from(port.key ?? []).toString('latin1'));
});

test.each([
  ['another workspace', { workspaceId: 'wsp_2' }],
  ['another account', { ownerId: 'acc_2' }],
  ['another owner', { ownerKind: 'developer_app' }],
  ['another name', { name: 'refresh_token' }],
  ['another origin', { origin: 'https://evil.example.org' }],
] as const)('a row that is moved to %s does not open', async (_what, change) => {
  const { db } = await database();
  const vault = vaultOf(db, keychain());
  await vault.ready(token, { create: true });
  vault.seal(token, 'secret');
  const moved = { ...token, ...change };
  db.sql(
    `UPDATE secret SET workspace_id = :workspaceId, owner_kind = :ownerKind, owner_id = :ownerId, name = :name, origin = :origin
     WHERE owner_kind = 'account'`,
  ).run(moved);
  expect(vault.open(moved)).toBeNull();
});

test('a changed byte does not open', async () => {
  const { db } = await database();
  const vault = vaultOf(db, keychain());
  await vault.ready(token, { create: true });
  vault.seal(token, 'secret');
  const row = db.sql<{ sealed: Uint8Array }>(`SELECT sealed FROM secret WHERE owner_kind = 'account'`).get();
  const sealed = Uint8Array.from(row?.sealed ?? []);
  sealed[0] = (sealed[0] ?? 0) ^ 1;
  db.sql(`UPDATE secret SET sealed = :sealed WHERE owner_kind = 'account'`).run({ sealed });
  expect(vault.open(token)).toBeNull();
  db.sql(`UPDATE secret SET sealed = :sealed WHERE owner_kind = 'account'`).run({
    sealed: new Uint8Array(3),
  });
  expect(vault.open(token)).toBeNull();
});

test('the key is made by the first real secret and found again at the next start', async () => {
  const { db } = await database();
  const port = keychain();
  const handed: Uint8Array[] = [];
  const first = vaultOf(db, port, (key) => handed.push(key));
  expect(first.state).toBe('ready');
  await first.ready(token);
  expect([port.key, first.open(token)]).toEqual([null, null]);
  await Promise.all([first.ready(token, { create: true }), first.ready(token, { create: true })]);
  expect(handed).toHaveLength(1);
  first.seal(token, 'kept');
  const second = vaultOf(db, port);
  expect(second.state).toBe('locked');
  await second.ready(token);
  expect([second.state, second.kind, second.open(token)]).toEqual(['ready', 'keychain', 'kept']);
});

test('practice needs no vault, and its key opens nothing real', async () => {
  const { db } = await database();
  const vault = vaultOf(db, headless());
  const practice = { ...token, workspaceId: 'wsp_p', origin: 'practice' };
  expect(vault.state).toBe('absent');
  await vault.ready(practice, { create: true });
  vault.seal(practice, 'practice-token');
  expect(vault.open(practice)).toBe('practice-token');
  expect(() => vault.seal(token, 'real')).toThrow('vault_locked');
  expect(() => vault.seal({ ...practice, ownerKind: 'developer_app' }, 'real')).toThrow('vault_locked');
  await expect(vault.ready(token, { create: true })).rejects.toMatchObject({
    code: 'vault_unavailable',
    params: { reason: 'no_keychain' },
  });
  // A row of the practice key does not open once it stands in a real workspace.
  db.sql(`UPDATE secret SET workspace_id = 'wsp_1'`).run();
  expect(vault.open({ ...practice, workspaceId: 'wsp_1' })).toBeNull();
});

test('a passphrase makes the vault, opens it again, and a wrong one does not', async () => {
  const { db } = await database();
  const first = vaultOf(db, headless());
  await first.unlock('correct horse');
  await first.ready(token, { create: true });
  first.seal(token, 'kept');
  const second = vaultOf(db, headless());
  expect([second.state, second.kind]).toEqual(['locked', 'passphrase']);
  await expect(second.ready(token)).rejects.toMatchObject({ params: { reason: 'passphrase_needed' } });
  expect(() => second.open(token)).toThrow('vault_locked');
  await expect(second.unlock('wrong horse')).rejects.toMatchObject({
    code: 'vault_locked',
    params: { reason: 'passphrase_wrong' },
  });
  expect(second.state).toBe('locked');
  await second.unlock('correct horse');
  expect(second.open(token)).toBe('kept');
});

test('a passphrase from outside opens by itself; another one says that it is wrong', async () => {
  const { db } = await database();
  const first = vaultOf(db, headless('from outside'));
  await first.ready(token, { create: true });
  first.seal(token, 'kept');
  const second = vaultOf(db, headless('from outside'));
  await second.ready(token);
  expect(second.open(token)).toBe('kept');
  await expect(vaultOf(db, headless('another')).ready(token)).rejects.toMatchObject({
    params: { reason: 'passphrase_wrong' },
  });
  // The file stays with its passphrase on a machine that has a keychain.
  const desktop = vaultOf(db, keychain());
  await expect(desktop.ready(token, { create: true })).rejects.toMatchObject({ code: 'vault_locked' });
});

test('where the keychain holds another key, old secrets stay shut and a new secret starts anew', async () => {
  const { db } = await database();
  const first = vaultOf(db, keychain());
  await first.ready(token, { create: true });
  first.seal(token, 'old');
  const second = vaultOf(db, keychain());
  await expect(second.ready(token)).rejects.toMatchObject({ params: { reason: 'other_key' } });
  await second.ready(token, { create: true });
  expect(second.open(token)).toBeNull();
  second.seal(token, 'new');
  expect(second.open(token)).toBe('new');
});

test('a thread works with the key it is given', async () => {
  const { db } = await database();
  const main = vaultOf(db, keychain());
  expect(main.exportKeyForThreads()).toBeNull();
  await main.ready(token, { create: true });
  main.seal(token, 'kept');
  const thread = vaultOf(db, headless());
  expect(() => thread.open(token)).toThrow('vault_locked');
  thread.setKey(main.exportKeyForThreads() ?? new Uint8Array());
  await thread.ready(token);
  expect(thread.open(token)).toBe('kept');
});

test('a secret that is sealed in a transaction that fails is not there', async () => {
  const { db } = await database();
  const vault = vaultOf(db, keychain());
  await vault.ready(token, { create: true });
  vault.seal(token, 'first');
  expect(() =>
    db.write(() => {
      vault.seal(token, 'second');
      throw new Error('crash');
    }),
  ).toThrow('crash');
  expect(vault.open(token)).toBe('first');
});

test('an owner is forgotten without a key', async () => {
  const { db } = await database();
  const vault = vaultOf(db, keychain());
  await vault.ready(token, { create: true });
  vault.seal(token, 'a');
  vault.seal({ ...token, name: 'refresh_token' }, 'r');
  vault.seal({ ...token, ownerId: 'acc_2' }, 'other');
  const locked = vaultOf(db, headless());
  locked.remove(token, 'access_token');
  expect([vault.open(token), vault.open({ ...token, name: 'refresh_token' })]).toEqual([null, 'r']);
  locked.remove(token);
  expect(vault.open({ ...token, name: 'refresh_token' })).toBeNull();
  expect(vault.open({ ...token, ownerId: 'acc_2' })).toBe('other');
});
