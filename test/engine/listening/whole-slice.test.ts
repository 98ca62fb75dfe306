import { expect, onTestFinished, test } from 'vitest';
import { openLab } from '../../conformance/suite/lab.ts';
import type { Lab } from '../../conformance/suite/lab.ts';
import { bluesky } from '../../networks/bluesky.ts';
import { facebook } from '../../networks/facebook.ts';
import { mastodon } from '../../networks/mastodon.ts';
import type { NetworkSeed } from '../../networks/seed.ts';
import { x } from '../../networks/x.ts';
import { youtube } from '../../networks/youtube.ts';

const dayMs = 24 * 60 * 60_000;

async function begin(seed: NetworkSeed): Promise<Lab> {
  const lab = await openLab(seed);
  onTestFinished(() => lab.stop());
  await lab.connect(seed.people[0]);
  await lab.drain('background');
  return lab;
}

test.each([
  { seed: mastodon, handle: 'harbourcoffee@mastodon.practice.test', written: '@harbourcoffee' },
  { seed: bluesky, handle: 'harbourcoffee.practice.test', written: '@harbourcoffee.practice.test' },
  { seed: x, handle: 'harbourcoffee', written: 'https://x.com/harbourcoffee' },
  { seed: youtube, handle: 'harbourcoffee', written: '@harbourcoffee' },
])('a competitor on $seed.platform.name is read each day and shown beside oneself', async (given) => {
  const { seed, handle, written } = given;
  const platform = seed.platform.name;
  const lab = await begin(seed);
  const { client, workspaceId } = lab;
  const added = await client.listening.addCompetitor({ workspaceId, platform, handle: written });
  expect(added).toMatchObject({ platform, handle, readAt: null, posts: 0, trouble: null });
  expect(added.nextAt).toBe(lab.clock.now());

  await lab.drain('background');
  const [read] = await client.listening.competitors({ workspaceId });
  expect(read).toMatchObject({ id: added.id, readAt: lab.clock.now(), nextAt: lab.clock.now() + dayMs });
  expect(read?.followers).toBeGreaterThan(10_000);
  expect(read?.posts).toBeGreaterThan(10);

  const { networks } = await client.listening.comparison({ workspaceId, range: '30d' });
  const [network] = networks;
  expect(networks).toHaveLength(1);
  expect(network?.own).toHaveLength(1);
  const [theirs] = network?.competitors ?? [];
  expect(theirs?.posts).toBeGreaterThan(5);
  expect(theirs?.postsPerWeek?.value).toBeCloseTo((theirs?.posts ?? 0) / (30 / 7), 5);
  expect(theirs?.hours.reduce((sum, { posts }) => sum + posts, 0)).toBe(theirs?.posts);
  expect(theirs?.engagement?.low).toBeLessThanOrEqual(theirs?.engagement?.value ?? -1);
  expect(theirs?.engagement?.high).toBeGreaterThanOrEqual(theirs?.engagement?.value ?? Infinity);
  expect(network?.benchmark).toMatchObject({
    competitors: 1,
    engagement: theirs?.engagement?.value,
    postsPerWeek: theirs?.postsPerWeek?.value,
  });
  expect(network?.published).toBeNull();

  const known = read?.posts ?? 0;
  await lab.pass(dayMs);
  await lab.drain('background');
  const [again] = await client.listening.competitors({ workspaceId });
  expect(again?.readAt).toBe(lab.clock.now());
  expect(again?.posts).toBeGreaterThanOrEqual(known);
});

test('nobody by a name, a second adding, removing and its undoing', async () => {
  const lab = await begin(mastodon);
  const { client, workspaceId } = lab;
  const add = async (handle: string) =>
    await client.listening.addCompetitor({ workspaceId, platform: 'mastodon', handle });
  await expect(add('nobody_at_all')).rejects.toMatchObject({
    code: 'handle_not_found',
    data: { message: 'Mastodon knows nobody by the name nobody_at_all.' },
  });
  const { id } = await add('tobi_repairs');
  await lab.drain('background');
  expect((await add('TOBI_repairs')).id).toBe(id);
  await client.listening.removeCompetitor({ workspaceId, id });
  expect(await client.listening.competitors({ workspaceId })).toEqual([]);
  await expect(client.listening.comparison({ workspaceId, competitorId: id })).rejects.toMatchObject({
    code: 'not_found',
  });
  const back = await client.listening.restoreCompetitor({ workspaceId, id });
  expect(back.nextAt).toBe((back.readAt ?? 0) + dayMs);
  expect(await client.listening.competitors({ workspaceId })).toEqual([back]);
});

test('a network that lets nobody read others says why, and so does one without an account', async () => {
  const lab = await begin(mastodon);
  const { client, workspaceId } = lab;
  const networks = await client.listening.networks({ workspaceId });
  const readings = networks.flatMap(({ platform, competitors, trends }) =>
    [competitors, trends].map((reading) => ({ platform, reading })),
  );
  const unread = readings.filter(({ reading }) => reading.kind === 'unread');
  expect(unread).toHaveLength(12);
  for (const { reading } of unread)
    expect(reading).toMatchObject({ why: expect.stringMatching(/^[A-Z].+\.$/) });
  const kinds = (kind: string) =>
    readings.filter(({ reading }) => reading.kind === kind).map(({ platform }) => platform);
  expect(new Set(kinds('reads'))).toEqual(new Set(['mastodon']));
  expect(new Set(kinds('no_account'))).toEqual(new Set(['bluesky', 'x', 'youtube']));
  const add = async (platform: string) =>
    await client.listening.addCompetitor({ workspaceId, platform, handle: 'harbourcoffee' });
  await expect(add('facebook')).rejects.toMatchObject({
    code: 'reading_not_allowed',
    data: { message: facebook.platform.words.unread?.competitors },
  });
  await expect(add('bluesky')).rejects.toMatchObject({ code: 'not_connected' });
});

test('a reading that fails is told, keeps what was there, and comes again', async () => {
  const lab = await begin(bluesky);
  const { client, workspaceId } = lab;
  const { id } = await client.listening.addCompetitor({
    workspaceId,
    platform: 'bluesky',
    handle: 'harbourcoffee.practice.test',
  });
  await lab.drain('background');
  const [before] = await client.listening.competitors({ workspaceId });
  await lab.faults({
    match: { network: 'bluesky', operation: 'users.lookup' },
    fault: { kind: 'status', status: 400, body: { error: 'InvalidRequest', message: 'Profile not found' } },
  });
  await lab.pass(dayMs);
  await lab.drain('background');
  const [after] = await client.listening.competitors({ workspaceId });
  expect(after).toMatchObject({
    readAt: before?.readAt,
    posts: before?.posts,
    nextAt: lab.clock.now() + dayMs,
    trouble: 'Bluesky knows nobody by the name harbourcoffee.practice.test.',
  });
  await lab.faults();
  await client.listening.readCompetitor({ workspaceId, id });
  await lab.drain('background');
  expect((await client.listening.competitors({ workspaceId }))[0]).toMatchObject({
    readAt: lab.clock.now(),
    trouble: null,
  });
});

test.each([mastodon, bluesky, x, youtube])(
  'what $platform.name reports as rising is kept for an hour, and longer where it cannot be read',
  async (seed) => {
    const platform = seed.platform.name;
    const lab = await begin(seed);
    const { client, workspaceId } = lab;
    const read = async () => {
      const { networks } = await client.listening.trends({ workspaceId, platform });
      return networks[0];
    };
    const first = await read();
    expect(first).toMatchObject({ platform, readAt: lab.clock.now(), trouble: null });
    expect(first?.trends.length).toBeGreaterThan(2);
    expect(first?.trends[0]?.topic).toMatch(/\S/);
    expect(first?.trends[0]?.count).toBeGreaterThan(0);
    await lab.pass(30 * 60_000);
    expect((await read())?.readAt).toBe(first?.readAt);
    await lab.faults({
      match: { network: platform },
      fault: { kind: 'status', status: 503, body: {} },
    });
    await lab.pass(40 * 60_000);
    const later = await read();
    expect(later).toMatchObject({ readAt: first?.readAt, trends: first?.trends });
    expect(later?.trouble).toMatch(/\.$/);
  },
);

test.each([
  { seed: x, usual: null, unlisted: 'AQ' },
  { seed: youtube, usual: 'US', unlisted: null },
])('$seed.platform.name’s list is of the country that the workspace chose', async (given) => {
  const { seed, usual, unlisted } = given;
  const platform = seed.platform.name;
  const lab = await begin(seed);
  const { client, workspaceId } = lab;
  const read = async () => (await client.listening.trends({ workspaceId, platform })).networks[0];
  const first = await read();
  expect(first).toMatchObject({ place: usual, everywhere: usual === null });
  expect(first?.places).toEqual(expect.arrayContaining(['BR', 'DE', 'US']));

  await client.listening.setTrendPlace({ workspaceId, platform, place: 'DE' });
  const german = await read();
  expect(german).toMatchObject({ place: 'DE', readAt: lab.clock.now() });
  expect(german?.trends).not.toEqual(first?.trends);
  expect(await client.listening.readTrends({ workspaceId, platform })).toMatchObject({ place: 'DE' });
  const named = await client.listening.trends({ workspaceId, platform, place: 'BR' });
  expect(named.networks[0]).toMatchObject({ place: 'BR' });
  expect(await read()).toMatchObject({ place: 'DE', trends: german?.trends });

  const choose = async (place: string | null) =>
    await client.listening.setTrendPlace({ workspaceId, platform, place });
  await expect(choose(unlisted)).rejects.toMatchObject({ code: 'invalid_input' });
  const other = await client.workspaces.create({ name: 'Other', timeZone: 'UTC' });
  const { networks } = await client.listening.trends({ workspaceId: other.id, platform });
  expect(networks[0]).toMatchObject({ place: usual, trends: [], readAt: null });
});

test('a network with one list is asked for no country', async () => {
  const lab = await begin(bluesky);
  const { client, workspaceId } = lab;
  const { networks } = await client.listening.trends({ workspaceId, platform: 'bluesky', place: 'DE' });
  expect(networks[0]).toMatchObject({ place: null, places: [], everywhere: false });
  await expect(
    client.listening.setTrendPlace({ workspaceId, platform: 'bluesky', place: 'DE' }),
  ).rejects.toMatchObject({ code: 'invalid_input' });
});
