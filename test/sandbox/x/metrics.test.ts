import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Practice, harbour, mara, noon } from '../practice.ts';
import type { Client, Got } from '../practice.ts';

let practice: Practice;
let client: Client;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(() => practice.end());

const hour = 3_600_000;
const metricsSchema = z.object({
  impression_count: z.number(),
  like_count: z.number(),
  reply_count: z.number(),
  retweet_count: z.number(),
});
const postsSchema = z.object({
  data: z.array(
    z.looseObject({
      id: z.string(),
      created_at: z.string().optional(),
      public_metrics: metricsSchema.optional(),
    }),
  ),
});

async function numbers(id: string): Promise<z.infer<typeof metricsSchema>> {
  const got = await client.get(`/2/tweets?ids=${id}&tweet.fields=public_metrics`);
  return metricsSchema.parse(postsSchema.parse(got.body).data[0]?.public_metrics);
}

async function later(ms: number): Promise<void> {
  await practice.pass(ms);
  client = await practice.connect();
}

test('a fresh post is seen within seconds, grows for two days and then hardly', async () => {
  client = await practice.connect();
  const id = await client.posted({ text: 'Which of these would you try first, and why?' });
  const seen = [(await numbers(id)).impression_count];
  for (const wait of [10_000, 50_000, hour, 11 * hour, 36 * hour, 48 * hour, 48 * hour]) {
    await later(wait);
    seen.push((await numbers(id)).impression_count);
  }
  expect(seen[0]).toBe(0);
  expect(seen[1]).toBeGreaterThan(0);
  expect(seen).toEqual(seen.toSorted((left, right) => left - right));
  const [, , minute = 0, firstHour = 0, halfDay = 0, twoDays = 0, fourDays = 0, sixDays = 0] = seen;
  expect(minute).toBeLessThan(firstHour / 3);
  expect(halfDay).toBeGreaterThan(fourDays * 0.6);
  expect(twoDays).toBeGreaterThan(fourDays * 0.95);
  expect(sixDays - fourDays).toBeLessThan(fourDays * 0.02);
  const last = await numbers(id);
  expect(last.like_count).toBeGreaterThan(0);
  expect(last.like_count).toBeLessThan(last.impression_count);
});

test('the numbers are the same after a restart', async () => {
  client = await practice.connect();
  const id = await client.posted({ text: 'Steady numbers' });
  await later(20 * hour);
  const before = await numbers(id);
  await practice.down();
  await practice.up();
  expect(await numbers(id)).toEqual(before);
});

test('analytics: the steps add up to the total', async () => {
  client = await practice.connect();
  const id = await client.posted({ text: 'Adding up' });
  const start = Date.parse(
    String(
      postsSchema.parse((await client.get(`/2/tweets?ids=${id}&tweet.fields=created_at`)).body).data[0]
        ?.created_at,
    ),
  );
  await later(30 * hour);
  const window = `start_time=${new Date(start).toISOString()}&end_time=${new Date(start + 30 * hour).toISOString()}`;
  const got = await client.get(
    `/2/tweets/analytics?ids=${id}&${window}&granularity=hourly&analytics.fields=impressions,likes`,
  );
  const step = z.object({
    timestamp: z.string(),
    metrics: z.object({ impressions: z.number(), likes: z.number() }),
  });
  const schema = z.object({
    data: z.array(
      z.object({
        id: z.string(),
        impressions: z.number(),
        likes: z.number(),
        timestamped_metrics: z.array(step),
      }),
    ),
  });
  const [post] = schema.parse(got.body).data;
  expect(post?.timestamped_metrics).toHaveLength(30);
  const sum = post?.timestamped_metrics.reduce((total, { metrics }) => total + metrics.impressions, 0);
  expect(sum).toBe(post?.impressions);
  expect(sum).toBeGreaterThan(0);
  const stranger = await practice.connect('harbourcoffee');
  expect((await stranger.get(`/2/tweets/analytics?ids=${id}&${window}`)).body).not.toHaveProperty('data');
});

test('good hours reach more than the night, over many posts', async () => {
  const premium = await practice.connect('harbourcoffee');
  const all = await pages((token) =>
    premium.get(`/2/users/${harbour}/tweets?max_results=100&tweet.fields=created_at,public_metrics${token}`),
  );
  const byHour = (fits: (hour: number) => boolean): number => {
    const views = all
      .filter(({ created_at }) => fits(new Date(created_at ?? '').getUTCHours()))
      .map(({ public_metrics }) => public_metrics?.impression_count ?? 0);
    return views.reduce((total, view) => total + view, 0) / views.length;
  };
  expect(byHour((hour) => [8, 9, 10].includes(hour))).toBeGreaterThan(
    byHour((hour) => hour < 8 || hour > 21) * 1.3,
  );
});

test('practice people come with 40 to 60 posts of the last 60 days, and the roaster with most of a year before', async () => {
  const fresh = await Practice.start();
  for (const [name, id] of [
    ['mara_bakes', mara],
    ['harbourcoffee', harbour],
  ] as const) {
    // Of the roaster there is enough to learn from and to hold some back: see the best time.
    const [least, oldest] = name === 'mara_bakes' ? [40, 50] : [240, 240];
    const connected = await fresh.connect(name);
    const posts = await pages((token) =>
      connected.get(`/2/users/${id}/tweets?max_results=100&tweet.fields=created_at${token}`),
    );
    const ages = posts.map(({ created_at }) => (noon - Date.parse(created_at ?? '')) / (24 * hour));
    const recent = ages.filter((age) => age < 61);
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(recent.length).toBeGreaterThanOrEqual(40);
    expect(recent.length).toBeLessThanOrEqual(60);
    expect(posts.length).toBeGreaterThanOrEqual(least);
    expect(Math.max(...ages)).toBeGreaterThan(oldest);
    expect(Math.max(...ages)).toBeLessThan(oldest + 120);
  }
  await fresh.end();
});

test('before anybody connects, the past follows the clock', async () => {
  const fresh = await Practice.start();
  await fresh.pass(-400 * 24 * hour);
  const connected = await fresh.connect();
  const listed = postsSchema.parse(
    (await connected.get(`/2/users/${mara}/tweets?max_results=5&tweet.fields=created_at`)).body,
  );
  const newest = Date.parse(listed.data[0]?.created_at ?? '');
  expect(noon - 400 * 24 * hour - newest).toBeLessThan(3 * 24 * hour);
  await fresh.end();
});

test('others mention the person day by day, the same after a restart', async () => {
  client = await practice.connect();
  const path = `/2/users/${mara}/mentions?max_results=100&tweet.fields=author_id,created_at`;
  const before = postsSchema.parse((await client.get(path)).body).data;
  expect(before.length).toBeGreaterThan(20);
  await later(3 * 24 * hour);
  const after = postsSchema.parse((await client.get(`${path}&since_id=${before[0]?.id}`)).body).data;
  expect(after.length).toBeGreaterThanOrEqual(3);
  const all = (await client.get(path)).body;
  await practice.down();
  await practice.up();
  expect((await client.get(path)).body).toEqual(all);
});

async function pages(ask: (token: string) => Promise<Got>): Promise<z.infer<typeof postsSchema>['data']> {
  const found: z.infer<typeof postsSchema>['data'] = [];
  let token = '';
  do {
    const { body } = await ask(token);
    found.push(...postsSchema.parse(body).data);
    const next = z.object({ meta: z.object({ next_token: z.string().optional() }) }).parse(body)
      .meta.next_token;
    token = next === undefined ? '' : `&pagination_token=${next}`;
  } while (token !== '');
  return found;
}
