import { describe, expect, test } from 'vitest';
import { seededDraws } from '../../../src/engine/learning/model/seeded.ts';
import { startWorld } from '../../support/engine-world.ts';

const hour = 3_600_000;

/** Past posts before an instant: those with a question earn three times as much. */
function history(count: number, before: number): string {
  const draws = seededDraws(11);
  const lines = Array.from({ length: count }, (_, index) => {
    const question = draws.fraction() < 0.5;
    const likes = Math.round((question ? 90 : 30) * Math.exp(draws.fraction() * 0.6 - 0.3));
    const at = new Date(before - (count - index) * 13 * hour - 72 * hour).toISOString();
    return `${at},Fresh bread ${index}${question ? '?' : '.'},${likes * 20},${likes},2,1`;
  });
  return ['published at,text,impressions,likes,comments,shares', ...lines].join('\n');
}

describe('learning from an account', () => {
  test('says how much is missing, then what a draft may earn, why, and how good such estimates were', async () => {
    const world = await startWorld();
    const account = await world.connect();
    const { client, workspaceId } = world;
    const about = { workspaceId, accountId: account.id, dryRun: false };
    const ask = async (content: string) =>
      (await client.content.analyze({ workspaceId, platform: 'x', content })).prediction;

    expect((await ask('Fresh bread.')).status).toBe('not_enough_data');
    const before = world.clock.now();
    await client.metrics.importHistory({ ...about, csv: history(200, before) });
    await world.drain('background');

    const [question, plain] = [await ask('Fresh bread 7?'), await ask('Fresh bread 7.')];
    if (question.status !== 'estimate' || plain.status !== 'estimate')
      throw new Error(JSON.stringify(question));
    expect(question.expected).toBeGreaterThan(plain.expected * 1.7);
    expect(question.basedOn).toBeGreaterThanOrEqual(200);
    expect(question.low).toBeLessThan(question.expected);
    expect(question.high).toBeGreaterThan(question.expected);
    expect(question.impressions?.expected).toBeGreaterThan(question.expected);
    expect(question.engagementRate?.high).toBeLessThanOrEqual(1);
    expect(question.reasons.map(({ id }) => id)).toContain('prediction_text_question');
    for (const { text, id } of question.reasons) {
      expect(text).not.toMatch(/analysis\.|\{\{/);
      expect(id).toMatch(/^prediction_/);
    }

    const { accounts } = await client.learning.quality({ workspaceId });
    expect(accounts[0]).toMatchObject({ accountId: account.id, state: 'learned' });
    const quality = accounts[0]?.quality;
    expect(quality?.model.medianError).toBeLessThan(quality?.median.medianError ?? 0);
    expect(quality?.judged).toBeGreaterThan(50);
    const parts = quality?.parts ?? [];
    expect(parts.reduce((sum, { posts }) => sum + posts, 0)).toBe(quality?.judged);
    expect(parts.at(-1)?.outcome).toBeGreaterThan((parts[0]?.outcome ?? 0) * 1.5);
    expect(parts.map(({ expected }) => expected)).toEqual(
      parts.map(({ expected }) => expected).toSorted((left, right) => left - right),
    );
  });

  test('judges a draft for the account, the time and the kind of media that are meant', async () => {
    const world = await startWorld();
    const [account, other] = [await world.connect(), await world.connect('tobi_repairs')];
    const { client, workspaceId } = world;
    const [monday, begin] = [Date.UTC(2026, 0, 5, 8), world.clock.now()];
    const lines = Array.from({ length: 300 }, (_, index) => {
      const at = new Date(begin - (index + 3) * 12 * hour);
      const likes = (at.getUTCHours() < 12 ? 100 : 30) * (index % 3 === 0 ? 3 : 1);
      return `${at.toISOString()},Bread,${index % 3 === 0 ? 'Reel' : 'photo'},${likes}`;
    });
    const csv = ['published at,text,type,likes', ...lines].join('\n');
    await client.metrics.importHistory({ workspaceId, accountId: account.id, csv, dryRun: false });
    await world.drain('background');
    const ask = async (draft: {
      accountId?: typeof account.id;
      at?: number;
      mediaKinds?: ['image' | 'video'];
    }) => {
      const input = { workspaceId, platform: 'x', content: 'Bread', ...draft };
      return (await client.content.analyze(input)).prediction;
    };
    const expected = async (at: number, mediaKinds: ['image' | 'video']) => {
      const found = await ask({ accountId: account.id, at, mediaKinds });
      if (found.status !== 'estimate') throw new Error(JSON.stringify(found));
      expect(found).toMatchObject({ accountId: account.id, at });
      return found.expected;
    };
    const morning = begin + (7 * 24 * hour - ((begin - monday) % (24 * hour)));
    const [picture, film] = [await expected(morning, ['image']), await expected(morning, ['video'])];
    expect(film).toBeGreaterThan(picture * 1.5);
    expect(await expected(morning + 12 * hour, ['image'])).toBeLessThan(picture * 0.9);
    expect((await ask({ accountId: other.id })).status).toBe('not_enough_data');
    expect(await ask({ at: begin - hour })).toMatchObject({ accountId: account.id, at: begin });
  });

  test('learns anew only where posts or numbers have changed', async () => {
    const world = await startWorld();
    const account = await world.connect();
    const { client, workspaceId } = world;
    const learnedAt = async () => (await client.learning.quality({ workspaceId })).accounts[0]?.learnedAt;
    await world.drain('background');
    await client.learning.retrain({ workspaceId });
    await world.drain('background');
    const first = await learnedAt();
    expect(first).not.toBeNull();
    const csv = history(40, world.clock.now());
    await world.pass(1000);
    await client.learning.retrain({ workspaceId });
    await world.drain('background');
    expect(await learnedAt()).toBe(first);
    await client.metrics.importHistory({ workspaceId, accountId: account.id, csv, dryRun: false });
    await world.drain('background');
    expect(await learnedAt()).toBe(world.clock.now());
  });

  test('says how far it is, ends where the user wants it to, and learns when asked again', async () => {
    const world = await startWorld();
    const account = await world.connect();
    await world.connect('tobi_repairs');
    const { client, workspaceId } = world;
    const quality = () => client.learning.quality({ workspaceId });
    await world.drain('background');
    expect((await quality()).running).toBeNull();
    expect(await client.learning.stop({ workspaceId })).toEqual({ stopped: false });

    const csv = history(400, world.clock.now());
    await client.metrics.importHistory({ workspaceId, accountId: account.id, csv, dryRun: false });
    expect((await quality()).running).toEqual({ state: 'waiting', done: 0, of: 2, accountId: null });
    const seen: unknown[] = [];
    const unsubscribe = world.engine.events.subscribe((event) => {
      if (event.type !== 'change' || !event.changes.some(({ topic }) => topic === 'learning')) return;
      void quality().then(async ({ running }) => {
        if (running?.accountId !== account.id || seen.length > 0) return;
        seen.push(running);
        await client.learning.stop({ workspaceId });
        world.clock.advance(300);
      });
    });
    await world.drain('background');
    unsubscribe();
    expect(seen[0]).toEqual({ state: 'learning', done: 0, of: 2, accountId: account.id });
    const { running, accounts } = await quality();
    expect(running).toBeNull();
    expect(accounts.map(({ state }) => state)).toEqual(['waiting', 'waiting']);

    await client.learning.retrain({ workspaceId });
    expect(await client.learning.stop({ workspaceId })).toEqual({ stopped: true });
    await world.drain('background');
    expect((await quality()).accounts[0]?.state).toBe('waiting');
    // What comes while a run has read the posts already is learned in one more run.
    const older = history(50, world.clock.now() - 500 * 13 * hour);
    const comes = world.engine.events.subscribe((event) => {
      if (event.type !== 'change' || !event.changes.some(({ topic }) => topic === 'learning')) return;
      void quality().then(async ({ running: now }) => {
        if (now?.accountId !== account.id) return;
        comes();
        await client.metrics.importHistory({ workspaceId, accountId: account.id, csv: older, dryRun: false });
      });
    });
    await client.learning.retrain({ workspaceId });
    await world.drain('background');
    const [learned] = (await quality()).accounts;
    expect(learned?.state).toBe('learned');
    expect(learned?.posts).toBeGreaterThanOrEqual(450);
  });
});
