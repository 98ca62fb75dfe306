import { describe, expect, test } from 'vitest';
import { startAdversary } from './support/adversary.ts';
import type { Play } from './support/adversary.ts';
import { startAssist } from './support/assist-world.ts';
import type { Asked } from './support/assist-world.ts';

const post =
  'We are really happy that our winter roast is back in the shop. It is walnut and cherry. Come by on Saturday, and bring a friend along with you. https://e.example/roast #coffee';
const good =
  'Our winter roast is back in the shop: walnut and cherry. Come by on Saturday. https://e.example/roast #coffee';
const one = { content: post, platform: 'x', task: { kind: 'rewrite', versions: 1 } } as const;
const says = (...texts: string[]): Play => ({
  says: { versions: texts.map((text) => ({ text, why: 'Why.' })) },
});
const openAi = 'https://api.openai.com/v1';

describe('what is sent', () => {
  const asks: readonly Asked[] = [
    one,
    {
      ...one,
      task: { kind: 'rewrite', versions: 3, tones: ['own', 'bold'], hooks: ['story'], goal: 'replies' },
    },
    { ...one, focusKeyphrase: 'winter roast', withTrends: true, replies: ['More of it here.'] },
    { ...one, task: { kind: 'shorten' } },
    { ...one, task: { kind: 'thread' } },
    { ...one, task: { kind: 'hashtags' }, withTrends: true },
    { ...one, task: { kind: 'title' } },
    { ...one, task: { kind: 'description' } },
    { ...one, task: { kind: 'translate', language: 'de' } },
  ];

  test.each(asks.map((asked) => [asked.task.kind, asked] as const))(
    'is what the preview shows, letter by letter (%s)',
    async (_, asked) => {
      const server = await startAdversary([says()]);
      const { preview, ask } = await startAssist(server.baseUrl, {
        risingTopics: () => ({ own: [], network: ['Coffee Week “now”\n'], networkReadAt: 0 }),
      });
      const shown = await preview(asked);
      expect(server.received).toEqual([]);
      await ask(asked);
      const [sent] = server.received;
      expect(sent?.instructions).toBe(shown.instructions);
      expect(sent?.input).toBe(shown.input);
      expect(sent?.images).toEqual([]);
      // Nothing of the user's is anywhere else in the request.
      const rest = (sent?.body ?? '').replace(JSON.stringify(shown.input), '');
      expect(rest).not.toContain('walnut');
      expect(shown.estimate.inputTokens).toBeGreaterThan(100);
      expect(shown.estimate.outputTokens).toBeGreaterThan(0);
      expect(shown.cached).toBe(false);
    },
  );

  test('names where the topics are from that are sent along, and how old they are', async () => {
    const world = await startAssist('http://127.0.0.1:1', {
      risingTopics: () => ({
        own: ['Roast', 'roast'],
        network: ['Coffee Week', 'Roast', ' '],
        networkReadAt: 7,
      }),
    });
    const rising = async (asked: Asked) => (await world.preview(asked)).rising;
    expect(await rising({ ...one, withTrends: true })).toEqual({ own: 2, network: 1, networkReadAt: 7 });
    expect(await rising(one)).toBeNull();
    // A title has no use for them.
    const title = { ...one, withTrends: true, task: { kind: 'title' } } as const;
    expect(await rising(title)).toBeNull();
    expect((await world.preview(title)).input).not.toContain('Coffee Week');
  });

  test('says its price beforehand where it is known', async () => {
    const known = await startAssist('http://127.0.0.1:1', { named: openAi });
    const { server, estimate, budget } = await known.preview(one);
    expect(server).toEqual({
      origin: 'https://api.openai.com',
      model: 'gpt-6.1-terra',
      practice: false,
      moderated: false,
    });
    expect(estimate.costMicros).toBeGreaterThan(0);
    expect(budget).toEqual({ monthlyMicros: 1_000_000, spentMicros: 0 });
    const unknown = await startAssist('http://127.0.0.1:1', { named: 'https://models.example/v1' });
    expect((await unknown.preview(one)).estimate.costMicros).toBeNull();
  });
});

describe('money', () => {
  test('is put aside before and settled by the tokens that the server counted', async () => {
    const server = await startAdversary([says('Nothing like it.'), says(good)]);
    const { events, spending, calls } = await startAssist(server.baseUrl, { named: openAi });
    const seen = await events(one);
    // 1,000 tokens in at 1 and 100 out at 5 micro-dollars each, twice.
    expect(seen.at(-1)).toMatchObject({
      answer: { usage: { inputTokens: 2_000, outputTokens: 200, costMicros: 3_000 } },
    });
    expect(spending()).toEqual([
      { operation: 'rewrite', micros: 1_500, state: 'spent' },
      { operation: 'rewrite', micros: 1_500, state: 'spent' },
    ]);
    expect(calls()).toEqual([
      { operation: 'rewrite', status: 200, cost: 1_500 },
      { operation: 'rewrite', status: 200, cost: 1_500 },
    ]);
    expect(seen.map(({ kind }) => kind).filter((kind) => kind !== 'draft')).toEqual([
      'asking',
      'repairing',
      'done',
    ]);
  });

  test('stands in the file while the question is under way', async () => {
    const server = await startAdversary([{ hangsAfter: '{"versions":[{"text":"Our winter roast is back' }]);
    const { run, spending } = await startAssist(server.baseUrl, { named: openAi });
    const events = await run(one);
    await events.next();
    await events.next();
    expect(spending()).toMatchObject([{ state: 'reserved' }]);
    expect(spending()[0]?.micros).toBeGreaterThan(8_000);
    await events.return?.();
    await server.hungUp;
    await expect.poll(() => spending()[0]?.state).toBe('spent');
    expect(spending()[0]?.micros).toBeLessThan(2_000);
  });

  test('that is used up lets nothing leave, neither at once nor as a stream', async () => {
    const server = await startAdversary([says(good)]);
    const { ask, run, spending } = await startAssist(server.baseUrl, { named: openAi, budget: 100 });
    await expect(ask(one)).rejects.toMatchObject({ code: 'openai_budget' });
    await expect(run(one)).rejects.toMatchObject({ code: 'openai_budget' });
    expect([server.received, spending()]).toEqual([[], []]);
  });

  test('is not asked for twice: the same question is answered from the file, another one is not', async () => {
    const server = await startAdversary([says(good), says(good)]);
    const { ask, spending } = await startAssist(server.baseUrl, { named: openAi });
    await ask(one);
    expect(await ask(one)).toMatchObject({
      cached: true,
      usage: null,
      versions: [{ text: good, why: 'Why.' }],
    });
    await ask({ ...one, task: { ...one.task, goal: 'replies' } });
    expect(server.received).toHaveLength(2);
    expect(spending()).toHaveLength(2);
  });
});

describe('cancelling', () => {
  test('closes the request at once, also between two pieces', async () => {
    const server = await startAdversary([{ hangsAfter: '{"versions":[{"text":"Our winter roast is back' }]);
    const { run } = await startAssist(server.baseUrl);
    const events = await run(one);
    expect(await events.next()).toMatchObject({ value: { kind: 'asking' } });
    expect(await events.next()).toMatchObject({ value: { kind: 'draft' } });
    const waiting = events.next();
    await events.return?.();
    await server.hungUp;
    expect(await waiting).toMatchObject({ done: true });
    expect(await events.next()).toMatchObject({ done: true });
  });

  test('works by the signal of the call too', async () => {
    const server = await startAdversary([{ hangsAfter: '{"versions":' }]);
    const { ask } = await startAssist(server.baseUrl);
    const controller = new AbortController();
    const answer = ask(one, controller.signal);
    await expect.poll(() => server.received.length).toBe(1);
    controller.abort();
    await server.hungUp;
    expect(await answer).toMatchObject({ source: 'rules', failure: { code: 'cancelled', fix: null } });
  });
});

describe('a server', () => {
  test('without the Responses API is asked over chat completions, and remembered', async () => {
    const server = await startAdversary([says(good), says(good)], { onlyChat: true });
    const { ask, calls, events } = await startAssist(server.baseUrl);
    expect(await ask(one)).toMatchObject({ versions: [{ text: good }], usage: { inputTokens: 1_000 } });
    const again = await events({ ...one, task: { ...one.task, goal: 'reach' } });
    expect(again.some(({ kind }) => kind === 'draft')).toBe(true);
    expect(server.received.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/v1/chat/completions']);
    expect(calls().map(({ status }) => status)).toEqual([404, 200, 200]);
    expect(server.received[0]?.instructions).toContain('You edit posts');
    expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
  });

  const named = [
    [401, { error: { code: 'invalid_api_key' } }, 'invalid_key'],
    [400, { error: { message: 'API key not valid. Please pass a valid API key.' } }, 'invalid_key'],
    [403, { error: { message: 'Project has no access' } }, 'no_access'],
    [404, { error: { code: 'model_not_found' } }, 'unknown_model'],
    [404, { error: { message: 'model "llama9" not found, try pulling it first' } }, 'unknown_model'],
    [400, { error: { message: 'acme/none is not a valid model ID' } }, 'unknown_model'],
    [404, '404 page not found', 'wrong_address'],
    [400, { error: { message: 'response_format is not supported' } }, 'not_understood'],
    [402, { error: { message: 'Insufficient Balance' } }, 'no_credit'],
    [429, { error: { code: 'insufficient_quota' } }, 'no_credit'],
    [429, {}, 'rate_limited'],
    [503, 'gone', 'server_error'],
    // Some servers say 200 to everything.
    [200, { error: 'Unexpected endpoint or method. (POST /v1/responses)' }, 'wrong_address'],
    [200, { error: { code: 402, message: 'Out of credits' } }, 'no_credit'],
  ] as const;

  test.each(named)(
    'that answers %i %j is told as %s, and rules or nobody answer',
    async (status, body, code) => {
      const server = await startAdversary([{ status, body }]);
      const { ask } = await startAssist(server.baseUrl);
      const byRules = await ask(one);
      expect(byRules).toMatchObject({
        source: 'rules',
        failure: { code, retryAt: null, text: expect.any(String), fix: expect.any(String) },
        note: 'These versions come from rules instead.',
      });
      const title = await ask({ ...one, task: { kind: 'title' } });
      expect(title).toMatchObject({ source: 'rules', versions: [], failure: { code }, note: null });
    },
  );

  test('that is a web page, or nobody, is told apart from one that has a fault', async () => {
    const page = await startAdversary([{ status: 200, body: '<!doctype html>', type: 'text/html' }]);
    const { ask } = await startAssist(page.baseUrl);
    expect(await ask(one)).toMatchObject({ failure: { code: 'wrong_address' } });
    const nobody = await startAssist('http://127.0.0.1:1/v1');
    expect(await nobody.ask(one)).toMatchObject({ failure: { code: 'unreachable' } });
  });

  test.each([
    [{ 'retry-after': '20' }, 20_000],
    [{ 'retry-after-ms': '1500', 'retry-after': '2' }, 1_500],
  ])('that wants a pause (%j) says until when', async (headers, ms) => {
    const server = await startAdversary([{ status: 429, body: {}, headers }]);
    const { ask, clock } = await startAssist(server.baseUrl);
    expect(await ask(one)).toMatchObject({ failure: { code: 'rate_limited', retryAt: clock.now() + ms } });
  });

  test('that gives up in the middle of an answer says why', async () => {
    const failed = { type: 'response.failed', response: { error: { code: 'rate_limit_exceeded' } } };
    const server = await startAdversary([{ sends: `data: ${JSON.stringify(failed)}\n\n` }]);
    const { ask } = await startAssist(server.baseUrl);
    expect(await ask(one)).toMatchObject({ failure: { code: 'rate_limited' } });
  });
});

describe('moderation', () => {
  test('holds back what the server flags, and shows no draft before', async () => {
    const rude = good.replace('Come by', 'Come by, you fools,');
    const server = await startAdversary([says(good, rude), says(rude)], { flags: ['fools'] });
    const { events, calls } = await startAssist(server.baseUrl, { moderate: true });
    const seen = await events({ ...one, task: { ...one.task, versions: 2 } });
    expect(seen.filter(({ kind }) => kind === 'draft')).toEqual([]);
    expect(seen.at(-1)).toMatchObject({ answer: { versions: [{ text: good }] } });
    expect(JSON.stringify(seen.at(-1))).toContain('held back by the moderation: harassment');
    expect(calls().filter(({ operation }) => operation === 'moderate')).toHaveLength(2);
  });
});
