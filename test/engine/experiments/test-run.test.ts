import { describe, expect, test } from 'vitest';
import type { Account } from '../../../src/shared/models/account.ts';
import type { Experiment } from '../../../src/shared/models/experiment.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';

/** Weeks of the practice network pass, on a machine that may have other things to do. */
const longest = 60_000;
const hour = 3_600_000;
const day = 24 * hour;

const asks = [
  'Who has baked rye at home and lived to tell of it?',
  'What goes into your lentil soup that nobody would guess?',
  'Which day of the week needs cinnamon rolls most?',
  'How long do you let a sourdough sleep in winter?',
];
const tells = [
  'The oven was late this morning, so the baguettes are warm at ten.',
  'Saturday market: walnut bread, two cheeses and a thermos of tea.',
  'We hired Jonas, who laminates faster than anybody we know.',
  'Plum cake is back, and it leaves with the last plum.',
];
const versionsOf = (texts: readonly string[]) => texts.map((text) => [{ text, media: [] }]);

const design = ({ workspaceId }: World, account: Account) => ({
  workspaceId,
  name: 'Ask or tell',
  scheme: 'comparable_times' as const,
  accountIds: [account.id],
  variants: [
    { name: 'Ask', versions: versionsOf(asks) },
    { name: 'Tell', versions: versionsOf(tells) },
  ],
  hours: [
    { weekday: 2, minute: 560 },
    { weekday: 4, minute: 560 },
  ],
  seed: 7,
});

/** Goes on to an instant, stopping whenever a post is due or to be read, and lets both threads do what is due. */
async function live(world: World, { items }: Pick<Experiment, 'items'>, until: number): Promise<void> {
  const stops = items.flatMap(({ when }) => [when.instant, when.instant + day]);
  const ahead = [...new Set([...stops, until])].filter((at) => at > world.clock.now() && at <= until);
  for (const at of ahead.toSorted((left, right) => left - right)) {
    await world.pass(at - world.clock.now());
    await world.drain();
    await world.drain('background');
  }
}

describe('a test on the practice network', { timeout: longest }, () => {
  test('is planned, goes out at its times, is read at one age and ends with what it can tell', async () => {
    const world = await startWorld();
    const { client, workspaceId } = world;
    const account = await world.connect();
    await world.drain('background');

    const given = {
      ...design(world, account),
      variants: [
        { name: 'Ask', versions: versionsOf(asks.slice(0, 2)) },
        { name: 'Tell', versions: versionsOf(tells.slice(0, 2)) },
      ],
      bar: { posts: 2 },
    };
    const plan = await client.experiments.preview(given);
    expect(plan.lines.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plan).toMatchObject({ versionsOut: 'all', measure: 'engagement_rate', seed: 7 });
    expect(plan.posts).toHaveLength(4);
    expect(plan.findableLift).toBeGreaterThan(0);
    expect(plan.endsAt).toBe((plan.posts.at(-1)?.when.instant ?? 0) + day);
    const strict = await client.experiments.preview({ ...given, bar: { posts: 3 } });
    expect(strict.findableLift).toBeNull();
    expect(strict.sentences.join(' ')).toContain('it will stay undecided');

    const made = await client.experiments.create(given);
    expect(made).toMatchObject({ state: 'planned', practice: true, winner: null, final: false });
    expect(made.items.map(({ when }) => when.instant)).toEqual(plan.posts.map(({ when }) => when.instant));
    expect(made.items.map(({ variant }) => variant)).toEqual(plan.posts.map(({ variant }) => variant));
    const calendar = await client.posts.calendar({ workspaceId, from: 0, to: made.endsAt });
    const labels = calendar.flatMap((delivery) => delivery.labels);
    expect(labels.filter((label) => label === 'Test: Ask or tell · Ask')).toHaveLength(2);
    expect(labels.filter((label) => label === 'Test: Ask or tell · Tell')).toHaveLength(2);
    // Each hour of the week has each version once.
    for (const weekday of [2, 4]) {
      const own = made.items.filter(({ when }) => (new Date(when.instant).getUTCDay() || 7) === weekday);
      expect(own.filter(({ variant }) => variant === 0)).toHaveLength(1);
    }

    const [first, , third] = made.items;
    await live(world, made, (first?.when.instant ?? 0) + hour);
    const running = await client.experiments.get({ workspaceId, id: made.id });
    expect(running).toMatchObject({ state: 'running', posts: { planned: 4, out: 1, counted: 0 } });
    expect(running.items[0]?.url).toMatch(/^https?:/);
    const [delivery] = await client.posts.calendar({ workspaceId, from: 0, to: world.clock.now() });
    expect(delivery?.test).toEqual({ id: made.id, name: 'Ask or tell' });

    await live(world, made, (third?.when.instant ?? 0) + 26 * hour);
    const between = await client.experiments.get({ workspaceId, id: made.id });
    expect(between.posts.counted).toBe(3);
    expect(between.winner).toBeNull();
    expect(between.why.join(' ')).toContain('still running');
    expect(between.items[0]?.readAt).toBe((between.items[0]?.publishedAt ?? 0) + day);

    await live(world, made, made.endsAt + hour);
    const [listed] = await client.experiments.list({ workspaceId });
    const ended = await client.experiments.get({ workspaceId, id: made.id });
    expect(['decided', 'undecided']).toContain(ended.state);
    expect(listed).toMatchObject({ id: made.id, state: ended.state, sentence: ended.sentence });
    const over = world.notices.filter(({ kind }) => kind === 'test_over');
    expect(over).toMatchObject([
      {
        workspaceId,
        title: 'The practice test “Ask or tell” is over',
        body: expect.stringContaining(ended.sentence),
        target: `/advice?tab=tests&test=${made.id}`,
      },
    ]);
    expect(ended).toMatchObject({ final: true, posts: { planned: 4, out: 4, counted: 4 } });
    for (const variant of ended.variants) {
      expect(variant.counted).toBe(2);
      expect(variant.impressions).toBeGreaterThan(0);
      expect(variant.lift).not.toBeNull();
    }
    // What happens to its posts later does not change it.
    for (const { postId } of ended.items)
      if (postId !== null) await client.posts.remove({ workspaceId, id: postId });
    expect((await client.experiments.get({ workspaceId, id: made.id })).variants).toEqual(ended.variants);
  });

  test('takes back what is ahead when it is stopped, and brings it back', async () => {
    const world = await startWorld();
    const { client, workspaceId } = world;
    const account = await world.connect();
    await world.drain('background');
    const made = await client.experiments.create(design(world, account));
    const { id, items } = made;
    await live(world, made, (items[0]?.when.instant ?? 0) + hour);
    const scheduled = async () =>
      (await client.posts.calendar({ workspaceId, from: 0, to: Date.UTC(2030, 0) })).filter(
        ({ state }) => state === 'scheduled',
      ).length;
    expect(await scheduled()).toBe(7);

    const stopped = await client.experiments.stop({ workspaceId, id });
    expect(stopped).toMatchObject({ state: 'stopped', posts: { planned: 1, out: 1 } });
    expect(stopped.why.join(' ')).toContain('stopped before its end');
    expect(await scheduled()).toBe(0);
    expect(await client.experiments.restore({ workspaceId, id })).toMatchObject({ state: 'running' });
    expect(await scheduled()).toBe(7);

    await client.experiments.remove({ workspaceId, id });
    expect(await client.experiments.list({ workspaceId })).toEqual([]);
    expect(await scheduled()).toBe(0);
    expect(await client.experiments.restore({ workspaceId, id })).toMatchObject({ state: 'running' });
    expect(await scheduled()).toBe(7);

    await client.experiments.stop({ workspaceId, id });
    await live(world, made, (items[0]?.when.instant ?? 0) + 30 * hour);
    expect(await client.experiments.get({ workspaceId, id })).toMatchObject({
      state: 'stopped',
      final: true,
      posts: { counted: 1 },
    });
  });

  test('does not count what was rewritten or taken out', async () => {
    const world = await startWorld();
    const { client, workspaceId } = world;
    const account = await world.connect();
    await world.drain('background');
    const made = await client.experiments.create(design(world, account));
    const { id, items } = made;
    const [rewritten, removed] = items;
    if (!rewritten?.postId || !removed?.postId) throw new Error('The posts are not there.');
    const post = await client.posts.get({ workspaceId, id: rewritten.postId });
    await client.posts.update({
      workspaceId,
      id: post.id,
      version: post.version,
      parts: [{ text: 'Something else altogether.', media: [] }],
    });
    await client.posts.remove({ workspaceId, id: removed.postId });
    await live(world, made, removed.when.instant + 30 * hour);
    const after = await client.experiments.get({ workspaceId, id });
    expect(after.items[0]).toMatchObject({
      use: 'left_out',
      note: 'Its words were changed after the test began.',
    });
    expect(after.items[1]).toMatchObject({ use: 'left_out', state: 'removed' });
    expect(after.posts.counted).toBe(0);
  });
});

test('the planning rules that its hours break are told before it begins', async () => {
  const world = await startWorld();
  const { client, workspaceId } = world;
  const account = await world.connect();
  const told = async () => {
    const { lines } = await client.experiments.preview(design(world, account));
    return lines.filter(({ id }) => id.startsWith('rule_')).map(({ text }) => text);
  };
  expect(await told()).toEqual([]);
  await client.planning.updateRules({ workspaceId, quietHours: { from: 540, to: 600 } });
  expect(await told()).toEqual(['Breaks a planning rule: no posts from 09:00 to 10:00.']);
});

describe('what a network does not want', { timeout: longest }, () => {
  const body = 'Our rye loaf rests for two days before it meets the oven. Come by from seven on.';
  const hooks = ['Did you know?', 'Two days of patience:'];

  test('versions that say nearly the same go out once each, or not at all', async () => {
    const world = await startWorld();
    const account = await world.connect();
    const { client } = world;
    const similar = (bodies: readonly string[]) => ({
      ...design(world, account),
      variants: hooks.map((hook, at) => ({
        name: `Hook ${at + 1}`,
        versions: versionsOf(bodies.map((text) => `${hook} ${text}`)),
      })),
    });
    const alone = await client.experiments.preview(similar([body]));
    expect(alone.lines.map(({ id }) => id)).toContain('similar');
    expect(alone.posts).toEqual([]);
    await expect(client.experiments.create(similar([body]))).rejects.toMatchObject({
      code: 'content_invalid',
    });

    const four = await client.experiments.preview(similar([body, ...tells.slice(0, 3)]));
    expect(four.versionsOut).toBe('one');
    expect(four.posts).toHaveLength(4);
    expect(new Set(four.posts.map(({ source }) => source)).size).toBe(4);
    expect(four.posts.filter(({ variant }) => variant === 0)).toHaveLength(2);

    const again = await client.experiments.preview({ ...design(world, account), repetitions: 2 });
    expect(again.lines.map(({ id }) => id)).toContain('repeats');
  });
});

test(
  'several accounts get their versions at the same time, each against its own level',
  { timeout: longest },
  async () => {
    const world = await startWorld();
    const { client, workspaceId } = world;
    const mara = await world.connect();
    const other = await world.connect('tobi_repairs');
    await world.drain('background');
    const given = {
      ...design(world, mara),
      scheme: 'comparable_accounts' as const,
      accountIds: [mara.id, other.id],
      hours: [{ weekday: 3, minute: 600 }],
    };
    const made = await client.experiments.create(given);
    expect(made.items).toHaveLength(8);
    for (let round = 0; round < 4; round += 1) {
      const pair = made.items.slice(2 * round, 2 * round + 2);
      expect(new Set(pair.map(({ when }) => when.instant)).size).toBe(1);
      expect(new Set(pair.map(({ variant }) => variant)).size).toBe(2);
      expect(new Set(pair.map(({ accountId }) => accountId)).size).toBe(2);
    }
    const own = made.items.filter(({ accountId }) => accountId === mara.id);
    expect(own.filter(({ variant }) => variant === 0)).toHaveLength(2);
    await live(world, made, (made.items[1]?.when.instant ?? 0) + 26 * hour);
    expect((await client.experiments.get({ workspaceId, id: made.id })).posts.counted).toBe(2);
  },
);
