import { expect, test } from 'vitest';
import { createPostsJob } from '../../../src/engine/metrics/jobs/posts-job.ts';
import type { Job } from '../../../src/engine/queue/job.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';

async function start() {
  const world = await createFeatureWorld();
  const { db } = world.deps;
  const workspaceId = addWorkspace(world);
  const accountId = addAccount(world, workspaceId);
  const httpOf = () => {
    throw new Error('nobody is asked');
  };
  const handler = createPostsJob({ ...world.deps, httpOf });
  const job: Job = {
    id: 'job',
    workspaceId,
    queue: 'background',
    kind: 'metrics.posts',
    subjectId: accountId,
    platform: 'x',
    accountId,
    payload: '{}',
    runAt: 0,
    attempts: 0,
    maxAttempts: 6,
    lease: 'lease',
  };
  const publish = (remoteId: string, publishedAt: number): void =>
    db.write(() => {
      db.sql(
        `INSERT INTO remote_post (id, workspace_id, account_id, remote_id, text, published_at, first_seen_at) VALUES (:remoteId, :workspaceId, :accountId, :remoteId, '', :publishedAt, 0)`,
      ).run({ remoteId, workspaceId, accountId, publishedAt });
    });
  const waiting = () => db.sql<{ runAt: number }>(`SELECT run_at AS runAt FROM job`).all();
  const now = world.clock.now();
  return {
    handler,
    job,
    publish,
    waiting,
    now,
    run: () => handler.run(job, new AbortController().signal, { onTheWire: () => undefined }),
  };
}

test('with nothing to read it ends, and with something to come it comes again then', async () => {
  const { run, publish, now } = await start();
  expect(await run()).toEqual({ kind: 'done' });
  publish('one', now);
  expect(await run()).toEqual({ kind: 'again', at: now + 120_000 });
});

test('posts of a thread, a moment apart, are read together', async () => {
  const { run, publish, now } = await start();
  publish('one', now);
  publish('two', now + 2_000);
  publish('much later', now + 90_000);
  expect(await run()).toEqual({ kind: 'again', at: now + 122_000 });
});

test('a post that goes out while it runs is not forgotten', async () => {
  const { handler, job, run, publish, waiting, now } = await start();
  const outcome = await run();
  publish('meanwhile', now);
  handler.record?.(job, outcome, { state: 'done' });
  expect(waiting()).toEqual([{ runAt: now + 120_000 }]);
});

test('a post that goes out while it runs comes before one that was waited for', async () => {
  const { handler, job, run, publish, waiting, now } = await start();
  publish('known', now + 3_600_000);
  const outcome = await run();
  publish('meanwhile', now);
  handler.record?.(job, outcome, {
    state: 'ready',
    runAt: now + 3_720_000,
    attempts: 0,
    code: null,
    detail: null,
  });
  expect(waiting()).toEqual([{ runAt: now + 120_000 }]);
});
