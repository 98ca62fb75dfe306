import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { deriveKeyBytes } from '../../src/engine/vault/cipher.ts';
import type { WorkspaceId } from '../../src/shared/models/ids.ts';
import { createLocalClient } from '../../src/host/local-client.ts';
import { createHostLog } from '../../src/host/log/log.ts';
import { Practice, noon } from '../sandbox/practice.ts';
import { endpointsAt } from '../engine/http/account-world.ts';
import { createTestClock } from '../support/clock.ts';
import { temporaryDirectory } from '../support/database.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { consent } from '../engine/oauth/oauth-world.ts';

const passphrase = 'planted-passphrase-of-four-words';
const clientSecret = 'planted-client-secret-7f21c0de';
const openAiKey = 'practice-planted-openai-key-55aa';

/** Names of what goes over the wire that nobody else may ever read. */
const secretFields = ['access_token', 'refresh_token', 'code', 'code_verifier', 'client_secret', 'token'];

/** A way out that writes down every secret that passes it, in either direction. */
function listening(): { secrets: Map<string, string>; fetch: Ports['fetch'] } {
  const secrets = new Map<string, string>();
  const note = (name: string, value: unknown): void => {
    if (typeof value === 'string' && value !== '' && !secrets.has(value)) secrets.set(value, name);
  };
  return {
    secrets,
    async fetch(input, init) {
      const request = new Request(input, init);
      note('authorization', request.headers.get('authorization')?.replace(/^\w+ /, ''));
      if (request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true) {
        const form = new URLSearchParams(await request.clone().text());
        for (const name of secretFields) note(name, form.get(name));
      }
      const response = await fetch(request);
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => null);
      if (typeof body === 'object' && body !== null) {
        for (const name of ['access_token', 'refresh_token']) note(name, Reflect.get(body, name));
      }
      return response;
    },
  };
}

/** Every byte of every file below a directory, by its name. */
function everyFile(directory: string): Map<string, Buffer> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))] as const),
  );
}

/** Where a secret stands in plain, as base64, or as hexadecimal digits. */
function leaks(data: string, secrets: ReadonlyMap<string, string>): string[] {
  return [...everyFile(data)].flatMap(([file, bytes]) =>
    [...secrets].flatMap(([secret, name]) => {
      const utf8 = Buffer.from(secret);
      const forms = [
        utf8,
        Buffer.from(utf8.toString('base64').replace(/=+$/, '')),
        Buffer.from(utf8.toString('hex')),
      ];
      return forms.some((form) => bytes.includes(form)) ? [`${name} in ${file}`] : [];
    }),
  );
}

test('no secret of a real day is in the logs or in any byte of the data, in a real or a practice workspace', async () => {
  const practice = await Practice.start();
  onTestFinished(() => practice.end());
  const data = temporaryDirectory();
  const clock = createTestClock(noon);
  const { secrets, fetch } = listening();
  secrets.set(passphrase, 'passphrase').set(clientSecret, 'client secret').set(openAiKey, 'OpenAI key');
  const log = createHostLog(data, 'main', { OCMA_LOG_LEVEL: 'debug' });
  onTestFinished(() => log.close());
  const engine = createEngine(
    {
      ...quietPorts({ data, clock, url: practice.url }),
      fetch,
      log,
      vaultKey: { kind: 'none', load: () => Promise.resolve(null), derive: deriveKeyBytes },
    },
    { role: 'main', threads: 'inline' },
  );
  await engine.start();
  let open = true;
  const stop = async (): Promise<void> => {
    if (open) await engine.stop();
    open = false;
  };
  onTestFinished(stop);
  const client = createLocalClient(engine.router, { actor: 'user' });

  /** Connects, publishes, fails in several ways, renews the tokens and measures, as a user's day does. */
  const aDay = async (workspaceId: WorkspaceId, person: string): Promise<void> => {
    const failing = await client.accounts.connect({ workspaceId, platform: 'x', openBrowser: false });
    const wrong = await consent(failing.authorizeUrl, { person });
    secrets.set(wrong.searchParams.get('state') ?? '', 'state');
    wrong.searchParams.set('code', 'planted-wrong-authorization-code');
    const failed = await client.accounts.pasteRedirect({ id: failing.id, address: wrong.href });
    expect(failed.status).toBe('failed');
    const flow = await client.accounts.connect({ workspaceId, platform: 'x', openBrowser: false });
    const back = await consent(flow.authorizeUrl, { person });
    secrets.set(back.searchParams.get('state') ?? '', 'state');
    const connected = await client.accounts.pasteRedirect({ id: flow.id, address: back.href });
    const account = connected.account;
    if (account === null) throw new Error(`Not connected: ${JSON.stringify(connected.problem)}`);
    await engine.drain('background');

    const publish = async (text: string): Promise<string> => {
      const post = await client.posts.create({
        workspaceId,
        parts: [{ text, media: [] }],
        accountIds: [account.id],
        labels: [],
      });
      await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
      await engine.drain('publisher');
      return (await client.posts.get({ workspaceId, id: post.id })).deliveries[0]?.state ?? '';
    };
    expect(await publish(`The oven is warm, ${person}.`)).toBe('published');
    clock.advance(3 * 3_600_000);
    await practice.pass(3 * 3_600_000);
    expect(await publish(`Bread after three hours, ${person}.`)).toBe('published');
    const [token = ''] = [...secrets].findLast(([, name]) => name === 'access_token') ?? [];
    const quoted = { title: 'Forbidden', detail: `The token ${token} may not.`, status: 403 };
    await practice.faults({
      match: { operation: 'posts.create', times: 1 },
      fault: { kind: 'status', status: 403, body: quoted },
    });
    expect(await publish(`Refused with its own token, ${person}.`)).toBe('failed');
    await practice.faults({
      match: { operation: '*', times: 1 },
      fault: { kind: 'status', status: 200, body: { access_token: token, data: token } },
    });
    await client.accounts.check({ workspaceId, id: account.id });
    await practice.faults({ match: { operation: '*', times: 1 }, fault: { kind: 'token_revoked' } });
    await client.accounts.check({ workspaceId, id: account.id });
    await practice.faults();
    const draft = { workspaceId, platform: 'x', content: 'We have bread. We bake it at four o’clock.' };
    await client.content.optimize({ ...draft, goal: 'clarity', variants: 1 });
    await practice.faults({ match: { operation: '*', times: 1 }, fault: { kind: 'token_revoked' } });
    await client.content.optimize({ ...draft, content: `${draft.content} Come early.`, variants: 1 });
    await practice.faults();
    await client.accounts.disconnect({ workspaceId, id: account.id });
  };

  await client.system.unlock({ passphrase });
  const [real] = await client.workspaces.list({});
  if (real === undefined) throw new Error('There is no workspace.');
  await client.accounts.setEndpoints({
    workspaceId: real.id,
    platform: 'x',
    endpoints: endpointsAt(practice.url),
  });
  await client.accounts.saveDeveloperApp({
    workspaceId: real.id,
    platform: 'x',
    clientId: 'planted-app',
    clientSecret,
  });
  await client.accounts.testDeveloperApp({ workspaceId: real.id, platform: 'x' });
  await client.settings.updateApp({ openAi: { baseUrl: `${practice.url}/v1`, key: openAiKey } });
  await aDay(real.id, 'mara_bakes');
  const { workspace } = await client.practice.start({ timeZone: 'Europe/Berlin' });
  if (workspace === null) throw new Error('There is no practice workspace.');
  await aDay(workspace.id, 'harbourcoffee');

  const kinds = new Set(secrets.values());
  for (const kind of [...secretFields.slice(0, 4), 'authorization', 'state'])
    expect([...kinds]).toContain(kind);
  expect(secrets.size).toBeGreaterThan(20);
  const files = everyFile(data);
  expect([...files.keys()]).toEqual(expect.arrayContaining(['ocma.db', 'ocma.db-wal', 'main.log']));
  expect(files.get('main.log')?.byteLength).toBeGreaterThan(0);
  expect(leaks(data, secrets)).toEqual([]);
  await stop();
  expect(leaks(data, secrets)).toEqual([]);
  expect(everyFile(data).get('ocma.db')?.includes('Bread after three hours')).toBe(true);
});
