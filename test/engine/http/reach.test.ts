import { expect, test } from 'vitest';
import { createAccountWorld, read, write } from './account-world.ts';
import { json, startNetwork } from './network.ts';

async function failureOf(
  world: Awaited<ReturnType<typeof createAccountWorld>>,
  call: ReturnType<typeof write>,
  signal?: AbortSignal,
) {
  const result = await world.http.send(call, signal === undefined ? {} : { signal });
  if (result.ok) throw new Error('It should have failed.');
  return result.failure;
}

test('a refused connection was never sent, for a write and for a read', async () => {
  const network = await startNetwork();
  await network.stop();
  const world = await createAccountWorld(network.url);
  expect(await failureOf(world, write())).toMatchObject({ code: 'network_unreachable', reach: 'not_sent' });
  expect(await failureOf(world, read())).toMatchObject({ code: 'network_unreachable', reach: 'not_sent' });
});

test('a name that does not exist was never sent', async () => {
  const world = await createAccountWorld('https://ocma-test.invalid');
  expect(await failureOf(world, write())).toMatchObject({ code: 'network_unreachable', reach: 'not_sent' });
});

test('a connection reset after the request was read leaves a write unclear and lets a read be repeated', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  network.answer((_request, response) => response.socket?.resetAndDestroy());
  expect(await failureOf(world, write())).toMatchObject({ code: 'unknown_outcome', reach: 'unclear' });
  expect(await failureOf(world, read())).toMatchObject({ code: 'unavailable', reach: 'refused' });
  expect(network.seen).toHaveLength(2);
});

test('a connection reset in the middle of an accepting answer leaves a write unclear', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  network.answer((_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': '400' });
    response.write('{"id":"1', () => response.socket?.resetAndDestroy());
  });
  expect(await failureOf(world, write())).toMatchObject({ code: 'unknown_outcome', reach: 'unclear' });
});

test('a connection reset in the middle of a refusal is a refusal', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  network.answer((_request, response) => {
    response.writeHead(403, { 'content-type': 'application/json', 'content-length': '400' });
    response.write('{"title":"Forb', () => response.socket?.resetAndDestroy());
  });
  expect(await failureOf(world, write())).toMatchObject({ reach: 'refused', status: 403 });
});

test('a network that never answers is given up after the time-out, and the write is unclear', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  network.answer(() => {});
  expect(await failureOf(world, write({ timeoutMs: 80 }))).toMatchObject({
    code: 'unknown_outcome',
    reach: 'unclear',
    detail: 'No answer: no answer in time.',
  });
});

test('a write that is stopped after it left is unclear, and one that is stopped before was not sent', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  const stop = new AbortController();
  network.answer(() => stop.abort());
  expect(await failureOf(world, write(), stop.signal)).toMatchObject({
    code: 'unknown_outcome',
    reach: 'unclear',
  });
  expect(await failureOf(world, write(), AbortSignal.abort())).toMatchObject({ reach: 'not_sent' });
  expect(network.seen).toHaveLength(1);
});

test.each([400, 401, 403, 404, 409, 422])('an answer of %i is a refusal', async (status) => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, {
    tokens: { get: () => Promise.resolve({ ok: true, token: 't' }), refused: () => {} },
  });
  network.answer((_request, response) => json(response, status, { title: 'No', status }));
  expect(await failureOf(world, write())).toMatchObject({ reach: 'refused', status });
});

test.each([408, 460, 499])(
  'an answer of %i is one of the way, which leaves a write unclear',
  async (status) => {
    const network = await startNetwork();
    const world = await createAccountWorld(network.url);
    network.answer((_request, response) => json(response, status, {}));
    expect(await failureOf(world, write())).toMatchObject({ reach: 'unclear', status });
  },
);

test.each([500, 502, 503, 504])(
  'an answer of %i leaves a write unclear and a read unavailable',
  async (status) => {
    const network = await startNetwork();
    const world = await createAccountWorld(network.url);
    network.answer((_request, response) => json(response, status, {}));
    expect(await failureOf(world, write())).toMatchObject({
      code: 'unknown_outcome',
      reach: 'unclear',
      status,
    });
    expect(await failureOf(world, read())).toMatchObject({ code: 'unavailable', reach: 'refused', status });
  },
);

test('an accepted write whose answer cannot be read is unclear, an unreadable read is a changed network', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  for (const body of ['{"id":', '[]', '']) {
    network.answer((_request, response) => response.writeHead(201).end(body));
    expect(await failureOf(world, write())).toMatchObject({ code: 'unknown_outcome', reach: 'unclear' });
    expect(await failureOf(world, read())).toMatchObject({ code: 'platform_changed', reach: 'refused' });
  }
});

test('a redirect is not followed', async () => {
  const network = await startNetwork();
  const elsewhere = await startNetwork();
  const world = await createAccountWorld(network.url);
  network.answer((_request, response) => response.writeHead(307, { location: elsewhere.url }).end());
  expect(await failureOf(world, write())).toMatchObject({ reach: 'unclear', status: 307 });
  expect(await failureOf(world, read())).toMatchObject({ code: 'platform_changed', status: 307 });
  expect(elsewhere.seen).toEqual([]);
});

test('nothing is sent in the clear to another machine', async () => {
  const asked: unknown[] = [];
  const fetchSpy: typeof fetch = (input) => {
    asked.push(input);
    return Promise.reject(new Error('unreachable'));
  };
  for (const url of ['http://api.example.org', 'http://10.0.0.7:8080', 'http://127.0.0.1.example.org']) {
    const world = await createAccountWorld(url, { fetch: fetchSpy });
    expect(await failureOf(world, write())).toMatchObject({ reach: 'not_sent' });
  }
  expect(asked).toEqual([]);
});
