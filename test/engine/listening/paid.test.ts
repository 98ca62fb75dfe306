import { expect, test } from 'vitest';
import type { AccountHttp } from '../../../src/engine/http/call.ts';
import { createListeningHandlers } from '../../../src/engine/listening/handlers.ts';
import { platforms } from '../../../src/engine/platforms/registry.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';

test('what costs is not asked for before the user has agreed to the amount', async () => {
  const world = await createFeatureWorld();
  const workspaceId = addWorkspace(world);
  addAccount(world, workspaceId);
  const asked: string[] = [];
  const http: AccountHttp = {
    endpoints: { authorize: '', token: '', revoke: '', api: '', upload: '' },
    prepare: async () => await Promise.resolve(null),
    async send({ operation }) {
      asked.push(operation);
      const detail = 'The monthly spending cap would be passed.';
      const failure = {
        code: 'spending_cap',
        reach: 'not_sent',
        retryAt: null,
        detail,
        status: null,
      } as const;
      return await Promise.resolve({ ok: false, failure });
    },
  };
  const handlers = createListeningHandlers({
    ...world.deps,
    platforms,
    httpOf: () => http,
    topicsOf: () => [],
  });
  const caller = { workspaceId, actor: 'user' };
  const call = { signal: undefined };
  const networks = await handlers.networks(caller, {}, call);
  expect(networks.find(({ platform }) => platform === 'x')).toEqual({
    platform: 'x',
    competitors: { kind: 'reads', costMicros: 170_000, monthlyMicros: 471_429 },
    trends: { kind: 'reads', costMicros: 100_000, monthlyMicros: 0 },
  });
  const add = async (agreedMicros: number) =>
    await handlers.addCompetitor(caller, { platform: 'x', handle: 'anna', agreedMicros }, call);
  await expect(add(169_999)).rejects.toMatchObject({
    code: 'cost_not_agreed',
    params: { platform: 'X', cost: '$0.17' },
  });
  await handlers.setTrendPlace(caller, { platform: 'x', place: 'DE' }, call);
  const read = async (agreedMicros: number) =>
    await handlers.readTrends(caller, { platform: 'x', agreedMicros }, call);
  await expect(read(0)).rejects.toMatchObject({ code: 'cost_not_agreed' });
  const { networks: shown } = await handlers.trends(caller, {}, call);
  expect(shown.find(({ platform }) => platform === 'x')).toMatchObject({
    place: 'DE',
    readAt: null,
    trends: [],
  });
  expect(asked).toEqual([]);

  await expect(add(170_000)).rejects.toMatchObject({ code: 'spending_cap' });
  expect((await read(100_000)).trouble).toBe('This would pass the monthly spending cap of $10.');
  expect(asked).toEqual(['users.lookup', 'trends.list']);
});
