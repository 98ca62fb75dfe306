import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ContentDeps } from '../../../src/engine/content/answering/content-deps.ts';
import { costOf, priceOf } from '../../../src/engine/content/model/prices.ts';
import { createAssist } from '../../../src/engine/content/assist/assist.ts';
import { createContentHandlers } from '../../../src/engine/content/handlers.ts';
import { defaultAppSettings } from '../../../src/engine/settings/app-settings.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';

const text = 'We are very excited to announce that our new roast is finally here. It is walnut and cherry.';
const draft = { content: text, platform: 'twitter', replies: [], mediaCount: 0, missingAltTexts: 0 };
const wanted = { ...draft, goal: 'clarity', variants: 1 } as const;

/** A server that answers every question with this status and one shorter version, and counts the questions. */
async function startModel(status = 200) {
  let questions = 0;
  const answer = {
    status: 'completed',
    output: [
      {
        type: 'message',
        content: [
          {
            type: 'output_text',
            text: JSON.stringify({
              versions: [{ text: 'Our new roast is here: walnut and cherry.', why: 'Shorter.' }],
            }),
          },
        ],
      },
    ],
    usage: { input_tokens: 1_000, output_tokens: 100 },
  };
  const server = createServer((request, response) => {
    questions += 1;
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status === 200 ? answer : { error: { message: 'no' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, questions: () => questions };
}

async function start(
  options: { key?: string; model?: { url: string }; budget?: number; practice?: string } = {},
) {
  const world = await createFeatureWorld({
    // Whatever address the settings name, the questions end at the server of this test.
    fetch: (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const there = options.model?.url ?? options.practice ?? '';
      return fetch(`${there}${pathname}`, init);
    },
    power: { available: false, keepAwake: () => () => undefined, onResume: () => () => undefined },
    practiceServer: {
      url: options.practice ?? null,
      start: () => Promise.reject(new Error('not asked')),
      stop: () => Promise.resolve(),
    },
  });
  const workspaceId = addWorkspace(world, { kind: options.practice === undefined ? 'real' : 'practice' });
  const deps: ContentDeps = {
    ...world.deps,
    predictionOf: () => null,
    openAiSettings: () => ({
      ...defaultAppSettings.openAi,
      monthlyBudgetMicros: options.budget ?? 1_000_000,
    }),
    openAiKey: () => Promise.resolve(options.key ?? null),
    renderPicture: () => Promise.resolve(null),
    risingTopics: () => ({ own: [], network: [], networkReadAt: null }),
  };
  const caller = { workspaceId, actor: 'user' };
  const spent = () =>
    world.deps.db
      .sql<{ micros: number }>(
        `SELECT coalesce(sum(micros), 0) AS micros FROM spending WHERE platform = 'openai'`,
      )
      .get()?.micros;
  return {
    world,
    db: world.deps.db,
    workspaceId,
    content: createContentHandlers(deps, createAssist(deps)),
    caller,
    spent,
  };
}

describe('measuring and analysing', () => {
  test('count by the rules of the network, under any of its names', async () => {
    const { content, caller } = await start();
    expect(content.measure(caller, { text: 'see https://example.org/a', platform: 'Twitter' })).toMatchObject(
      {
        length: 27,
        limit: 280,
        valid: true,
        entities: { urls: ['https://example.org/a'] },
      },
    );
    expect(() => content.measure(caller, { text, platform: 'myspace' })).toThrow('unknown_platform');
  });

  test('know the limit of the workspace’s only account, and of several the stricter one', async () => {
    const { world, db, content, caller, workspaceId } = await start();
    const id = addAccount(world, workspaceId);
    db.write(() =>
      db.sql(`UPDATE account SET facts = '{"subscription":"Premium"}' WHERE id = :id`).run({ id }),
    );
    expect(content.measure(caller, { text, platform: 'x' }).limit).toBe(25_000);
    addAccount(world, workspaceId, { username: 'theo' });
    expect(content.measure(caller, { text, platform: 'x' }).limit).toBe(280);
  });

  test('compare the draft with what the workspace has out there of late, and take the title from the options', async () => {
    const { world, db, content, caller, workspaceId } = await start();
    const add = (workspace: typeof workspaceId, id: string, body: string, at: number): void => {
      const accountId = addAccount(world, workspace, { username: id });
      db.write(() =>
        db
          .sql(
            `INSERT INTO remote_post (id, workspace_id, account_id, remote_id, text, published_at, first_seen_at) VALUES (:id, :workspace, :accountId, :id, :body, :at, :at)`,
          )
          .run({ id, workspace, accountId, body, at }),
      );
    };
    const repeated = (platform: string): readonly string[] =>
      content
        .analyze(caller, { ...draft, platform })
        .platformFit.reasons.flatMap(({ id, params }) =>
          id === 'repeats_own' ? [String(params['count'])] : [],
        );
    const now = world.deps.ports.clock.now();
    const day = 86_400_000;
    add(addWorkspace(world), 'foreign', text, now - day);
    add(workspaceId, 'old', text, now - 91 * day);
    expect(repeated('twitter')).toEqual([]);
    add(workspaceId, 'own', text, now - 2.5 * day);
    expect(repeated('twitter')).toEqual(['2']);
    expect(repeated('bluesky')).toEqual([]);
    const untitled = (options: Record<string, string>): boolean =>
      content
        .analyze(caller, { ...draft, platform: 'youtube', options })
        .platformFit.reasons.some(({ id }) => id === 'title_missing');
    expect([untitled({}), untitled({ title: 'Our new roast' })]).toEqual([true, false]);
  });

  test('take hashtags and their results from own posts of this workspace alone', async () => {
    const { world, db, content, caller, workspaceId } = await start();
    const add = (workspace: typeof workspaceId, remoteId: string, body: string, likes: number): void => {
      const accountId = addAccount(world, workspace, { username: remoteId });
      db.write(() => {
        db.sql(
          `INSERT INTO remote_post (id, workspace_id, account_id, remote_id, text, published_at, first_seen_at) VALUES (:remoteId, :workspace, :accountId, :remoteId, :body, 0, 0)`,
        ).run({ remoteId, workspace, accountId, body });
        const sample = db.sql(
          `INSERT INTO metric_sample (workspace_id, subject_kind, subject_id, metric, at, value) VALUES (:workspace, 'post', :remoteId, 'likes', :at, :likes)`,
        );
        sample.run({ workspace, remoteId, at: 1, likes: 1 });
        sample.run({ workspace, remoteId, at: 2, likes });
      });
    };
    for (let post = 0; post < 3; post += 1) add(workspaceId, `own_${post}`, 'New roast #espresso', 30);
    add(addWorkspace(world), 'foreign', 'New roast #secretbrand', 900);
    const { prediction, hashtags } = content.analyze(caller, {
      ...draft,
      content: 'Our espresso roast is here.',
    });
    expect(prediction).toMatchObject({ status: 'not_enough_data', have: 3 });
    expect(hashtags.suggested.filter(({ source }) => source === 'own_results').map(({ tag }) => tag)).toEqual(
      ['#espresso'],
    );
    expect(JSON.stringify(hashtags)).not.toContain('secretbrand');
  });
});

describe('rewriting', () => {
  test('goes by rules where no key is set, and says so', async () => {
    const { content, caller } = await start();
    const answer = await content.optimize(caller, { ...wanted, replies: ['More below.'] });
    expect(answer).toMatchObject({ source: 'rules', usage: null });
    for (const { parts } of answer.variants) expect(parts.at(-1)).toBe('More below.');
  });

  test('asks the model where a key is set, notes what it cost, and asks the same only once', async () => {
    const model = await startModel();
    const { db, content, caller, spent } = await start({ key: 'sk-test', model });
    const answer = await content.optimize(caller, wanted);
    expect(answer).toMatchObject({
      source: 'openai',
      variants: [{ text: 'Our new roast is here: walnut and cherry.' }],
      usage: { inputTokens: 1_000, outputTokens: 100, costMicros: 1_500 },
    });
    expect(spent()).toBe(1_500);
    expect(await content.optimize(caller, wanted)).toMatchObject({
      source: 'openai',
      usage: { costMicros: 0 },
    });
    expect(model.questions()).toBe(1);
    expect(db.sql(`SELECT platform, operation, status FROM http_audit`).all()).toEqual([
      { platform: 'openai', operation: 'rewrite', status: 200 },
    ]);
  });

  test('is refused when the budget of the month is used up, and nothing leaves', async () => {
    const model = await startModel();
    const { content, caller } = await start({ key: 'sk-test', model, budget: 100 });
    await expect(content.optimize(caller, wanted)).rejects.toMatchObject({ code: 'openai_budget' });
    expect(model.questions()).toBe(0);
  });

  test.each([
    [401, 'did not accept the key'],
    [429, 'takes no more questions'],
    [404, 'no language model at this address'],
    [400, 'refused the question'],
    [500, 'has a fault of its own'],
    [402, 'no credit left'],
  ])('goes by rules when the model answers %i, and says why', async (status, why) => {
    const { content, caller, spent } = await start({ key: 'sk-test', model: await startModel(status) });
    const answer = await content.optimize(caller, wanted);
    expect(answer.source).toBe('rules');
    expect(answer.note).toContain(why);
    expect(spent()).toBe(0);
  });

  test('asks the practice network in a practice workspace without a key, free of charge', async () => {
    const model = await startModel();
    const { content, caller, spent } = await start({ practice: model.url, budget: 0 });
    expect(await content.optimize(caller, wanted)).toMatchObject({
      source: 'openai',
      usage: { costMicros: 0 },
      note: 'Practice: these versions come from the practice network, not from a language model.',
    });
    expect([model.questions(), spent()]).toEqual([1, 0]);
  });

  test('says nothing of practice where the user’s own model answers, in a practice workspace too', async () => {
    const model = await startModel();
    const { content, caller } = await start({ practice: model.url, key: 'sk-own', model });
    expect(await content.optimize(caller, wanted)).toMatchObject({ source: 'openai', note: null });
  });
});

test('a model’s price is known, free on this machine, or not known', () => {
  expect(priceOf('https://api.openai.com/v1', 'gpt-5-mini-2025-08-07')).toEqual({ input: 0.25, output: 2 });
  expect(priceOf('https://api.openai.com/v1', 'gpt-6-luna')).toEqual({ input: 0.1, output: 0.5 });
  expect(priceOf('https://api.openai.com/v1', 'gpt-99')).toBeNull();
  expect(priceOf('http://127.0.0.1:11434/v1', 'anything')).toEqual({ input: 0, output: 0 });
  expect(priceOf('https://models.example/v1', 'gpt-5')).toBeNull();
  expect(costOf({ input: 0.25, output: 2 }, { inputTokens: 3, outputTokens: 1 })).toBe(3);
});
