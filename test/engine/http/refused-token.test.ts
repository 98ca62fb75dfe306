import { expect, test } from 'vitest';
import type { Tokens } from '../../../src/engine/http/caller.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import { x } from '../../../src/engine/platforms/x/platform.ts';
import { createAccountWorld, write } from './account-world.ts';
import { json, startNetwork } from './network.ts';

/** Tokens that nothing renews. */
function unrenewable(refused: string[]): Tokens {
  return {
    get: (_id, rejected) =>
      Promise.resolve(
        rejected === undefined
          ? { ok: true, token: 'token-1' }
          : {
              ok: false,
              failure: { code: 'auth_expired', reach: 'not_sent', retryAt: null, detail: '', status: null },
            },
      ),
    refused: (id) => refused.push(id),
  };
}

const saying = (code: 'auth_expired' | 'auth_revoked'): Platform => ({
  ...x,
  classify: () => ({ code, retryAt: null, detail: '' }),
});

test.each([
  ['auth_revoked', 1],
  ['auth_expired', 0],
] as const)('a refused token that cannot be renewed: the network says %s', async (code, told) => {
  const network = await startNetwork();
  network.answer((_request, response) => json(response, 401, {}));
  const refused: string[] = [];
  const world = await createAccountWorld(network.url, {
    tokens: unrenewable(refused),
    platform: saying(code),
  });
  const result = await world.http.send(write());
  expect(result).toMatchObject({ ok: false, failure: { code } });
  expect(refused).toHaveLength(told);
  expect(network.seen).toHaveLength(1);
});
