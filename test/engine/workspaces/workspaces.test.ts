import { describe, expect, test } from 'vitest';
import { ensureFirstWorkspace } from '../../../src/engine/workspaces/create-workspace.ts';
import { createWorkspacesHandlers } from '../../../src/engine/workspaces/handlers.ts';
import { resolveWorkspace } from '../../../src/engine/workspaces/resolve-workspace.ts';
import type { Workspace } from '../../../src/shared/models/workspace.ts';
import { workspaceColors } from '../../../src/shared/workspace-colors.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';

async function start() {
  const world = await createFeatureWorld();
  const begun: string[] = [];
  const deps = { ...world.deps, initialSettings: (made: Workspace) => void begun.push(made.id) };
  const first = ensureFirstWorkspace(deps, 'Europe/Berlin');
  const workspaces = createWorkspacesHandlers(deps);
  const caller = { workspaceId: first.id, actor: 'user' };
  return { world, deps, first, workspaces, caller, begun };
}

describe('workspaces', () => {
  test('the first one is made once', async () => {
    const { deps, first, workspaces, caller, begun } = await start();
    expect(ensureFirstWorkspace(deps, 'Asia/Tokyo')).toEqual(first);
    expect(workspaces.list(caller, {})).toEqual([first]);
    expect(begun).toEqual([first.id]);
  });

  test('get colours in turn, their own if one is chosen, and their settings in the same transaction', async () => {
    const { workspaces, caller, first, begun } = await start();
    const second = workspaces.create(caller, { name: 'Bakery', timeZone: 'UTC' });
    const third = workspaces.create(caller, { name: 'Shop', timeZone: 'UTC', color: '#ABCDEF' });
    expect(second.color).not.toBe(first.color);
    const offered: readonly string[] = workspaceColors.map(({ hex }) => hex);
    expect(offered).toEqual(expect.arrayContaining([first.color, second.color]));
    expect(third).toMatchObject({ color: '#abcdef', kind: 'real', version: 1 });
    expect(begun).toEqual([first.id, second.id, third.id]);
  });

  test('in a zone that nobody knows are refused', async () => {
    const { workspaces, caller, first } = await start();
    expect(() => workspaces.create(caller, { name: 'Bakery', timeZone: 'Mars/Olympus' })).toThrow(
      'time_zone_unknown',
    );
    expect(() => workspaces.update(caller, { id: first.id, version: 1, timeZone: 'Mars/Olympus' })).toThrow(
      'time_zone_unknown',
    );
  });

  test('a stale write is refused and both are shown', async () => {
    const { workspaces, caller, first } = await start();
    const { id } = first;
    const changed = workspaces.update(caller, { id, version: 1, name: 'Bakery' });
    expect(changed).toMatchObject({ name: 'Bakery', version: 2, timeZone: 'Europe/Berlin' });
    expect(() => workspaces.update(caller, { id, version: 1, name: 'Shop' })).toThrow(
      expect.objectContaining({
        code: 'stale_version',
        details: {
          current: expect.objectContaining({ name: 'Bakery', version: 2 }),
          yours: expect.objectContaining({ name: 'Shop' }),
        },
      }),
    );
    expect(workspaces.list(caller, {})).toEqual([changed]);
  });
});

describe('the workspace of a call that names none', () => {
  test('is the first real one with an account, else practice, else the first real one', async () => {
    const { world, first } = await start();
    const { db } = world.deps;
    expect(resolveWorkspace(db)).toBe(first.id);
    const practice = addWorkspace(world, { kind: 'practice' });
    expect(resolveWorkspace(db)).toBe(practice);
    const second = addWorkspace(world);
    addAccount(world, second, { username: 'gone', state: 'disconnected' });
    expect(resolveWorkspace(db)).toBe(practice);
    addAccount(world, second);
    expect(resolveWorkspace(db)).toBe(second);
    expect(resolveWorkspace(db, first.id)).toBe(first.id);
    expect(() => resolveWorkspace(db, 'wsp_unknown')).toThrow('not_found');
  });
});
