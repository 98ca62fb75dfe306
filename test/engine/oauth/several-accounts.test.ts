import { expect, test } from 'vitest';
import { forgetAccount } from '../../../src/engine/oauth/forget-account.ts';
import { revokeTokens } from '../../../src/engine/oauth/revoke.ts';
import type { SignedInAccount } from '../../../src/engine/platforms/sign-in.ts';
import type { WorkspaceId } from '../../../src/shared/models/ids.ts';
import { workspaceId } from '../../../src/shared/models/ids.ts';
import { addWorkspace, endpointsAt, wsp } from '../http/account-world.ts';
import {
  bookSignIn,
  comeBack,
  heldBy,
  modelPlatform,
  modelWorld,
  profileOf,
  revokePath,
  startModelServer,
  tokenPath,
} from './model-sign-in.ts';

const page = (id: string, over: Partial<SignedInAccount> = {}): SignedInAccount => ({
  profile: profileOf(id, `page-${id}`, { kind: 'Page' }),
  accessToken: `token-of-${id}`,
  expiresAt: null,
  grantor: 'mara',
  unusable: null,
  ...over,
});

const other = workspaceId.parse('wsp_2');

async function pagesWorld(pages: SignedInAccount[]) {
  const server = await startModelServer({
    [tokenPath]: () => [200, { access_token: 'of-mara', token_type: 'bearer', expires_in: 86_400 }],
    [revokePath]: () => [200, {}],
  });
  const platform = modelPlatform({
    ...bookSignIn,
    renewal: { kind: 'sign_in' },
    accounts: () => Promise.resolve({ ok: true, data: pages, status: 200, fromCache: false, readAt: 0 }),
  });
  const world = await modelWorld(server, platform);
  addWorkspace(world.db, other);
  world.point(endpointsAt(server.url), other);
  const signIn = async (over: object = {}, workspace: WorkspaceId = wsp) => {
    const given = { workspaceId: workspace, platform, openBrowser: false, ...over };
    const { flow } = await world.flows.start(given);
    return await comeBack(world, flow);
  };
  const revoked = () => server.forms(revokePath).map(({ token }) => token);
  return { world, signIn, revoked };
}

test('of several accounts the user chooses, and what is chosen is connected with its own token', async () => {
  const { world, signIn } = await pagesWorld([
    page('1'),
    page('2', { accessToken: null }),
    page('3', { unusable: 'You may only look at it.' }),
  ]);
  const flow = await signIn();
  expect(flow).toMatchObject({ status: 'choosing', accountId: null, listening: false });
  expect(flow.candidates).toEqual([
    {
      remoteId: '1',
      username: 'page-1',
      displayName: 'page-1',
      kind: 'Page',
      followers: null,
      unusable: null,
    },
    {
      remoteId: '2',
      username: 'page-2',
      displayName: 'page-2',
      kind: 'Page',
      followers: null,
      unusable: null,
    },
    expect.objectContaining({ remoteId: '3', unusable: 'You may only look at it.' }),
  ]);
  expect(JSON.stringify(world.db.sql(`SELECT * FROM connection_flow`).all())).not.toContain('token-of-1');
  for (const wrong of [['3'], ['1', '9'], ['9']])
    await expect(world.flows.choose(flow.id, wrong)).rejects.toMatchObject({ code: 'invalid_input' });
  const done = await world.flows.choose(flow.id, ['1', '2']);
  expect(done).toMatchObject({ status: 'connected', candidates: null });
  const [first = null, second = null] = done.accountIds;
  expect(heldBy(world, first)).toMatchObject({
    accessToken: 'token-of-1',
    refreshToken: 'of-mara',
    expiresAt: null,
    grantor: 'mara',
  });
  expect(heldBy(world, second)).toMatchObject({
    accessToken: 'of-mara',
    refreshToken: null,
    expiresAt: world.clock.now() + 86_400_000,
  });
  expect(world.db.sql(`SELECT 1 FROM secret WHERE owner_kind = 'flow'`).all()).toEqual([]);
  await expect(world.flows.choose(flow.id, ['1'])).rejects.toMatchObject({ code: 'not_found' });
});

test('the only one that can be used is connected at once', async () => {
  const { signIn } = await pagesWorld([page('1', { unusable: 'No.' }), page('2')]);
  expect(await signIn()).toMatchObject({ status: 'connected' });
});

test('a sign-in without accounts says so and is taken back', async () => {
  const { signIn, revoked } = await pagesWorld([]);
  expect(await signIn()).toMatchObject({ status: 'failed', problemCode: 'no_account_found' });
  expect(revoked()).toEqual(['of-mara']);
});

test('a choice that is cancelled or takes too long is taken back, but never what others rest on', async () => {
  const { world, signIn, revoked } = await pagesWorld([page('1'), page('2')]);
  world.flows.cancel((await signIn()).id);
  const late = await signIn();
  world.clock.advance(16 * 60_000);
  expect(world.flows.read(late.id).status).toBe('expired');
  await expect(world.flows.choose(late.id, ['1'])).rejects.toMatchObject({ code: 'oauth_expired' });
  await world.flows.stop();
  expect(revoked()).toEqual(['of-mara', 'of-mara']);
  await world.flows.choose((await signIn()).id, ['1']);
  world.flows.cancel((await signIn()).id);
  await world.flows.stop();
  expect(revoked()).toHaveLength(2);
  expect(world.db.sql(`SELECT 1 FROM secret WHERE owner_kind = 'flow'`).all()).toEqual([]);
});

test('connecting one again renews all that came by the same sign-in, and no other', async () => {
  const pages = [page('1'), page('2'), page('3')];
  const { world, signIn } = await pagesWorld(pages);
  const { accountIds } = await world.flows.choose((await signIn()).id, ['1', '2']);
  world.db.sql(`UPDATE account SET state = 'needs_reconnect', problem_code = 'auth_revoked'`).run();
  const again = await signIn({ reconnect: accountIds[0] });
  expect(again.status).toBe('connected');
  expect(again.accountIds).toEqual(accountIds);
  pages.shift();
  expect(await signIn({ reconnect: accountIds[0] })).toMatchObject({
    status: 'failed',
    problemCode: 'oauth_other_account',
  });
});

test('access is revoked when the last account of a sign-in goes, whatever workspace it is in', async () => {
  const { world, signIn, revoked } = await pagesWorld([page('1'), page('2')]);
  const here = await world.flows.choose((await signIn()).id, ['1', '2']);
  const there = await world.flows.choose((await signIn({}, other)).id, ['1']);
  const [first = '', second = ''] = here.accountIds;
  const [third = ''] = there.accountIds;
  const leave = async (id: string, workspace: WorkspaceId) => {
    expect(await revokeTokens(world.flowsDeps, id)).toBe(true);
    forgetAccount(world.db, workspace, id);
  };
  await leave(first, wsp);
  await leave(second, wsp);
  expect(revoked()).toEqual([]);
  await leave(third, other);
  expect(new Set(revoked())).toEqual(new Set(['of-mara', 'token-of-1']));
});

test('accounts that leave together are revoked although each is connected still', async () => {
  const { world, signIn, revoked } = await pagesWorld([page('1'), page('2')]);
  const { accountIds } = await world.flows.choose((await signIn()).id, ['1', '2']);
  const [first = ''] = accountIds;
  await revokeTokens(world.flowsDeps, first, accountIds);
  expect(revoked()).toContain('token-of-1');
});
