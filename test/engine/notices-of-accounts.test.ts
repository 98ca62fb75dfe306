import { expect, test } from 'vitest';
import { startWorld } from '../support/engine-world.ts';

test('an account that has lost its access stops its posts, keeps them, and tells the user once', async () => {
  const world = await startWorld();
  const account = await world.connect();
  const { client, workspaceId } = world;
  await world.faults(
    { match: { operation: 'posts.create' }, fault: { kind: 'token_revoked' } },
    {
      match: { operation: 'oauth.token' },
      fault: {
        kind: 'status',
        status: 400,
        body: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
      },
    },
  );
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text: 'Still here', media: [] }],
    accountIds: [account.id],
  });
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  await world.drain();
  const [after] = await client.accounts.list({ workspaceId });
  expect(after).toMatchObject({ state: 'needs_reconnect', problem: { code: 'auth_revoked' } });
  const { deliveries } = await client.queue.list({ workspaceId, section: 'needs_me' });
  expect(deliveries).toMatchObject([
    { state: 'failed', problem: { code: 'auth_revoked' }, excerpt: 'Still here' },
  ]);
  await world.drain('background');
  await world.pass(10_000);
  await world.drain('background');
  expect(world.notices.filter((notice) => notice.kind === 'account_needs_you')).toMatchObject([
    {
      title: '@mara_bakes on X needs you',
      target: `/accounts?connect=x&reconnect=${account.id}`,
      actions: [{ label: 'Connect again' }],
    },
  ]);

  await world.faults();
  await world.connect();
  await world.drain();
  expect((await world.truth()).map((entry) => entry.text)).toEqual(['Still here']);
});
