import { expect, test } from 'vitest';
import type { HealthLine } from '../../../src/shared/contract/system.ts';
import type { WorkspaceId } from '../../../src/shared/models/ids.ts';
import { admit, noteResult } from '../../../src/engine/http/breakers.ts';
import { noteSkew } from '../../../src/engine/http/clock-skew.ts';
import { endPauses, pause } from '../../../src/engine/http/pause.ts';
import { readHealth } from '../../../src/engine/operations/health.ts';
import type { OperationsDeps } from '../../../src/engine/operations/operations-deps.ts';
import { createVault } from '../../../src/engine/vault/vault.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';
import type { FeatureWorld } from '../../support/feature.ts';

const minute = 60_000;

async function healthWorld() {
  const world = await createFeatureWorld();
  const { deps } = world;
  const operations: OperationsDeps = {
    ...deps,
    vault: createVault({
      db: deps.db,
      keyPort: deps.ports.vaultKey,
      practiceKey: new Uint8Array(32),
      clock: deps.ports.clock,
    }),
    firstRunDone: () => true,
    threadState: () => 'running',
    movedByZoneRules: () => ({ count: 0, zones: [] }),
  };
  const health = (looked: WorkspaceId | null = null) => readHealth(operations, looked);
  return { world, operations, health };
}

/** A post of a workspace that waits for a decision. */
function addFailed({ deps }: FeatureWorld, workspaceId: WorkspaceId): void {
  const accountId = addAccount({ deps }, workspaceId);
  const ids = { workspaceId, accountId, post: deps.newId('post'), delivery: deps.newId('dlv') };
  deps.db.write(() => {
    deps.db
      .sql(
        `INSERT INTO post (id, workspace_id, parts, search_text, source, actor, created_at, updated_at)
         VALUES (:post, :workspaceId, '[]', '', 'app', 'user', 0, 0)`,
      )
      .run({ post: ids.post, workspaceId });
    deps.db
      .sql(
        `INSERT INTO delivery (id, workspace_id, post_id, account_id, state, catch_up, problem, created_at, updated_at)
         VALUES (:delivery, :workspaceId, :post, :accountId, 'failed', '{}', '{"code":"content_rejected"}', 0, 0)`,
      )
      .run(ids);
  });
}

const textOf = (lines: readonly HealthLine[], id: string) =>
  lines.find((line) => line.id.startsWith(id))?.text;

test('a trouble in practice colours practice alone, until something real is connected', async () => {
  const { world, health } = await healthWorld();
  const real = addWorkspace(world);
  const practice = addWorkspace(world, { kind: 'practice' });
  addFailed(world, practice);
  expect(health(practice)).toMatchObject({ status: 'amber', sentence: 'One post needs your decision.' });
  expect(health(real).status).toBe('green');
  expect(textOf(health(real).lines, 'deliveries')).toBeUndefined();
  expect(health().status).toBe('amber');
  addAccount(world, real);
  expect(health().status).toBe('green');
});

test('a trouble in another workspace is told by its name, and colours nothing here', async () => {
  const { world, health } = await healthWorld();
  const here = addWorkspace(world);
  const there = addWorkspace(world);
  addFailed(world, there);
  addAccount(world, there, { username: 'lost', state: 'needs_reconnect' });
  expect(health(here)).toMatchObject({ status: 'green', sentence: 'All is well.' });
  expect(health(here).lines.filter(({ workspaceId }) => workspaceId !== null)).toEqual([
    {
      id: `elsewhere:${there}`,
      status: 'problem',
      text: 'In the workspace Test 2 things need a look.',
      fix: 'Switch to it to see more.',
      workspaceId: there,
    },
  ]);
  expect(health(there)).toMatchObject({
    status: 'red',
    sentence: '@lost on X needs to be connected again.',
  });
  expect(health().status).toBe('red');
  expect(textOf(health().lines, 'deliveries')).toBe('In Test: One post needs your decision.');
});

test('what rests is told apart for reading and posting, with its reason and its end', async () => {
  const { world, health } = await healthWorld();
  const { db } = world.deps;
  const workspace = addWorkspace(world);
  const accountId = addAccount(world, workspace);
  const scopes = { accountId, clientId: 'app', apiOrigin: 'http://127.0.0.1:1' };
  const now = world.clock.now();
  const given = { until: now + 90 * minute, reason: 'quota_exhausted', now };
  pause(db, scopes, { kind: 'app', effect: 'read' }, given);
  expect(textOf(health(workspace).lines, 'account')).toBe(
    'Reading for @mara on X rests until 14:30: The quota at X is used up. Posts go out all the same.',
  );
  pause(db, scopes, { kind: 'account', effect: 'write' }, { ...given, until: now + 26 * 60 * minute });
  expect(health(workspace).sentence).toBe(
    'Posting of @mara on X rests until 2026-11-23 15:00: The quota at X is used up.',
  );
  endPauses(db, scopes);
  pause(db, scopes, { kind: 'app', effect: 'all' }, { ...given, reason: 'credits_exhausted' });
  const { lines } = health(workspace);
  expect(lines.filter(({ id }) => id.startsWith('account'))).toEqual([
    {
      id: `account:${accountId}:all`,
      status: 'warning',
      text: '@mara on X rests until 14:30: Your developer account at X has no credits left.',
      fix: 'Add credits there, then resume the account. Waiting posts go out then.',
      workspaceId: workspace,
    },
  ]);
});

test('an operation on hold is told with its failures and its next try, and practice keeps its own', async () => {
  const { world, health } = await healthWorld();
  const workspace = addWorkspace(world);
  const practice = addWorkspace(world, { kind: 'practice' });
  addAccount(world, workspace);
  const { db } = world.deps;
  const breaker = { db, clock: world.clock };
  const fail = (isPractice: boolean) => {
    const name = {
      origin: isPractice ? 'http://127.0.0.1' : 'https://api.example',
      platform: 'x',
      operation: 'posts.create',
      practice: isPractice,
    };
    for (let time = 0; time < 5; time += 1) {
      const admission = admit(breaker, name, `t${time}`, 30_000);
      if (admission.kind === 'go') noteResult(breaker, name, admission, true);
    }
    return name;
  };
  fail(true);
  expect(health(workspace).status).toBe('green');
  expect(health(practice).status).toBe('amber');
  const since = world.clock.now();
  const name = fail(false);
  expect(health(workspace)).toMatchObject({
    status: 'amber',
    sentence: 'X: “Publishing posts” is on hold for 15 s after 5 failures in a row.',
  });
  expect(health(workspace).onHold.filter((each) => !each.practice)).toEqual([
    {
      platform: 'x',
      operation: 'posts.create',
      failures: 5,
      since,
      nextTryAt: since + 15_000,
      trying: false,
      practice: false,
    },
  ]);
  world.clock.advance(15_000);
  expect(health(workspace).sentence).toContain('the next one tries');
  admit(breaker, name, 'probe', 30_000);
  expect(health(workspace).sentence).toContain('is being tried again');
  world.clock.advance(2 * 60 * minute);
  noteResult(breaker, name, { kind: 'go', probe: 'probe' }, false);
  expect(health(workspace)).toMatchObject({ status: 'green', onHold: [] });
});

test('a wrong clock is told with what to do, and a small difference is not', async () => {
  const { world, health } = await healthWorld();
  const { db } = world.deps;
  const workspace = addWorkspace(world);
  const network = { platform: 'x', origin: 'https://api.example' };
  noteSkew(db, network, 100_000, world.clock.now());
  expect(health(workspace)).toMatchObject({ status: 'green', clockSkewMs: 100_000 });
  noteSkew(db, network, 5 * minute, world.clock.now());
  expect(health(workspace)).toMatchObject({
    status: 'amber',
    sentence: 'Your computer’s clock is 5 minutes ahead of X’s.',
  });
  noteSkew(db, network, -5 * minute, world.clock.now());
  expect(health(workspace).sentence).toBe('Your computer’s clock is 5 minutes behind X’s.');
  expect(health(workspace).lines.find(({ id }) => id === 'clock')?.fix).toContain(
    'set date and time by itself',
  );
});

test('where answers came from is counted by operation', async () => {
  const { world, health } = await healthWorld();
  const workspaceId = addWorkspace(world);
  const at = world.clock.now();
  const insert = world.deps.db.sql(
    `INSERT INTO http_audit (at, workspace_id, platform, operation, ms, cache, layer, stale)
     VALUES (:at, :workspaceId, 'x', 'users.me', 1, :cache, :layer, :stale)`,
  );
  const rows = [
    ['miss', null, 0],
    ['hit', 'memory', 0],
    ['hit', 'memory', 0],
    ['hit', 'stored', 0],
    ['hit', 'stored', 1],
    ['revalidated', null, 0],
    ['none', null, 0],
  ] as const;
  world.deps.db.write(() => {
    for (const [cache, layer, stale] of rows) insert.run({ at, workspaceId, cache, layer, stale });
  });
  expect(health(workspaceId).cache).toEqual({
    storedBytes: 0,
    operations: [
      {
        platform: 'x',
        operation: 'users.me',
        practice: false,
        memory: 2,
        stored: 1,
        revalidated: 1,
        missed: 1,
        stale: 1,
      },
    ],
  });
});
