import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Practice, harbour, mara } from '../practice.ts';
import type { Client, Got } from '../practice.ts';

let practice: Practice;
let client: Client;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(() => practice.end());
beforeEach(async () => {
  // A day later every rate window, every duplicate and every token is a thing of the past.
  await practice.pass(86_400_000);
  client = await practice.connect();
});

const forbidden = (detail: string) => ({
  status: 403,
  body: { detail, type: 'about:blank', title: 'Forbidden', status: 403 },
});
const notPermitted = forbidden('You are not permitted to perform this action.');
const data = (got: Got): Record<string, unknown>[] => [Object(got.body).data].flat();

describe('creating', () => {
  test('answers 201 as X does, with escaped text, short links and the rate headers', async () => {
    const got = await client.post({ text: 'a <b> & c https://example.com/page?x=1 end' });
    expect(got.status).toBe(201);
    const [post] = data(got);
    expect(post?.text).toMatch(/^a &lt;b&gt; &amp; c https:\/\/t\.co\/\w{10} end$/);
    expect(post?.edit_history_tweet_ids).toEqual([post?.id]);
    expect(post?.id).toMatch(/^\d{19}$/);
    expect(got.headers.get('x-rate-limit-limit')).toBe('100');
    expect(got.headers.get('x-rate-limit-remaining')).toBe('99');
    const reset = Number(got.headers.get('x-rate-limit-reset'));
    const [entry] = (await practice.log()).slice(-1);
    expect(reset).toBe(Math.ceil(((entry?.at ?? 0) + 900_000) / 1000));
    expect(entry).toMatchObject({
      operation: 'posts.create',
      id: post?.id,
      text: 'a <b> & c https://example.com/page?x=1 end',
    });
  });

  test('ids grow even when the clock goes back', async () => {
    const first = await client.posted({ text: 'first' });
    await practice.pass(-3000);
    const second = await client.posted({ text: 'second' });
    await practice.pass(3000);
    expect(BigInt(second)).toBeGreaterThan(BigInt(first));
  });

  test('280 weighted characters pass, 281 do not, and Premium may write more', async () => {
    expect((await client.post({ text: '日'.repeat(140) })).status).toBe(201);
    expect(await client.post({ text: `${'日'.repeat(140)}a` })).toMatchObject(notPermitted);
    const link = `https://example.com/${'x'.repeat(300)}`;
    expect((await client.post({ text: `${'a'.repeat(256)} ${link}` })).status).toBe(201);
    expect(await client.post({ text: `${'a'.repeat(257)} ${link}` })).toMatchObject(notPermitted);
    const premium = await practice.connect('harbourcoffee');
    const long = 'word '.repeat(400).trim();
    const id = await premium.posted({ text: long });
    const read = await premium.get(`/2/tweets?ids=${id}&tweet.fields=note_tweet`);
    expect(data(read)[0]).toMatchObject({ note_tweet: { text: long } });
    expect(String(data(read)[0]?.text).length).toBeLessThan(280);
  });

  test('the same text again is refused until it is forgotten or deleted', async () => {
    const id = await client.posted({ text: 'say it once' });
    const duplicate = forbidden('You are not allowed to create a Tweet with duplicate content.');
    expect(await client.post({ text: ' say it once ' })).toMatchObject(duplicate);
    await client.ask('DELETE', `/2/tweets/${id}`);
    expect((await client.post({ text: 'say it once' })).status).toBe(201);
    await practice.pass(12 * 3_600_000 + 1);
    client = await practice.connect();
    expect((await client.post({ text: 'say it once' })).status).toBe(201);
    const other = await practice.connect('tobi_repairs');
    expect((await other.post({ text: 'say it once' })).status).toBe(201);
  });

  test('more than one cashtag and quotes are refused', async () => {
    expect((await client.post({ text: 'watching $AAPL' })).status).toBe(201);
    const two = await client.post({ text: 'watching $AAPL and $MSFT' });
    expect(two.status).toBe(403);
    expect(String(Object(two.body).detail)).toContain('maximum of one cashtag');
    const target = await client.posted({ text: 'to be quoted' });
    expect(await client.post({ text: 'look', quote_tweet_id: target })).toMatchObject(notPermitted);
  });

  test.each([
    ['nothing to say', {}, 'text'],
    ['an unknown field', { text: 'a', colour: 'red' }, 'colour'],
    ['an unknown field inside', { text: 'a', reply: { to: '1' } }, 'reply.in_reply_to_tweet_id'],
    [
      'an id that is a number',
      { text: 'a', reply: { in_reply_to_tweet_id: 12 } },
      'reply.in_reply_to_tweet_id',
    ],
    ['five media', { media: { media_ids: ['1', '2', '3', '4', '5'] } }, 'media.media_ids'],
    ['media that do not exist', { media: { media_ids: ['1'] } }, 'media.media_ids'],
    ['a poll of one option', { text: 'a', poll: { options: ['a'], duration_minutes: 5 } }, 'poll.options'],
  ])('%s: 400 invalid-request', async (_, body, parameter) => {
    const before = await practice.log();
    const got = await client.post(body);
    expect(got).toMatchObject({
      status: 400,
      body: { title: 'Invalid Request', type: 'https://api.x.com/2/problems/invalid-request' },
    });
    const names = [Object(got.body).errors].flat().flatMap((error) => Object.keys(Object(error).parameters));
    expect(names).toContain(parameter);
    expect(await practice.log()).toEqual(before);
  });

  test('a token without the scope: 403', async () => {
    const reader = await practice.connect('mara_bakes', 'tweet.read users.read');
    expect(await reader.post({ text: 'not allowed' })).toMatchObject({
      status: 403,
      body: { title: 'Forbidden' },
    });
    expect((await reader.get(`/2/users/${mara}/tweets`)).status).toBe(200);
  });
});

describe('replies', () => {
  test('a thread hangs together', async () => {
    const root = await client.posted({ text: 'one' });
    const second = await client.posted({ text: 'two', reply: { in_reply_to_tweet_id: root } });
    const fields = 'tweet.fields=conversation_id,referenced_tweets,in_reply_to_user_id';
    const [post] = data(await client.get(`/2/tweets?ids=${second}&${fields}`));
    expect(post).toMatchObject({
      conversation_id: root,
      in_reply_to_user_id: mara,
      referenced_tweets: [{ type: 'replied_to', id: root }],
    });
    const found = await client.get(`/2/tweets/search/recent?query=conversation_id:${root}%20is:reply`);
    expect(data(found).map(({ id }) => id)).toEqual([second]);
  });

  test('the reply rule: not to strangers, but to those who mention one', async () => {
    const other = await practice.connect('harbourcoffee');
    const stranger = await other.posted({ text: 'just talking' });
    const got = await client.post({ text: 'hello', reply: { in_reply_to_tweet_id: stranger } });
    expect(got.status).toBe(403);
    expect(String(Object(got.body).detail)).toMatch(/^Reply to this conversation is not allowed/);
    const friend = await other.posted({ text: 'ask @Mara_Bakes about bread' });
    expect((await client.post({ text: 'hello', reply: { in_reply_to_tweet_id: friend } })).status).toBe(201);
    const mentions = await client.get(`/2/users/${mara}/mentions?max_results=5&tweet.fields=author_id`);
    expect(data(mentions)).toContainEqual(expect.objectContaining({ id: friend, author_id: harbour }));
  });

  test('a deleted post cannot be answered', async () => {
    const id = await client.posted({ text: 'gone soon' });
    await client.ask('DELETE', `/2/tweets/${id}`);
    const got = await client.post({ text: 'hello', reply: { in_reply_to_tweet_id: id } });
    expect(got.status).toBe(403);
  });
});

describe('reading', () => {
  test('listings: since_id, start_time, pages and an empty window', async () => {
    const path = `/2/users/${mara}/tweets?max_results=5`;
    const first = await client.posted({ text: 'list one' });
    await practice.pass(60_000);
    const start = new Date((await practice.log()).at(-1)!.at + 1000).toISOString();
    const second = await client.posted({ text: 'list two' });
    const ids = async (more: string) => data(await client.get(path + more)).map(({ id }) => id);
    expect(await ids(`&since_id=${first}`)).toEqual([second]);
    expect((await ids(`&until_id=${second}`))[0]).toBe(first);
    expect(await ids(`&start_time=${start}`)).toEqual([second]);
    expect((await client.get(`${path}&since_id=${second}`)).body).toEqual({ meta: { result_count: 0 } });

    const page = await client.get(path);
    const token = Object(Object(page.body).meta).next_token;
    const next = await client.get(`${path}&pagination_token=${token}`);
    expect(data(page)).toHaveLength(5);
    expect(data(next)).toHaveLength(5);
    const oldest = String(data(page).at(-1)?.id);
    expect(BigInt(String(data(next)[0]?.id))).toBeLessThan(BigInt(oldest));
    expect((await client.get(`${path}&pagination_token=nonsense`)).status).toBe(400);
  });

  test('what does not exist is a partial error next to what does', async () => {
    const id = await client.posted({ text: 'exists' });
    const got = await client.get(`/2/tweets?ids=${id},123`);
    expect(got.status).toBe(200);
    expect(got.body).toMatchObject({
      data: [{ id }],
      errors: [{ resource_id: '123', resource_type: 'tweet', title: 'Not Found Error' }],
    });
  });

  test('numbers for the author alone are for 30 days and for the author', async () => {
    const id = await client.posted({ text: 'mine' });
    const path = `/2/tweets?ids=${id}&tweet.fields=non_public_metrics`;
    expect(data(await client.get(path))[0]).toHaveProperty('non_public_metrics.engagements');
    const stranger = await practice.connect('harbourcoffee');
    const foreign = await stranger.get(path);
    expect(foreign.body).not.toHaveProperty('data');
    expect(foreign.body).toMatchObject({ errors: [{ title: 'Field Authorization Error', resource_id: id }] });
    await practice.pass(30 * 86_400_000 + 1);
    client = await practice.connect();
    expect((await client.get(path)).body).not.toHaveProperty('data');
  });

  test('both spellings of the fields are taken, and answered in kind', async () => {
    const id = await client.posted({ text: 'spelling' });
    const old = await client.get(`/2/tweets?ids=${id}&tweet.fields=public_metrics`);
    expect(data(old)[0]).toHaveProperty('public_metrics.retweet_count');
    const fresh = await client.get(`/2/tweets?ids=${id}&post.fields=public_metrics`);
    expect(data(fresh)[0]).toHaveProperty('public_metrics.repost_count');
    expect(data(fresh)[0]).toHaveProperty('edit_history_post_ids');
    expect((await client.get(`/2/tweets?ids=${id}&tweet.fields=colour`)).status).toBe(400);
    expect((await client.get(`/2/tweets?ids=${id}&color=red`)).status).toBe(400);
  });

  test('entities say where the links lead, in code points', async () => {
    const id = await client.posted({ text: '👍 & https://example.com/a #bread @harbourcoffee' });
    const [post] = data(await client.get(`/2/tweets?ids=${id}&tweet.fields=entities`));
    const text = Array.from(String(post?.text));
    const entities = Object(post?.entities);
    const shown = (entity: { start: number; end: number }) => text.slice(entity.start, entity.end).join('');
    expect(entities.urls[0].expanded_url).toBe('https://example.com/a');
    expect(shown(entities.urls[0])).toBe(entities.urls[0].url);
    expect(shown(entities.hashtags[0])).toBe('#bread');
    expect(shown(entities.mentions[0])).toBe('@harbourcoffee');
    expect(entities.mentions[0].id).toBe(harbour);
  });

  test('search understands from, words, phrases, not and or', async () => {
    await client.posted({ text: 'zebra crossing ahead' });
    await client.posted({ text: 'a zebra at the zoo' });
    const search = async (query: string) => {
      const got = await client.get(`/2/tweets/search/recent?query=${encodeURIComponent(query)}`);
      return got.status === 200
        ? data(got)
            .filter(Boolean)
            .map(({ text }) => text)
        : got.status;
    };
    expect(await search('zebra from:mara_bakes')).toHaveLength(2);
    expect(await search('zebra -zoo')).toEqual(['zebra crossing ahead']);
    expect(await search('"zebra crossing"')).toEqual(['zebra crossing ahead']);
    expect(await search('zebra (crossing OR zoo)')).toHaveLength(2);
    expect(await search('zebr')).toEqual([]);
    expect(await search('zebra (crossing')).toBe(400);
    expect(await search('colour:red')).toBe(400);
  });

  test('only own posts can be deleted', async () => {
    const id = await client.posted({ text: 'keep' });
    const other = await practice.connect('harbourcoffee');
    expect((await other.ask('DELETE', `/2/tweets/${id}`)).status).toBe(403);
    expect(await client.ask('DELETE', `/2/tweets/${id}`)).toMatchObject({
      status: 200,
      body: { data: { deleted: true } },
    });
    expect((await client.get(`/2/tweets?ids=${id}`)).body).not.toHaveProperty('data');
  });
});

test('a post has a page of its own that escapes its text', async () => {
  const id = await client.posted({ text: '<img src=x onerror=alert(1)>' });
  const got = await practice.ask('GET', `/mara_bakes/status/${id}`);
  expect(got.status).toBe(200);
  expect(String(got.body)).toContain('&lt;img src=x');
  expect(String(got.body)).toContain('PRACTICE');
  expect((await practice.ask('GET', '/mara_bakes/status/1')).status).toBe(404);
  expect(String((await practice.ask('GET', '/')).body)).toContain('Mara Linden');
});
