import { expect, test } from 'vitest';
import { platforms } from '../../../src/engine/platforms/registry.ts';
import { createPracticeHandlers, resumePractice } from '../../../src/engine/practice/handlers.ts';
import type { PracticeDeps } from '../../../src/engine/practice/practice-deps.ts';
import { createWorkspace } from '../../../src/engine/workspaces/create-workspace.ts';
import { findPracticeWorkspace, listWorkspaces } from '../../../src/engine/workspaces/workspace-store.ts';
import { workspaceId } from '../../../src/shared/models/ids.ts';
import { createFeatureWorld } from '../../support/feature.ts';

/** A practice server that comes up at another port each time. */
function createServer() {
  let url: string | null = null;
  let starts = 0;
  return {
    get url() {
      return url;
    },
    start() {
      starts += 1;
      url ??= `http://127.0.0.1:${4_000 + starts}`;
      return Promise.resolve({ url });
    },
    stop() {
      url = null;
      return Promise.resolve();
    },
  };
}

async function start() {
  const server = createServer();
  const world = await createFeatureWorld({ practiceServer: server });
  const { db } = world.deps;
  const overrides: { platform: string; api: string; authorize: string }[] = [];
  const deps: PracticeDeps = {
    ...world.deps,
    platforms,
    findPracticeWorkspace: () => findPracticeWorkspace(db),
    createPracticeWorkspace: (given) =>
      createWorkspace({ ...world.deps, initialSettings: () => {} }, { ...given, kind: 'practice' }),
    setEndpointOverride: (_workspaceId, platform, { api, authorize }) =>
      void overrides.push({ platform, api, authorize }),
  };
  const caller = { workspaceId: workspaceId.parse('none'), actor: 'user' };
  return { world, db, deps, server, overrides, practice: createPracticeHandlers(deps), caller };
}

test('practice makes its workspace once and points every network at the server', async () => {
  const { world, db, practice, caller, overrides } = await start();
  expect(practice.state(caller, {})).toEqual({ running: false, url: null, workspace: null });
  const begun = await practice.start(caller, { timeZone: 'Europe/Berlin' });
  const again = await practice.start(caller, { timeZone: 'Asia/Tokyo' });
  expect(begun).toMatchObject({
    running: true,
    url: 'http://127.0.0.1:4001',
    workspace: { kind: 'practice', timeZone: 'Europe/Berlin' },
  });
  expect(again.workspace).toEqual(begun.workspace);
  expect(listWorkspaces(db)).toHaveLength(1);
  expect(overrides[0]).toEqual({
    platform: 'x',
    api: 'http://127.0.0.1:4001',
    authorize: 'http://127.0.0.1:4001/i/oauth2/authorize',
  });
  expect(world.changes).toContainEqual({
    topic: 'practice',
    workspaceId: begun.workspace?.id,
    id: null,
  });
});

test('practice refuses a zone that nobody knows before anything starts', async () => {
  const { practice, caller, server } = await start();
  await expect(practice.start(caller, { timeZone: 'Mars/Olympus' })).rejects.toMatchObject({
    code: 'time_zone_unknown',
  });
  expect(server.url).toBeNull();
});

test('practice comes back with the engine, wherever its server is then, unless it was stopped', async () => {
  const { deps, practice, caller, server, overrides } = await start();
  await resumePractice(deps);
  expect(server.url).toBeNull();

  await practice.start(caller, { timeZone: 'Europe/Berlin' });
  await server.stop();
  await resumePractice(deps);
  expect(overrides.at(-1)?.api).toMatch(/^http:\/\/127\.0\.0\.1:4002(?:\/|$)/);

  expect((await practice.stop(caller, {})).running).toBe(false);
  await resumePractice(deps);
  expect(server.url).toBeNull();
});

test('the engine starts also where practice does not', async () => {
  const { deps, practice, caller, world } = await start();
  await practice.start(caller, { timeZone: 'Europe/Berlin' });
  const broken = {
    ...deps,
    ports: {
      ...deps.ports,
      practiceServer: {
        url: null,
        start: () => Promise.reject(new Error('no')),
        stop: () => Promise.resolve(),
      },
    },
  };
  await resumePractice(broken);
  expect(world.log).toMatchObject([{ level: 'error' }]);
});
