import { describe, expect, test } from 'vitest';
import { createSettingsHandlers } from '../../../src/engine/settings/handlers.ts';
import { readOpenAiKey } from '../../../src/engine/settings/openai-key.ts';
import {
  defaultWorkspaceSettings,
  readWorkspaceSettings,
  writeInitialSettings,
} from '../../../src/engine/settings/workspace-settings.ts';
import { createVault } from '../../../src/engine/vault/vault.ts';
import { addWorkspace, createFeatureWorld } from '../../support/feature.ts';

const vaultKey = {
  kind: 'keychain',
  load: () => Promise.resolve(new Uint8Array(32).fill(7)),
  derive: () => Promise.reject(new Error('not asked')),
} as const;

async function start() {
  const world = await createFeatureWorld({ vaultKey });
  const { db } = world.deps;
  const workspaceId = addWorkspace(world);
  const vault = createVault({
    db,
    keyPort: vaultKey,
    practiceKey: new Uint8Array(32),
    clock: world.clock,
  });
  const settings = createSettingsHandlers({ ...world.deps, vault });
  const caller = { workspaceId, actor: 'user' };
  return { world, db, vault, workspaceId, settings, caller };
}

describe('settings of a workspace', () => {
  test('start with slots on weekdays and a cap of ten dollars', async () => {
    const { settings, caller } = await start();
    const found = settings.workspace(caller, {});
    expect(found.slots).toHaveLength(15);
    expect(found.slots[0]).toEqual({ weekday: 1, minute: 9 * 60 + 20 });
    expect(found.monthlyCapMicros).toBe(10_000_000);
    expect(found.catchUp).toEqual({ rule: 'publish_within', minutes: 120 });
  });

  test('keep what is given, leave the rest, and bring slots into the order of the week', async () => {
    const { settings, caller } = await start();
    const slots = [
      { weekday: 7, minute: 60 },
      { weekday: 1, minute: 600 },
      { weekday: 7, minute: 60 },
    ];
    const changed = settings.updateWorkspace(caller, { slots, monthlyCapMicros: null });
    expect(changed.slots).toEqual([slots[1], slots[0]]);
    expect(changed.monthlyCapMicros).toBeNull();
    expect(changed.notifyFailed).toBe(true);
    expect(settings.workspace(caller, {})).toEqual(changed);
  });

  test('are told to the screens', async () => {
    const { world, settings, caller, workspaceId } = await start();
    settings.updateWorkspace(caller, { notifyPublished: false });
    expect(world.changes).toContainEqual({ topic: 'settings', workspaceId, id: null });
  });

  test('fall back to the default where the stored value is damaged, and say so in the log', async () => {
    const { world, db, settings, caller, workspaceId } = await start();
    settings.updateWorkspace(caller, { notifyPublished: false });
    db.write(() =>
      db.sql(`UPDATE setting SET value = '"often"' WHERE workspace_id = :workspaceId`).run({ workspaceId }),
    );
    expect(settings.workspace(caller, {})).toEqual(defaultWorkspaceSettings);
    expect(world.log).toMatchObject([{ level: 'warn', details: { setting: 'notifyPublished' } }]);
  });

  test('of one workspace leave another alone', async () => {
    const { world, settings, caller } = await start();
    const other = addWorkspace(world);
    settings.updateWorkspace(caller, { monthlyCapMicros: 1 });
    expect(readWorkspaceSettings(world.deps, other).monthlyCapMicros).toBe(10_000_000);
  });

  test('hold a stored cap from the first moment, so that whoever reads the row alone finds one', async () => {
    const { world, db } = await start();
    for (const kind of ['real', 'practice'] as const) {
      const id = addWorkspace(world, { kind });
      writeInitialSettings(db, { id, kind }, world.clock.now());
      const row = db
        .sql<{ value: string }>(
          `SELECT value FROM setting WHERE workspace_id = :id AND name = 'monthlyCapMicros'`,
        )
        .get({ id });
      expect(Number(row?.value)).toBe(kind === 'real' ? 10_000_000 : 100_000_000);
    }
  });
});

describe('spending', () => {
  test('counts the running month in UTC, spent and reserved apart', async () => {
    const { world, db, settings, caller, workspaceId } = await start();
    const spend = (id: string, month: string, micros: number, state: string): void =>
      void db
        .sql(
          `INSERT INTO spending (id, workspace_id, platform, operation, month, micros, state, at) VALUES (:id, :workspaceId, 'x', 'posts.create', :month, :micros, :state, 0)`,
        )
        .run({ id, workspaceId, month, micros, state });
    db.write(() => {
      spend('a', '2026-11', 15_000, 'spent');
      spend('b', '2026-11', 200_000, 'reserved');
      spend('c', '2026-10', 999, 'spent');
    });
    expect(settings.spending(caller, {})).toEqual({
      month: '2026-11',
      spentMicros: 15_000,
      reservedMicros: 200_000,
      capMicros: 10_000_000,
    });
    world.clock.advance(10 * 86_400_000);
    expect(settings.spending(caller, {})).toMatchObject({ month: '2026-12', spentMicros: 0 });
  });
});

describe('settings of the installation', () => {
  test('seal the key, never show it, and hand it to nobody but the server it was entered for', async () => {
    const { db, vault, settings, caller } = await start();
    const planted = 'sk-planted-4711';
    const saved = await settings.updateApp(caller, { openAi: { key: planted } });
    expect(saved.openAi.hasKey).toBe(true);
    expect(JSON.stringify(saved)).not.toContain(planted);
    const rows = db.sql(`SELECT * FROM secret`).all();
    expect(JSON.stringify(rows)).not.toContain(planted);
    expect(await readOpenAiKey(db, vault, 'https://api.openai.com/v1')).toBe(planted);

    const moved = await settings.updateApp(caller, { openAi: { baseUrl: 'https://models.example/v1' } });
    expect(moved.openAi.hasKey).toBe(false);
    expect(await readOpenAiKey(db, vault, moved.openAi.baseUrl)).toBeNull();
  });

  test('forget the key when it is emptied', async () => {
    const { settings, caller } = await start();
    await settings.updateApp(caller, { openAi: { key: 'sk-one' } });
    expect((await settings.updateApp(caller, { openAi: { key: '' } })).openAi.hasKey).toBe(false);
  });

  test('refuse an address to which the key would travel in the open', async () => {
    const { settings, caller } = await start();
    await expect(
      settings.updateApp(caller, { openAi: { baseUrl: 'http://models.example/v1' } }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
    const local = await settings.updateApp(caller, { openAi: { baseUrl: 'http://127.0.0.1:11434/v1' } });
    expect(local.openAi.baseUrl).toBe('http://127.0.0.1:11434/v1');
  });

  test('keep the rest as it was', async () => {
    const { settings, caller } = await start();
    await settings.updateApp(caller, { colorScheme: 'dark' });
    const found = await settings.updateApp(caller, { firstRunDone: true });
    expect(found).toMatchObject({ colorScheme: 'dark', firstRunDone: true, closeToTray: true });
  });
});
