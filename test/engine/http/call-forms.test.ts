import { expect, test } from 'vitest';
import { z } from 'zod';
import { addressOf } from '../../../src/engine/http/call-address.ts';
import type { Call } from '../../../src/engine/http/call.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import { createAccountWorld, endpointsAt, read, write } from './account-world.ts';
import { json, startNetwork } from './network.ts';

const platform = {
  ...x,
  satellites: { analytics: 'https://analytics.example.com/v2' },
  uploadOrigins: ['https://upload.example.com', 'https://*.media.example.com'],
};
const given = { endpoint: 'api', path: '/things' } as const;

test.each([
  ['an own endpoint', 'https://api.x.com/session/1', true],
  ['a named origin', 'https://upload.example.com/1?token=2', true],
  ['a subdomain of a named one', 'https://eu.media.example.com/1', true],
  ['the domain itself, where subdomains are named', 'https://media.example.com/1', false],
  ['a name that only ends alike', 'https://evilmedia.example.com/1', false],
  ['somebody else', 'https://example.org/1', false],
  ['another port', 'https://upload.example.com:8443/1', false],
  ['without encryption', 'http://upload.example.com/1', false],
  ['no address', 'upload', false],
])(
  'an address that the network gave is called where it is the network’s own: %s',
  (_name, address, isCalled) => {
    const url = addressOf({ ...given, address }, { platform, endpoints: x.endpoints });
    expect(url?.href ?? null).toBe(isCalled ? new URL(address).href : null);
  },
);

test('whoever stands in for the API stands in for the other hosts and the uploads', () => {
  const endpoints = endpointsAt('http://127.0.0.1:9000');
  const satellite = { ...given, satellite: 'analytics', query: { ids: ['1', '2'] } };
  expect(addressOf(satellite, { platform, endpoints: x.endpoints })?.href).toBe(
    'https://analytics.example.com/v2/things?ids=1&ids=2',
  );
  expect(addressOf(satellite, { platform, endpoints })?.href).toBe(
    'http://127.0.0.1:9000/things?ids=1&ids=2',
  );
  const address = 'https://upload.example.com/1';
  expect(addressOf({ ...given, address }, { platform, endpoints })).toBeNull();
});

test('nothing is sent to a foreign address', async () => {
  const network = await startNetwork();
  const { http } = await createAccountWorld(network.url, { platform });
  const call = write({ address: 'https://example.org/steal' });
  expect(await http.send(call)).toMatchObject({ failure: { code: 'platform_changed', reach: 'not_sent' } });
  expect(network.seen).toHaveLength(0);
});

test('bytes, own headers and the kind of authorization go out as asked, and an id is read from a header', async () => {
  const network = await startNetwork();
  network.answer((_request, response) => json(response, 308, {}, { range: 'bytes=0-2' }));
  const { http } = await createAccountWorld(network.url);
  const call: Call<string | null> = {
    operation: 'media.upload',
    endpoint: 'upload',
    method: 'PUT',
    path: '/session',
    headers: { 'content-range': 'bytes 0-2/10' },
    authorization: 'oauth',
    body: { kind: 'bytes', value: Uint8Array.of(1, 2, 3), mimeType: 'video/mp4' },
    effect: 'upload',
    accepts: [308],
    read: ({ headers }) => headers.get('range'),
    answer: z.string().nullable(),
    costMicros: 0,
  };
  expect(await http.send(call)).toMatchObject({ ok: true, status: 308, data: 'bytes=0-2' });
  const { accepts: _accepts, ...strict } = call;
  expect(await http.send({ ...strict, authorization: 'none' })).toMatchObject({ ok: false });
  const [first, second] = network.seen;
  expect(first).toMatchObject({
    body: '\u0001\u0002\u0003',
    headers: { authorization: 'OAuth token-1', 'content-type': 'video/mp4', 'content-range': 'bytes 0-2/10' },
  });
  expect(second?.headers.authorization).toBeUndefined();
});

test('an answer of success that says no in its body is a refusal', async () => {
  const network = await startNetwork();
  network.answer((_request, response) => json(response, 200, { error: { code: 'not_you' } }));
  const { http } = await createAccountWorld(network.url, { platform: { ...x, refuses: () => true } });
  expect(await http.send(write())).toMatchObject({ ok: false, failure: { reach: 'refused', status: 200 } });
});

test('ids that no number can hold keep their digits', async () => {
  const network = await startNetwork();
  network.answer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"ids":[7412345678901234567,-9007199254740993,5,1e30,0.5]}'),
  );
  const { http } = await createAccountWorld(network.url);
  const answer = z.looseObject({ ids: z.array(z.unknown()) });
  expect(await http.send({ ...read(), answer })).toMatchObject({
    data: { ids: ['7412345678901234567', '-9007199254740993', 5, 1e30, 0.5] },
  });
});
