import { expect, test } from 'vitest';
import { createAccountHandlers } from '../../../src/engine/accounts/handlers.ts';
import { createRenewalHandlers } from '../../../src/engine/accounts/renewal-job.ts';
import { nextTelling, tellEndAt } from '../../../src/engine/accounts/sign-in-end.ts';
import { missingByFeature, missingScopes } from '../../../src/engine/accounts/features.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import type { PasswordSignIn, SignedInAccount } from '../../../src/engine/platforms/sign-in.ts';
import type { JobHandler } from '../../../src/engine/queue/handler.ts';
import type { Job } from '../../../src/engine/queue/job.ts';
import { accountsContract } from '../../../src/shared/contract/accounts.ts';
import type { Notice } from '../../../src/shared/models/event.ts';
import { createWords } from '../../../src/engine/words.ts';
import { quietPorts } from '../../support/quiet-ports.ts';
import { wsp } from '../http/account-world.ts';
import type { ModelServer } from '../oauth/model-sign-in.ts';
import {
  bookSignIn,
  comeBack,
  modelPlatform,
  modelWorld,
  profileOf,
  startModelServer,
  tokenPath,
} from '../oauth/model-sign-in.ts';

const caller = { workspaceId: wsp, actor: 'user' };
const day = 24 * 60 * 60_000;

async function signInWorld(server: ModelServer, platform: Platform) {
  const world = await modelWorld(server, platform);
  const catalogue = createWords();
  const notices: Notice[] = [];
  const deps = {
    ...world,
    ports: { ...quietPorts({ data: '', clock: world.clock, url: '' }), ...world.http.ports },
    newId: world.http.newId,
    // The doctor's words of a network that is in no registry.
    words: (key: string, params?: Readonly<Record<string, string | number>>) =>
      key.startsWith('doctor.') ? `${key} ${JSON.stringify(params)}` : catalogue(key, params),
    changed: world.http.emit,
    wake: () => {},
    platforms: [platform],
    findPlatform: world.flowsDeps.findPlatform,
    platformOf: () => platform,
  };
  const accounts = createAccountHandlers(deps);
  const [look, renewOne] = createRenewalHandlers({
    ...deps,
    notify: (notice) => void notices.push(notice),
    wantsNotices: () => true,
  });
  const job: Job = {
    id: 'job_1',
    workspaceId: wsp,
    queue: 'background',
    kind: '',
    subjectId: '',
    platform: null,
    accountId: null,
    payload: '{}',
    runAt: 0,
    attempts: 0,
    maxAttempts: 1,
    lease: '',
  };
  const run = (handler: JobHandler | undefined, subjectId: string) =>
    handler?.run({ ...job, subjectId }, new AbortController().signal, { onTheWire: () => {} });
  const renew = async () => {
    const outcome = await run(look, 'installation');
    const asked = world.db
      .sql<{ id: string }>(`DELETE FROM job WHERE kind = 'account.renew' RETURNING subject_id AS id`)
      .all();
    for (const { id } of asked) await run(renewOne, id);
    return outcome;
  };
  const connect = async () => {
    const { flow } = await world.flows.start({ workspaceId: wsp, platform, openBrowser: false });
    return await comeBack(world, flow);
  };
  return { world, accounts, notices, renew, connect };
}

const tokenAnswer = (more: object) => [200, { access_token: 'a-1', token_type: 'bearer', ...more }] as const;

test('a password that is not for apps is not sent unless the user insists', async () => {
  const signIn: PasswordSignIn = {
    kind: 'password',
    scopes: [],
    renewal: { kind: 'sign_in' },
    password: { pattern: /^app-/, madeAt: 'https://model.example/passwords' },
    protocol: {
      async signIn(ask, { endpoints }, { factor }) {
        await ask({ operation: 'session.create', method: 'POST', url: endpoints.token });
        if (factor === null) return { kind: 'refused', error: 'needs_factor', description: '' };
        const tokens = { accessToken: 'a-1', refreshToken: null, expiresAt: null, scopes: null };
        return { kind: 'issued', tokens };
      },
    },
  };
  const server = await startModelServer({ [tokenPath]: () => [200, {}] });
  const { accounts } = await signInWorld(server, modelPlatform(signIn));
  const given = { platform: 'model', identifier: 'mara', password: 'my own one', anyway: false };
  expect(await accounts.connectWithPassword(caller, given)).toEqual({
    outcome: 'not_an_app_password',
    madeAt: 'https://model.example/passwords',
  });
  expect(server.seen).toEqual([]);
  expect(await accounts.connectWithPassword(caller, { ...given, anyway: true })).toEqual({
    outcome: 'needs_factor',
  });
  const done = await accounts.connectWithPassword(caller, { ...given, password: 'app-1', factor: '1' });
  expect(done).toMatchObject({ outcome: 'connected', flow: { account: { username: 'mara' } } });
  const schema = accountsContract.connectWithPassword['~orpc'].outputSchema;
  expect(schema?.parse(done)).toEqual(done);
});

test('the accounts to choose from say which are here already, and all that were chosen are shown', async () => {
  const page = (id: string): SignedInAccount => ({
    profile: profileOf(id, `page-${id}`),
    accessToken: null,
    expiresAt: null,
    grantor: 'mara',
    unusable: null,
  });
  const server = await startModelServer({ [tokenPath]: () => tokenAnswer({}) });
  const data = [page('1'), page('2'), page('3')];
  const found = () => Promise.resolve({ ok: true, data, status: 200, fromCache: false, readAt: 0 } as const);
  const { accounts, connect } = await signInWorld(server, modelPlatform({ ...bookSignIn, accounts: found }));
  const first = await connect();
  const done = await accounts.chooseAccounts(caller, { id: first.id, remoteIds: ['1', '3'] });
  expect(done.accounts.map(({ username }) => username)).toEqual(['page-1', 'page-3']);
  expect(done.account).toEqual(done.accounts[0]);
  const shown = accounts.connection(caller, { workspaceId: wsp, id: (await connect()).id });
  expect(shown.candidates.map(({ remoteId, connected }) => [remoteId, connected])).toEqual([
    ['1', true],
    ['2', false],
    ['3', true],
  ]);
  expect(accountsContract.connection['~orpc'].outputSchema?.parse(shown)).toEqual(shown);
});

test('what was not granted is not offered, and the doctor says what it is for', async () => {
  const server = await startModelServer({ [tokenPath]: () => tokenAnswer({ scope: 'read' }) });
  const platform = modelPlatform(bookSignIn, {
    scopesOf: { publish: ['write'], delete: ['write'], metrics: ['read'], search: ['find'] },
    lacks: ['search'],
    api: {
      ...modelPlatform(bookSignIn).api,
      doctor: (_http, account) =>
        Promise.resolve([
          { id: 'model_type', status: 'problem', params: { type: 'private' } },
          { id: 'model_quota', status: 'ok', params: { of: account.remoteId } },
        ]),
    },
  });
  expect(missingScopes(platform, ['read'], 'publish')).toEqual(['write']);
  expect(missingScopes(platform, ['read'], 'mentions')).toEqual([]);
  expect(missingByFeature(platform, ['read'])).toEqual([{ scope: 'write', features: ['publish', 'delete'] }]);
  const { accounts, connect } = await signInWorld(server, platform);
  const { accountId } = await connect();
  const [account] = accounts.list(caller, {});
  const feature = (name: string) => account?.features.find((each) => each.name === name);
  expect(feature('metrics')).toEqual({ name: 'metrics', available: true, why: null });
  expect(feature('publish')).toMatchObject({ available: false, why: expect.stringContaining('write') });
  expect(feature('search')).toMatchObject({
    available: false,
    why: expect.stringContaining('does not offer'),
  });
  if (accountId === null) throw new Error('no account');
  const { lines, ok } = await accounts.check(caller, { id: accountId });
  expect(ok).toBe(false);
  const line = (id: string) => lines.find((each) => each.id === id);
  expect(line('version')).toMatchObject({ status: 'ok' });
  expect(line('scope:write')).toMatchObject({
    status: 'problem',
    text: 'The permission write is missing. It is needed for: publishing, deleting posts.',
  });
  expect(line('model_type')).toMatchObject({ status: 'problem', fix: expect.stringContaining('.fix') });
  expect(line('model_type')?.text).toContain('"type":"private"');
  expect(line('model_quota')).toMatchObject({ status: 'ok', fix: null });
});

test('a profile in another form is told as an API version that may have ended', async () => {
  const server = await startModelServer({ [tokenPath]: () => tokenAnswer({ scope: 'read write' }) });
  const { accounts, connect, world } = await signInWorld(server, modelPlatform(bookSignIn));
  const { accountId } = await connect();
  if (accountId === null) throw new Error('no account');
  world.clock.advance(day);
  server.answer((_request, response) => response.writeHead(200).end('{"error":"gone"}'));
  const { lines } = await accounts.check(caller, { id: accountId });
  expect(lines.find(({ id }) => id === 'version')).toMatchObject({
    status: 'problem',
    fix: expect.stringContaining('Update OCMA'),
  });
});

test('a sign-in is renewed ahead of its end while nothing uses it', async () => {
  const grants: (string | null)[] = [];
  const server = await startModelServer({
    [tokenPath]: (_request, form) => {
      grants.push(form.get('grant_type'));
      return tokenAnswer({ expires_in: 86_400, refresh_token: 'r-1' });
    },
  });
  const { renew, connect, world, notices } = await signInWorld(server, modelPlatform(bookSignIn));
  await connect();
  expect(await renew()).toEqual({ kind: 'again', at: world.clock.now() + day / 4 });
  expect(grants).toEqual(['authorization_code']);
  world.clock.advance(day);
  await renew();
  expect(grants).toEqual(['authorization_code', 'refresh_token']);
  await renew();
  expect(grants).toHaveLength(2);
  expect(notices).toEqual([]);
});

test('the user is told well before a sign-in ends that nothing renews, once each time', async () => {
  const server = await startModelServer({ [tokenPath]: () => tokenAnswer({ expires_in: 60 * 86_400 }) });
  const platform = modelPlatform({ ...bookSignIn, renewal: { kind: 'sign_in' } });
  const { renew, connect, world, notices, accounts } = await signInWorld(server, platform);
  const { accountId } = await connect();
  await renew();
  const told: number[] = [];
  for (let passed = 0; passed < 61; passed += 1) {
    world.clock.advance(day);
    await renew();
    if (notices.length > told.length) told.push(passed + 1);
  }
  expect(told).toEqual([46, 53, 58]);
  expect(notices[0]).toMatchObject({
    kind: 'account_needs_you',
    title: 'The sign-in of @mara on Model ends soon',
    target: `/accounts?connect=model&reconnect=${accountId}`,
  });
  const [account] = accounts.list(caller, {});
  expect(account?.signInEndsAt).not.toBeNull();
});

test('a short sign-in is told of at half its life', () => {
  const end = { endsAt: 10 * day, since: 0, toldAt: null };
  expect(tellEndAt(end)).toBe(5 * day);
  expect(tellEndAt({ ...end, toldAt: 5 * day })).toBe(8 * day);
  expect(tellEndAt({ ...end, toldAt: 9 * day })).toBe(Number.POSITIVE_INFINITY);
  expect(nextTelling({ ...end, now: 6 * day })).toBe(8 * day);
});
