import { expect, test } from 'vitest';
import { defaultWorkspaceSettings } from '../../../src/engine/settings/workspace-settings.ts';
import { addAccount, addWorkspace } from '../../support/feature.ts';
import { startNotices } from './notices-world.ts';

const hour = 60 * 60_000;

test('a post that went out is told with its account, its network and its first words', async () => {
  const { notices, delivery, tell, gather } = await startNotices();
  const deliveryId = delivery('published');
  tell({ kind: 'published', deliveryId, excerpt: 'The oven is warm.' });
  await gather();
  expect(notices).toMatchObject([
    {
      kind: 'published',
      title: '@mara posted on X',
      body: 'The oven is warm.',
      actions: [],
      target: `/queue?delivery=${deliveryId}`,
    },
  ]);
});

test.each(['failed', 'unknown', 'missed'] as const)(
  'a post that needs the user is told in words: %s',
  async (kind) => {
    const { notices, delivery, tell, gather } = await startNotices();
    tell({ kind, deliveryId: delivery(kind), excerpt: 'The oven is warm.', code: 'duplicate' });
    await gather();
    const [notice] = notices;
    expect(`${notice?.title} ${notice?.body}`).toMatch(/@mara.*The oven is warm\./);
    expect(JSON.stringify(notice)).not.toMatch(/duplicate\b.*\{|notices\.|errors\.|\{\{/);
  },
);

test('each kind brings the buttons that mend it', async () => {
  const { notices, workspaceId, accountId, delivery, tell, gather, world } = await startNotices();
  const labels = async (kind: 'failed' | 'unknown' | 'missed' | 'at_risk', code: string | null) => {
    const deliveryId = delivery(kind === 'at_risk' ? 'scheduled' : kind);
    tell({ kind, code, deliveryId });
    await gather();
    const actions = notices.at(-1)?.actions ?? [];
    return { deliveryId, actions, labels: actions.map((action) => action.label) };
  };
  const again = await labels('failed', 'unavailable');
  expect(again.labels).toEqual(['Try again', 'Open']);
  expect(again.actions[0]?.run).toEqual({
    kind: 'call',
    procedure: 'queue.retry',
    input: { workspaceId, id: again.deliveryId },
  });
  expect((await labels('failed', 'duplicate')).labels).toEqual(['Edit', 'Open']);
  expect((await labels('failed', 'auth_revoked')).labels).toEqual(['Connect again', 'Open']);
  expect((await labels('unknown', null)).labels).toEqual(['Look again', 'Open']);
  expect((await labels('missed', null)).labels).toEqual(['Open']);
  expect((await labels('at_risk', null)).labels).toEqual(['Open']);
  world.deps.db.write(() =>
    world.deps.db.sql(`UPDATE account SET state = 'needs_reconnect', problem_code = 'auth_revoked'`).run(),
  );
  tell({ kind: 'account_needs_you', code: 'auth_revoked' });
  await gather();
  expect(notices.at(-1)?.actions).toEqual([
    { label: 'Connect again', run: { kind: 'open', target: `/accounts?connect=x&reconnect=${accountId}` } },
  ]);
});

test('a failure is told with its reason', async () => {
  const { notices, delivery, tell, gather } = await startNotices();
  tell({ kind: 'failed', deliveryId: delivery('failed'), code: 'duplicate' });
  await gather();
  expect(notices[0]?.body).toContain('X refused this post because');
});

test('a code that has no sentence gets one all the same', async () => {
  const { notices, delivery, tell, gather } = await startNotices();
  tell({ kind: 'failed', deliveryId: delivery('failed'), code: 'brand_new_code' });
  await gather();
  expect(notices[0]?.body).not.toContain('brand_new_code');
  expect(notices[0]?.body.length).toBeGreaterThan(10);
});

test('nothing is told to those who do not want to hear it', async () => {
  const quiet = await startNotices({ settings: { ...defaultWorkspaceSettings, notifyPublished: false } });
  quiet.tell({ kind: 'published', deliveryId: quiet.delivery('published') });
  quiet.tell({ kind: 'failed', deliveryId: quiet.delivery('failed') });
  await quiet.gather();
  expect(quiet.notices.map(({ kind }) => kind)).toEqual(['failed']);
  const silent = await startNotices({ settings: { ...defaultWorkspaceSettings, notifyFailed: false } });
  for (const kind of ['failed', 'unknown', 'missed', 'published'] as const)
    silent.tell({ kind, deliveryId: silent.delivery(kind) });
  await silent.gather();
  expect(silent.notices.map(({ kind }) => kind)).toEqual(['published']);
});

test('nothing is told of an account that is not of the workspace', async () => {
  const { world, notices, delivery, tell, gather } = await startNotices();
  tell({ kind: 'published', deliveryId: delivery('published') }, addWorkspace(world));
  await gather();
  expect(notices).toEqual([]);
});

test('several of a kind that come together are told as one', async () => {
  const { world, workspaceId, notices, delivery, tell, drain, gather } = await startNotices();
  for (const excerpt of ['One', 'Two', 'Three', 'Four', 'Five'])
    tell({ kind: 'published', deliveryId: delivery('published'), excerpt });
  await drain();
  world.clock.advance(9_000);
  const other = addAccount(world, workspaceId, { username: 'tom' });
  for (let count = 0; count < 3; count += 1)
    tell({ kind: 'failed', deliveryId: delivery('failed'), code: 'unavailable' });
  await drain();
  expect(notices).toEqual([]);
  await gather(1_000);
  expect(notices).toMatchObject([
    { title: '@mara: 5 posts published', body: 'One · Two · Three, and 2 more' },
    {
      title: '3 posts for @mara need you',
      actions: [{ label: 'Try all again', run: { procedure: 'queue.retryAll' } }, { label: 'Open' }],
      target: '/queue?section=needs_me',
    },
  ]);
  tell({ kind: 'failed', deliveryId: delivery('failed'), code: 'unavailable' });
  tell({ kind: 'failed', accountId: other, deliveryId: delivery('failed', other), code: 'unavailable' });
  await gather();
  expect(notices.at(-1)).toMatchObject({ title: '2 posts need you', actions: [{ label: 'Open' }] });
});

test('more kinds at once than anybody reads are told as one summary', async () => {
  const { notices, delivery, tell, gather } = await startNotices();
  for (const kind of ['published', 'failed', 'unknown'] as const) tell({ kind, deliveryId: delivery(kind) });
  await gather();
  expect(notices).toMatchObject([
    {
      kind: 'failed',
      title: 'Since you last looked',
      body: '1 post needs you. 1 post may be out. 1 post went out.',
    },
  ]);
});

test('what has been mended before it could be told is not told', async () => {
  const { world, notices, delivery, tell, drain, gather } = await startNotices();
  const id = delivery('failed');
  tell({ kind: 'failed', deliveryId: id });
  await drain();
  world.deps.db.write(() =>
    world.deps.db.sql(`UPDATE delivery SET state = 'scheduled', problem = NULL WHERE id = :id`).run({ id }),
  );
  await gather();
  expect(notices).toEqual([]);
});

test('in quiet hours notices wait, and come as one summary when they are over', async () => {
  // It is 13:00 in Berlin; quiet from 12:00 to 14:00.
  const { world, notices, delivery, tell, gather } = await startNotices({
    quietHours: { from: 12 * 60, to: 14 * 60 },
  });
  tell({ kind: 'published', deliveryId: delivery('published') });
  tell({ kind: 'published', deliveryId: delivery('published') });
  await gather();
  tell({ kind: 'failed', deliveryId: delivery('failed'), code: 'unavailable' });
  for (let quarter = 0; quarter < 3; quarter += 1) await gather(hour / 4);
  expect(notices).toEqual([]);
  await gather(hour / 4);
  expect(notices).toMatchObject([
    {
      kind: 'failed',
      title: 'While it was quiet',
      body: '1 post needs you. 2 posts went out.',
      target: '/queue?section=needs_me',
    },
  ]);
  expect(world.deps.db.sql(`SELECT count(*) AS count FROM notice_pending`).get()).toEqual({ count: 0 });
  tell({ kind: 'published', deliveryId: delivery('published') });
  await gather();
  expect(notices).toHaveLength(2);
});
