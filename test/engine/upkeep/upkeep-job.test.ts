import { expect, test } from 'vitest';
import type { Job } from '../../../src/engine/queue/job.ts';
import { createUpkeepHandler, ensureUpkeep } from '../../../src/engine/upkeep/upkeep-job.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';

const day = 86_400_000;

test('upkeep takes out what is old, leaves what is not, and comes again in a day', async () => {
  const world = await createFeatureWorld();
  const { deps, clock } = world;
  const { db } = deps;
  const workspaceId = addWorkspace(world);
  const accountId = addAccount(world, workspaceId);
  const now = clock.now();
  db.write(() => {
    const audit = db.sql(
      `INSERT INTO http_audit (at, workspace_id, platform, operation, ms, cache) VALUES (:at, :workspaceId, 'x', 'posts.create', 1, 'none')`,
    );
    for (let row = 0; row < 450; row += 1) audit.run({ at: now - 31 * day, workspaceId });
    audit.run({ at: now - 29 * day, workspaceId });
    const job = db.sql(
      `INSERT INTO job (id, workspace_id, queue, kind, subject_id, state, run_at, due_at, created_at, finished_at) VALUES (:id, :workspaceId, 'publisher', 'publish', :id, :state, 0, 0, 0, :finishedAt)`,
    );
    job.run({ id: 'old', workspaceId, state: 'done', finishedAt: now - 31 * day });
    job.run({ id: 'new', workspaceId, state: 'dead', finishedAt: now - 29 * day });
    job.run({ id: 'waiting', workspaceId, state: 'ready', finishedAt: null });
    const cached = db.sql(
      `INSERT INTO http_cache (account_id, key, body, read_at, expires_at) VALUES (:accountId, :key, '', 0, :expiresAt)`,
    );
    cached.run({ accountId, key: 'old', expiresAt: now - 8 * day });
    cached.run({ accountId, key: 'still of use', expiresAt: now - day });
    const flow = db.sql(
      `INSERT INTO connection_flow (id, workspace_id, platform, state_hash, redirect_uri, authorize_url, client_id, endpoints, status, created_at, expires_at)
       VALUES (:id, :workspaceId, 'x', :id, '', '', '', '{}', 'waiting', 0, :expiresAt)`,
    );
    flow.run({ id: 'flow_old', workspaceId, expiresAt: now - 2 * day });
    flow.run({ id: 'flow_new', workspaceId, expiresAt: now + 60_000 });
    const secret = db.sql(
      `INSERT INTO secret (workspace_id, owner_kind, owner_id, name, origin, key_id, nonce, sealed, updated_at)
       VALUES (:workspaceId, 'flow', :id, 'verifier', '', 'vault', :nonce, :nonce, 0)`,
    );
    for (const id of ['flow_old', 'flow_new']) secret.run({ workspaceId, id, nonce: new Uint8Array(12) });
    const online = db.sql(
      `INSERT INTO audience_day (workspace_id, account_id, starts_at, online) VALUES (:workspaceId, :accountId, :at, :online)`,
    );
    const countries = db.sql(
      `INSERT INTO audience_countries (workspace_id, account_id, read_at, countries) VALUES (:workspaceId, :accountId, :at, '[]')`,
    );
    for (const at of [now - 91 * day, now - 89 * day]) {
      online.run({ workspaceId, accountId, at, online: JSON.stringify(Array(24).fill(1)) });
      countries.run({ workspaceId, accountId, at });
    }
  });

  const claimed: Job = {
    id: 'job',
    workspaceId,
    queue: 'background',
    kind: 'upkeep',
    subjectId: 'installation',
    platform: null,
    accountId: null,
    payload: '{}',
    runAt: now,
    attempts: 0,
    maxAttempts: 6,
    lease: 'lease',
  };
  const outcome = await createUpkeepHandler(deps).run(claimed, new AbortController().signal, {
    onTheWire: () => undefined,
  });
  expect(outcome).toEqual({ kind: 'again', at: now + day });

  const left = (sql: string): unknown[] =>
    db
      .sql<{ id: unknown }>(sql)
      .all()
      .map(({ id }) => id);
  expect(left(`SELECT at AS id FROM http_audit`)).toEqual([now - 29 * day]);
  expect(left(`SELECT id FROM job ORDER BY id`)).toEqual(['new', 'waiting']);
  expect(left(`SELECT key AS id FROM http_cache`)).toEqual(['still of use']);
  expect(left(`SELECT id FROM connection_flow`)).toEqual(['flow_new']);
  expect(left(`SELECT owner_id AS id FROM secret`)).toEqual(['flow_new']);
  expect(left(`SELECT starts_at AS id FROM audience_day`)).toEqual([now - 89 * day]);
  expect(left(`SELECT read_at AS id FROM audience_countries`)).toEqual([now - 89 * day]);
});

test('upkeep is one job, however often the engine starts', async () => {
  const world = await createFeatureWorld();
  ensureUpkeep(world.deps);
  expect(world.deps.db.sql(`SELECT kind FROM job`).all()).toEqual([]);
  addWorkspace(world);
  ensureUpkeep(world.deps);
  ensureUpkeep(world.deps);
  expect(world.deps.db.sql(`SELECT kind, queue, state FROM job`).all()).toEqual([
    { kind: 'upkeep', queue: 'background', state: 'ready' },
  ]);
});
