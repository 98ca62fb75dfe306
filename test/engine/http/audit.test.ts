import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Tokens } from '../../../src/engine/http/caller.ts';
import type { Log } from '../../../src/engine/ports.ts';
import { acc, createAccountWorld, read, write, wsp } from './account-world.ts';
import { json, startNetwork } from './network.ts';

test('a 401 is answered by one fresh token and one more request', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  network.answer((request, response) =>
    request.headers.authorization === 'Bearer token-2'
      ? json(response, 201, { id: '7' })
      : json(response, 401, { title: 'Unauthorized', status: 401 }),
  );
  expect(await world.http.send(write({ costMicros: 15_000 }))).toMatchObject({ ok: true, data: { id: '7' } });
  expect(network.seen.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
  const rows = world.db.sql(`SELECT status, code, cost_micros AS cost FROM http_audit ORDER BY id`).all();
  expect(rows).toEqual([
    { status: 401, code: 'auth_expired', cost: 0 },
    { status: 201, code: null, cost: 15_000 },
  ]);
});

test('where even the fresh token is refused, that is told once and nothing is sent a third time', async () => {
  const network = await startNetwork();
  const refused: string[] = [];
  const tokens: Tokens = {
    get: (_id, rejected) => Promise.resolve({ ok: true, token: rejected === undefined ? 'a' : 'b' }),
    refused: (id) => refused.push(id),
  };
  const world = await createAccountWorld(network.url, { tokens });
  network.answer((_request, response) => json(response, 401, {}));
  expect(await world.http.send(write())).toMatchObject({
    failure: { code: 'auth_expired', reach: 'refused' },
  });
  expect(refused).toEqual([acc]);
  expect(network.seen).toHaveLength(2);
});

test('without a token nothing is sent, and the reason is kept', async () => {
  const network = await startNetwork();
  const failure = {
    code: 'vault_locked',
    reach: 'not_sent',
    retryAt: null,
    detail: 'locked',
    status: null,
  } as const;
  const tokens: Tokens = { get: () => Promise.resolve({ ok: false, failure }), refused: () => {} };
  const world = await createAccountWorld(network.url, { tokens });
  expect(await world.http.send(write())).toEqual({ ok: false, failure });
  expect(network.seen).toEqual([]);
  expect(world.db.sql(`SELECT operation, status, code FROM http_audit`).all()).toEqual([
    { operation: 'posts.create', status: null, code: 'vault_locked' },
  ]);
});

test('neither file nor log holds a body, a query or a token, even where the network quotes them', async () => {
  const network = await startNetwork();
  const logged: unknown[] = [];
  const keep = (...entry: unknown[]): void => void logged.push(entry);
  const log: Log = { debug: keep, info: keep, warn: keep, error: keep };
  const secret = 'planted-access-token-91b7';
  const tokens: Tokens = { get: () => Promise.resolve({ ok: true, token: secret }), refused: () => {} };
  const world = await createAccountWorld(network.url, { tokens, log });
  network.answer((request, response) =>
    json(response, request.method === 'GET' ? 200 : 400, {
      data: 7,
      detail: `bad ${secret}`,
      title: 'planted-title',
    }),
  );
  const call = { body: { kind: 'json', value: { text: 'planted-text' } } } as const;
  const failed = await world.http.send(write(call));
  await world.http.send(read({ query: { q: 'planted-query' } }));
  await world.http.send({
    ...read({ query: { q: 'planted-query' } }),
    answer: write().answer.refine(() => false, 'planted-refusal'),
  });
  expect(JSON.stringify(failed)).not.toContain(secret);
  expect(logged).toHaveLength(1);
  const files = [world.file, `${world.file}-wal`]
    .map((file) => readFileSync(file).toString('latin1'))
    .join('');
  for (const place of [files, JSON.stringify(logged)]) expect(place).not.toContain('planted');
  expect(files).toContain('posts.create');
});

test('an audit row says what was asked of whom and what it came to', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  await world.http.send(read());
  expect(world.db.sql(`SELECT * FROM http_audit`).all()).toMatchObject([
    {
      workspace_id: wsp,
      account_id: acc,
      platform: 'x',
      operation: 'posts.list',
      status: 200,
      code: null,
      cache: 'none',
      cost_micros: 0,
    },
  ]);
});

test('bodies go over the wire as the call says', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  await world.http.send(
    write({ path: '/2/a?x=1', query: { q: 'a b&c' }, body: { kind: 'json', value: { text: 'ü' } } }),
  );
  await world.http.send(write({ body: { kind: 'form', value: { a: '1 2' } } }));
  const file = { name: 'media', fileName: 'p.png', mimeType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
  await world.http.send(write({ body: { kind: 'multipart', fields: { segment_index: '0' }, file } }));
  const [first, second, third] = network.seen;
  expect(first).toMatchObject({ path: '/2/a?x=1&q=a+b%26c', body: '{"text":"ü"}' });
  expect(first?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'OCMA/1.2.3' });
  expect(second).toMatchObject({ body: 'a=1+2' });
  expect(third?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(third?.body).toMatch(
    /name="segment_index"\r\n\r\n0\r\n[\s\S]*filename="p.png"\r\nContent-Type: image\/png/,
  );
});
