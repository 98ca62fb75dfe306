import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { facebook } from '../../../src/engine/platforms/facebook/platform.ts';
import { understand } from '../../../src/engine/http/outcome.ts';
import { wireRequest } from '../../../src/engine/http/request.ts';
import { exchange } from '../../../src/engine/http/transport.ts';
import type { AccountHttp } from '../../../src/engine/http/call.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { mp4 } from '../../conformance/x/sample-media.ts';
import { partOf } from '../../support/network-account.ts';
import { connected } from '../../engine/platforms/facebook/account.ts';
import { createTestClock } from '../../support/clock.ts';
import { temporaryDirectory } from '../../support/database.ts';

const clientId = '4711';
const scopes = facebook.signIn.scopes.join(',');
const redirectUri = 'http://localhost:50123/oauth/facebook';

/** A practice network on a directory, and a way to speak to it with a token. */
async function start(dataDirectory: string) {
  const clock = createTestClock();
  const sandbox = await startSandbox({
    dataDirectory,
    port: 0,
    clock: { epochMs: clock.now(), anchorMs: 0, rate: 0 },
  });
  const endpoints = facebook.practiceEndpoints(sandbox.url);
  const wire = { clock: { ...clock, setTimer: () => () => undefined }, fetch };
  const speak = (token: string): AccountHttp => ({
    endpoints,
    prepare: () => Promise.resolve(null),
    async send(call) {
      const request = wireRequest(call, {
        platform: facebook,
        endpoints,
        token,
        kept: null,
        version: 'test',
      });
      if (request === null) throw new Error(call.operation);
      return understand(facebook, call, await exchange(wire, request), clock.now()).result;
    },
  });
  return { sandbox, endpoints, speak, clock };
}

it('knows after a restart who connected, what was posted and how far an upload was', async () => {
  const directory = join(temporaryDirectory(), 'network');
  const before = await start(directory);
  const answer = await fetch(before.endpoints.authorize, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: scopes,
      person: 'mara_bakes',
      decision: 'allow',
    }),
  });
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const query = new URLSearchParams({
    client_id: clientId,
    client_secret: 'a secret',
    redirect_uri: redirectUri,
    code,
  });
  const issued = await fetch(`${before.endpoints.token}?${query}`).then((given) => given.json());
  const pages = await facebook.signIn.accounts(before.speak(String(issued.access_token)));
  if (!pages.ok) throw new Error(pages.failure.detail);
  const [page] = pages.data;
  if (page?.accessToken == null) throw new Error('There is no Page.');
  const token = page.accessToken;
  const part = partOf(page.profile, { text: 'How it rises', media: [mp4()] });
  const context = { now: () => before.clock.now(), signal: new AbortController().signal };
  const begun = await facebook.api.stage(before.speak(token), part, null, context);
  const post = await facebook.api.publish(before.speak(token), partOf(page.profile, { text: 'Rye' }));
  const list = (http: AccountHttp) => facebook.api.ownPosts(http, part.account, { since: null, limit: 100 });
  const posts = await list(before.speak(token));
  await before.sandbox.stop();

  const after = await start(directory);
  onTestFinished(() => after.sandbox.stop());
  const again = await list(after.speak(token));
  if (!posts.ok || !again.ok || !post.ok) throw new Error('Not read.');
  const ids = (read: typeof posts) => read.ok && read.data.map(({ remoteId, text }) => [remoteId, text]);
  expect(ids(again)).toEqual(ids(posts));
  if (begun.state !== 'processing') throw new Error(begun.state);
  const done = await facebook.api.stage(after.speak(token), part, begun.staged, context);
  expect(done.state).toBe('ready');
});

it('refuses a Page’s words where they would be a person’s', async () => {
  const here = await connected();
  const http = here.network.http(here.tokens.accessToken);
  expect(await facebook.api.publish(http, here.part({ text: 'Rye' }))).toMatchObject({
    ok: false,
    failure: { code: 'scope_missing', reach: 'refused' },
  });
  expect(await here.posts()).toEqual([]);
});
