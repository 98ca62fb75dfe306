import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebHost } from '../../../src/host/web/web-host.ts';
import type { KeptLog } from '../support/silent-log.ts';
import { apiToken, signIn, startTestHost } from '../support/web.ts';

let host: WebHost;
let actors: string[];
let log: KeptLog;

beforeAll(async () => {
  const started = await startTestHost();
  host = started.host;
  actors = started.engine.actors;
  log = started.log;
});
afterAll(() => host.close());

const bearer = { authorization: `Bearer ${apiToken}` };

function post(path: string, body: unknown, headers: Record<string, string> = bearer) {
  return fetch(`${host.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('the REST API', () => {
  test('answers to the token alone', async () => {
    const get = (headers: Record<string, string>) => fetch(`${host.origin}/api/system/info`, { headers });
    expect((await get(bearer)).status).toBe(200);
    expect(actors.at(-1)).toBe('api');
    for (const headers of [
      {},
      await signIn(host),
      { authorization: 'Bearer wrong' },
      { authorization: apiToken },
    ]) {
      const refused = await get(headers);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
      expect(await refused.json()).toMatchObject({ code: 'unauthorized', data: { fix: expect.any(String) } });
    }
  });

  test('takes the printed address as its base, too', async () => {
    expect((await fetch(`${host.invite()}/api/system/info`, { headers: bearer })).status).toBe(200);
    expect((await fetch(`${host.invite()}/api/system/info`)).status).toBe(401);
  });

  test('reads numbers from the query', async () => {
    const answer = await fetch(`${host.origin}/api/queue?section=next&limit=7`, { headers: bearer });
    expect(await answer.json()).toMatchObject({ total: 7 });
  });

  test('gives meant errors their code, status and words', async () => {
    const answer = await post('/api/content/measure', { text: 'Hi', platform: 'x' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'content_invalid',
      data: { message: 'Too long: Hi', fix: 'Shorten it.' },
    });
  });

  test('names the field of a request that is not right', async () => {
    const answer = await post('/api/content/measure', { text: 1, platform: 'x' });
    expect(answer.status).toBe(400);
    const { code, data } = await answer.json();
    expect([code, data.message]).toEqual(['invalid_input', expect.stringContaining('"text"')]);
    expect((await post('/api/content/measure', '{nonsense')).status).toBe(400);
  });

  test('says nothing of the inside when something unforeseen happens, and logs it', async () => {
    const answer = await post('/api/system/pause', { paused: true });
    expect(answer.status).toBe(500);
    const body = await answer.text();
    expect(JSON.parse(body)).toMatchObject({ code: 'internal' });
    expect(body).not.toContain('disk');
    expect(log.lines.at(-1)).toMatchObject({ level: 'error' });
  });

  test('is 404 for what does not exist', async () => {
    const answer = await post('/api/nothing', {});
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'not_found']);
  });

  test('streams events', async () => {
    const answer = await fetch(`${host.origin}/api/system/events`, { headers: bearer });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(await answer.text()).toContain('"at":2');
  });
});

describe('the OpenAPI document', () => {
  const methods = ['get', 'post', 'put', 'patch', 'delete'];

  async function operations() {
    const answer = await fetch(`${host.origin}/api/openapi.json`, { headers: bearer });
    expect(answer.status).toBe(200);
    const document = await answer.json();
    const paths: [string, Record<string, Operation>][] = Object.entries(document.paths);
    return {
      document,
      operations: paths.flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
      ),
    };
  }

  interface Operation {
    operationId: string;
    parameters?: { in: string; name: string; required?: boolean }[];
    responses: Record<string, unknown>;
  }

  test('needs the token, too', async () => {
    expect((await fetch(`${host.origin}/api/openapi.json`)).status).toBe(401);
  });

  test('describes every procedure once, with its path parameters and answers', async () => {
    const { document, operations: all } = await operations();
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.servers).toEqual([{ url: `${host.origin}/api` }]);
    const ids = all.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of all) {
      expect(methods).toContain(method);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other))).toEqual(
        named.toSorted((one = '', other = '') => one.localeCompare(other)),
      );
      expect(declared.every(({ required }) => required === true)).toBe(true);
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    }
  });

  test('points only at what it holds', async () => {
    const { document } = await operations();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    const lost = references.filter((reference) => {
      const steps = reference.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      return steps.reduce<unknown>((node, step) => Reflect.get(Object(node), step), document) === undefined;
    });
    expect(lost).toEqual([]);
  });

  test.each([
    ['post', '/social/connect'],
    ['get', '/social/metrics'],
    ['post', '/ai/analyze'],
    ['post', '/ai/optimize'],
    ['post', '/schedule/analyze'],
    ['post', '/queue/schedule'],
    ['post', '/content/measure'],
  ])('has the call that scripts rely on: %s %s', async (method, path) => {
    const { operations: all } = await operations();
    expect(all).toContainEqual(expect.objectContaining({ method, path }));
  });
});
