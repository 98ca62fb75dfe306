import { expect, test } from 'vitest';
import { createNoticeHandler } from '../../../src/engine/notices/notice-job.ts';
import type { Job } from '../../../src/engine/queue/job.ts';
import { defaultWorkspaceSettings } from '../../../src/engine/settings/workspace-settings.ts';
import type { Notice } from '../../../src/shared/models/event.ts';
import type { WorkspaceId } from '../../../src/shared/models/ids.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';

const jobOf = (workspaceId: WorkspaceId, payload: object): Job => ({
  id: 'job',
  workspaceId,
  queue: 'background',
  kind: 'notice',
  subjectId: 'dlv_1:published',
  platform: 'x',
  accountId: null,
  payload: JSON.stringify(payload),
  runAt: 0,
  attempts: 0,
  maxAttempts: 6,
  lease: 'lease',
});

async function start(settings = defaultWorkspaceSettings) {
  const world = await createFeatureWorld();
  const workspaceId = addWorkspace(world);
  const accountId = addAccount(world, workspaceId);
  const notices: Notice[] = [];
  const handler = createNoticeHandler({
    ...world.deps,
    settingsOf: () => settings,
    notify: (notice) => notices.push(notice),
  });
  const tell = (
    payload: { kind: Notice['kind']; excerpt?: string; code?: string },
    workspace = workspaceId,
  ) =>
    handler.run(
      jobOf(workspace, { deliveryId: 'dlv_1', accountId, excerpt: '', code: null, ...payload }),
      new AbortController().signal,
    );
  return { world, notices, tell };
}

test('a post that went out is told with its account, its network and its first words', async () => {
  const { notices, tell } = await start();
  expect(await tell({ kind: 'published', excerpt: 'The oven is warm.' })).toEqual({ kind: 'done' });
  expect(notices).toMatchObject([
    {
      kind: 'published',
      title: '@mara posted on X',
      body: 'The oven is warm.',
      target: '/queue?delivery=dlv_1',
    },
  ]);
});

test.each(['failed', 'unknown', 'missed'] as const)(
  'a post that needs the user is told in words: %s',
  async (kind) => {
    const { notices, tell } = await start();
    await tell({ kind, excerpt: 'The oven is warm.', code: 'duplicate' });
    const [notice] = notices;
    expect(`${notice?.title} ${notice?.body}`).toMatch(/@mara.*The oven is warm\./);
    expect(`${notice?.title} ${notice?.body}`).not.toMatch(/duplicate\b.*\{|notices\.|errors\.|\{\{/);
  },
);

test('a failure is told with its reason', async () => {
  const { notices, tell } = await start();
  await tell({ kind: 'failed', code: 'duplicate' });
  expect(notices[0]?.body).toContain('X refused this post because');
});

test('a code that has no sentence gets one all the same', async () => {
  const { notices, tell } = await start();
  await tell({ kind: 'failed', code: 'brand_new_code' });
  expect(notices[0]?.body).not.toContain('brand_new_code');
  expect(notices[0]?.body.length).toBeGreaterThan(10);
});

test('nothing is told to those who do not want to hear it', async () => {
  const quiet = await start({ ...defaultWorkspaceSettings, notifyPublished: false });
  await quiet.tell({ kind: 'published' });
  await quiet.tell({ kind: 'failed' });
  expect(quiet.notices.map(({ kind }) => kind)).toEqual(['failed']);
  const silent = await start({ ...defaultWorkspaceSettings, notifyFailed: false });
  for (const kind of ['failed', 'unknown', 'missed', 'published'] as const) await silent.tell({ kind });
  expect(silent.notices.map(({ kind }) => kind)).toEqual(['published']);
});

test('nothing is told of an account that is not of the workspace', async () => {
  const { world, notices, tell } = await start();
  await tell({ kind: 'published' }, addWorkspace(world));
  expect(notices).toEqual([]);
});
