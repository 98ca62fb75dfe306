import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import { temporaryDirectory } from '../../support/database.ts';

const start = Date.UTC(2026, 10, 2, 12);
const redirect = 'http://localhost:50123/oauth/threads';
let directory: string;
let sandbox: Sandbox;
let token: string;

const up = () =>
  startSandbox({ dataDirectory: directory, port: 0, clock: { epochMs: start, anchorMs: 0, rate: 0 } });

const ask = async (method: 'GET' | 'POST', path: string, fields: Record<string, string> = {}) => {
  const query = method === 'GET' ? `?${new URLSearchParams(fields)}` : '';
  const response = await fetch(`${sandbox.url}/threads/${path}${query}`, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}` },
    ...(method === 'POST' && { body: new URLSearchParams(fields) }),
  });
  const body: unknown = await response.json().catch(() => null);
  return { status: response.status, headers: response.headers, body };
};

const idOf = ({ body }: { body: unknown }): string => z.object({ id: z.string() }).parse(body).id;

beforeEach(async () => {
  directory = join(temporaryDirectory(), 'network');
  token = '';
  sandbox = await up();
  const app = { client_id: 'my-app', redirect_uri: redirect };
  const scope = 'threads_basic,threads_content_publish';
  const asked = { ...app, response_type: 'code', scope, state: 's', person: 'mara_bakes', decision: 'allow' };
  const { headers } = await ask('POST', 'oauth/authorize', asked);
  const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
  const grant = { ...app, client_secret: 'secret', grant_type: 'authorization_code', code };
  const { body } = await ask('POST', 'oauth/access_token', grant);
  token = z.object({ access_token: z.string() }).parse(body).access_token;
});

afterEach(() => sandbox.stop());

it('publishes a container once, also after it was started again', async () => {
  const creation_id = idOf(await ask('POST', 'v1.0/me/threads', { media_type: 'TEXT', text: 'Once' }));
  const other = idOf(await ask('POST', 'v1.0/me/threads', { media_type: 'TEXT', text: 'Waiting' }));
  const id = idOf(await ask('POST', 'v1.0/me/threads_publish', { creation_id }));
  await sandbox.stop();
  sandbox = await up();
  const stateOf = async (container: string) =>
    (await ask('GET', `v1.0/${container}`, { fields: 'status,error_message' })).body;
  expect(await stateOf(creation_id)).toEqual({ id: creation_id, status: 'PUBLISHED' });
  expect(await stateOf(other)).toEqual({ id: other, status: 'FINISHED' });
  expect(await ask('POST', 'v1.0/me/threads_publish', { creation_id })).toMatchObject({ status: 400 });
  const { body } = await ask('GET', 'v1.0/me/threads', { fields: 'id,text', limit: '1' });
  expect(body).toMatchObject({ data: [{ id, text: 'Once' }] });
  expect(idOf(await ask('POST', 'v1.0/me/threads_publish', { creation_id: other }))).not.toBe(id);
});

it.each([
  ['a name that there is not', { media_type: 'TEXT', text: 'x', auto_publish_text: 'true' }, 100],
  ['words without any', { media_type: 'TEXT' }, 100],
  ['a picture without an address', { media_type: 'IMAGE', text: 'x' }, 100],
  ['a carousel of one', { media_type: 'CAROUSEL', children: '17' }, 100],
  ['a topic with a full stop', { media_type: 'TEXT', text: 'x', topic_tag: 'a.b' }, 100],
  ['a reply to nothing', { media_type: 'TEXT', text: 'x', reply_to_id: '18' }, 24],
  [
    'a link beside a picture',
    { media_type: 'IMAGE', image_url: 'http://127.0.0.1:1/x', link_attachment: 'https://example.com' },
    100,
  ],
])('refuses %s', async (_, fields, code) => {
  expect(await ask('POST', 'v1.0/me/threads', fields)).toMatchObject({
    status: 400,
    body: { error: { code, fbtrace_id: expect.any(String) } },
  });
});

it('refuses fields that there are not, ids of others, and calls without a token', async () => {
  expect(await ask('GET', 'v1.0/me', { fields: 'id,email' })).toMatchObject({
    body: { error: { code: 100 } },
  });
  expect(await ask('POST', 'v1.0/18000/threads', { media_type: 'TEXT', text: 'x' })).toMatchObject({
    body: { error: { code: 100 } },
  });
  token = 'nonsense';
  expect(await ask('GET', 'v1.0/me')).toMatchObject({ body: { error: { code: 190 } } });
});
