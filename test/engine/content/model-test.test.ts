import { describe, expect, test } from 'vitest';
import { testModel } from '../../../src/engine/content/model/test-model.ts';
import { defaultAppSettings } from '../../../src/engine/settings/app-settings.ts';
import { startAdversary } from './assist/support/adversary.ts';
import type { Play } from './assist/support/adversary.ts';
import { startAssist } from './assist/support/assist-world.ts';

const openAi = 'https://api.openai.com/v1';
const ready: Play = { says: { ready: true } };

async function found(
  plays: readonly Play[],
  {
    path = '/v1',
    key = 'test-key',
    ...changes
  }: { named?: string; budget?: number; path?: string; key?: string | null } = {},
  served: Parameters<typeof startAdversary>[1] = {},
) {
  const server = await startAdversary(plays, served);
  const origin = new URL(server.baseUrl).origin;
  const world = await startAssist(`${origin}${path}`, { openAiKey: () => Promise.resolve(key), ...changes });
  return {
    result: await testModel(world.content, world.workspaceId, undefined),
    server,
    origin,
    ...world,
  };
}

describe('the test of the language model', () => {
  test('names the model, how long it took and what it cost, and says it all under Health', async () => {
    const { result, calls, spending, server } = await found([ready], { named: openAi, budget: 100_000 });
    expect(result).toMatchObject({
      code: 'works',
      fix: null,
      model: 'served-model-2026',
      // 1,000 tokens in and 100 out.
      usage: { inputTokens: 1_000, outputTokens: 100, costMicros: expect.any(Number) },
    });
    expect(result.ms).toBeGreaterThanOrEqual(0);
    const cost = result.usage?.costMicros ?? 0;
    expect(cost).toBeGreaterThan(0);
    expect(spending()).toEqual([{ operation: 'test', micros: cost, state: 'spent' }]);
    expect(calls()).toEqual([
      { operation: 'test', status: 200, cost },
      { operation: 'test', status: 404, cost: 0 },
    ]);
    // Nothing of the user's is in it.
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.data).toEqual({});
  });

  test('is free on this machine, and needs no key there', async () => {
    const { result, spending } = await found([ready], { key: null, budget: 0 });
    expect(result).toMatchObject({ code: 'works', usage: { costMicros: 0 } });
    expect(spending()).toEqual([]);
  });

  test('goes over chat completions where a server has only those', async () => {
    const { result } = await found([ready], {}, { onlyChat: true });
    expect(result).toMatchObject({ code: 'works', model: 'served-model-2026' });
  });

  test('asks nothing without a key, nor beyond the budget', async () => {
    const none = await found([ready], { named: openAi, key: null });
    expect(none.result).toMatchObject({ code: 'no_key', ms: null, usage: null });
    const poor = await found([ready], { named: openAi, budget: 1 });
    expect(poor.result).toMatchObject({ code: 'over_budget', ms: null, usage: null });
    expect([none.server.received, poor.server.received]).toEqual([[], []]);
  });

  test('says that the price of a model is not known', async () => {
    const { result } = await found([ready], { named: 'https://models.example/v1' });
    expect(result).toMatchObject({ code: 'works', usage: { costMicros: null } });
  });

  test('tells when the server turns the model off', async () => {
    const models = [{ id: 'other' }, { id: defaultAppSettings.openAi.model, shutdown_date: '2026-12-11' }];
    const { result } = await found([ready], {}, { models });
    expect(result).toMatchObject({ shutdown: '2026-12-11', models: expect.arrayContaining(['other']) });
  });

  test('names the models that there are where there is none of that name', async () => {
    const missing: Play = { status: 404, body: { error: { code: 'model_not_found' } } };
    const { result } = await found([missing], {}, { models: [{ id: 'qwen3' }, { id: 'llama3.3' }] });
    expect(result).toMatchObject({ code: 'unknown_model', models: ['llama3.3', 'qwen3'], baseUrl: null });
  });

  test.each(['', '/v1/chat/completions', '/openai'])(
    'finds the address that is meant where %j has none, at the same server',
    async (path) => {
      const { result, origin } = await found([ready], { path }, { models: [], strict: true });
      expect(result).toMatchObject({ code: 'wrong_address', baseUrl: `${origin}/v1` });
    },
  );

  test.each([
    [{ status: 401, body: {} }, 'invalid_key'],
    [{ status: 429, body: { error: { code: 'insufficient_quota' } } }, 'no_credit'],
    [{ text: 'Sure, I am ready.' }, 'no_shape'],
    [{ refuses: 'No.' }, 'refused'],
  ] satisfies [Play, string][])('tells %j as %s', async (play, code) => {
    const { result } = await found([play]);
    expect(result).toMatchObject({ code, text: expect.any(String), fix: expect.any(String) });
  });
});
