import { describe, expect, test } from 'vitest';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import type { RemotePost } from '../../../src/engine/platforms/reading.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import { createCommentsJob } from '../../../src/engine/metrics/jobs/comments-job.ts';
import { createHistoryJob } from '../../../src/engine/metrics/jobs/history-job.ts';
import { createMetricsHandlers } from '../../../src/engine/metrics/handlers.ts';
import type { JobHandler } from '../../../src/engine/queue/handler.ts';
import type { Job } from '../../../src/engine/queue/job.ts';
import { onAccountConnected } from '../../../src/engine/metrics/schedule-readings.ts';
import type { AccountHttp, Failure } from '../../../src/engine/http/call.ts';
import { accountId } from '../../../src/shared/models/ids.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';

const dayMs = 86_400_000;
const newest = Date.UTC(2026, 10, 23);
const post = (index: number): RemotePost => ({
  remoteId: String(1_000 - index),
  url: null,
  text: `Post ${index}`,
  publishedAt: newest - index * dayMs,
  inReplyTo: null,
  metrics: { likes: index },
});
const all = Array.from({ length: 250 }, (_, index) => post(index));
const nowhere: AccountHttp = {
  endpoints: x.endpoints,
  prepare: () => Promise.resolve(null),
  send: () => Promise.reject(new Error('nothing is sent')),
};
const answered = { ok: true, status: 200, fromCache: false, readAt: 0 } as const;

/** A network with 250 posts, three pages of them; `cost` is what reading one costs. */
async function start(cost = 0) {
  const asked: (string | null)[] = [];
  let failure: Failure | null = null;
  const platform: Platform = {
    ...x,
    api: {
      ...x.api,
      readCost: (_kind, count) => count * cost,
      history: (_http, _account, { cursor, limit }) => {
        asked.push(cursor);
        if (failure !== null) return Promise.resolve({ ok: false, failure });
        const from = Number(cursor ?? 0);
        const next = from + limit < all.length ? String(from + limit) : null;
        return Promise.resolve({ ...answered, data: { posts: all.slice(from, from + limit), next } });
      },
      comments: (_http, _account, { posts }) =>
        Promise.resolve({
          ...answered,
          data: posts.map(({ remoteId, publishedAt }) => ({
            remoteId: `c${remoteId}`,
            kind: 'reply' as const,
            onPost: remoteId,
            author: 'reader',
            authorName: 'A reader',
            text: 'Well said',
            at: publishedAt + 1_000,
            url: null,
          })),
        }),
    },
  };
  const world = await createFeatureWorld();
  world.clock.advance(newest + dayMs - world.clock.now());
  const workspaceId = addWorkspace(world, { kind: 'real' });
  const id = accountId.parse(addAccount(world, workspaceId, { username: 'someone' }));
  const deps = {
    ...world.deps,
    platformOf: () => platform,
    httpOf: () => nowhere,
    readTable: () => ({ header: [], lines: [] }),
    zoneOf: () => 'UTC',
    historyGrew: () => undefined,
  };
  const handlers = createMetricsHandlers(deps);
  const caller = { workspaceId, actor: 'user' };
  const run = (handler: JobHandler, kind: string) => {
    const job: Job = {
      id: 'job',
      workspaceId,
      queue: 'background',
      kind,
      subjectId: id,
      platform: 'x',
      accountId: id,
      payload: '{}',
      runAt: 0,
      attempts: 0,
      maxAttempts: 6,
      lease: 'lease',
    };
    return handler.run(job, new AbortController().signal, { onTheWire: () => undefined });
  };
  return {
    world,
    deps,
    asked,
    caller,
    id,
    handlers,
    connect: () => onAccountConnected(deps, { id, workspaceId }),
    state: () => handlers.histories(caller, {})[0],
    run: () => run(createHistoryJob(deps), 'metrics.history'),
    comments: () => run(createCommentsJob(deps), 'metrics.comments'),
    fail(next: Failure | null) {
      failure = next;
    },
  };
}

describe('an account’s own past', () => {
  test('is read at once where that is free, page by page, and goes on where it was', async () => {
    const { connect, run, state, asked, fail } = await start();
    connect();
    expect(state()).toMatchObject({ state: 'reading', posts: 0 });
    expect(await run()).toMatchObject({ kind: 'again' });
    fail({ code: 'rate_limited', reach: 'refused', retryAt: newest + 2 * dayMs, detail: '', status: 429 });
    expect(await run()).toMatchObject({ kind: 'later', at: newest + 2 * dayMs });
    expect(state()).toMatchObject({ state: 'reading', posts: 100 });
    fail(null);
    expect(await run()).toMatchObject({ kind: 'again' });
    expect(await run()).toEqual({ kind: 'done' });
    expect(asked).toEqual([null, '100', '100', '200']);
    expect(state()).toMatchObject({ state: 'done', posts: 250, oldestAt: newest - 249 * dayMs });
    connect();
    expect(state()).toMatchObject({ state: 'done' });
  });

  test('is asked about first where reading costs, up to what the user allows', async () => {
    const { connect, run, state, asked, handlers, caller, id } = await start(5_000);
    connect();
    expect(state()).toMatchObject({ state: 'asks', costOfHundredMicros: 500_000 });
    expect(await run()).toEqual({ kind: 'done' });
    expect(asked).toEqual([]);
    handlers.readHistory(caller, { accountId: id, most: 150 });
    await run();
    expect(await run()).toEqual({ kind: 'done' });
    expect(state()).toMatchObject({ state: 'stopped', posts: 150 });
    handlers.readHistory(caller, { accountId: id, most: 100 });
    expect(state()).toMatchObject({ state: 'stopped' });
    handlers.readHistory(caller, { accountId: id });
    await run();
    expect(state()).toMatchObject({ state: 'done', posts: 250 });
  });

  test('can be stopped, and what was read stays', async () => {
    const { connect, run, state, handlers, caller, id } = await start();
    connect();
    await run();
    handlers.stopHistory(caller, { accountId: id });
    expect(await run()).toEqual({ kind: 'done' });
    expect(state()).toMatchObject({ state: 'stopped', posts: 100 });
    expect(handlers.posts(caller, { timeRange: '365d', sort: 'newest', limit: 500 })).toHaveLength(100);
  });
});

test('what others write under own posts is kept once, beside the mentions', async () => {
  const { connect, run, comments, handlers, caller } = await start();
  connect();
  await run();
  expect(await comments()).toMatchObject({ kind: 'again' });
  await comments();
  const found = handlers.mentions(caller, { limit: 200 });
  // Those under posts of the last two weeks.
  expect(found).toHaveLength(14);
  expect(found[0]).toMatchObject({ kind: 'comment', onPost: '1000', author: 'reader' });
});

test('a network without a search says so', async () => {
  const { handlers, caller, id } = await start();
  await expect(handlers.searchNetwork(caller, { accountId: id, query: 'rye', limit: 5 })).rejects.toThrow(
    'not_offered',
  );
});
