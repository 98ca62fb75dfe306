import { Ajv } from 'ajv';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Practice } from '../practice.ts';

let practice: Practice;
let client: OpenAI;
beforeAll(async () => {
  practice = await Practice.start();
  client = new OpenAI({ apiKey: 'practice-key', baseURL: `${practice.url}/v1`, maxRetries: 0 });
});
afterAll(() => practice.end());

const post =
  'We open at 7 on Monday! Fresh rye, 4.80 a loaf. Would you come that early? https://example.com/rye #baking';
const rewrites = z.object({ variants: z.array(z.object({ text: z.string(), why: z.string() })) });
const prompt = (text: string) =>
  JSON.stringify({ post: text, network: 'X', limit: 280, versions: 4, faulty: [] });
const format = {
  type: 'json_schema' as const,
  name: 'rewritten_posts',
  strict: true,
  schema: { ...z.toJSONSchema(rewrites, { target: 'draft-7' }) },
};

test('structured output: as many different versions as wanted, with every fact kept, and the same again', async () => {
  const ask = () =>
    client.responses.create({
      model: 'practice-editor',
      input: prompt(post),
      text: { format },
      store: false,
    });
  const answer = await ask();
  expect(answer.status).toBe('completed');
  const { variants } = rewrites.parse(JSON.parse(answer.output_text));
  expect(variants).toHaveLength(4);
  expect(new Set([post, ...variants.map(({ text }) => text)]).size).toBe(5);
  for (const { text, why } of variants) {
    for (const fact of ['7', '4.80', 'https://example.com/rye', '#baking']) expect(text).toContain(fact);
    expect(why).toMatch(/\.$/);
  }
  expect((await ask()).output_text).toBe(answer.output_text);
  expect(answer.usage?.input_tokens).toBeGreaterThan(20);
  expect(answer.usage?.output_tokens).toBeGreaterThan(50);
});

test('any schema is filled so that it is valid', async () => {
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['score', 'tone', 'tags', 'note', 'parts', 'count', 'flag', 'tree', 'when'],
    properties: {
      score: { type: 'number', minimum: 0, maximum: 1 },
      count: { type: 'integer', minimum: 3, maximum: 7 },
      tone: { enum: ['positive', 'neutral', 'negative'] },
      tags: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 5 },
      note: { type: ['string', 'null'], maxLength: 20 },
      parts: { type: 'array', items: { anyOf: [{ type: 'null' }, { type: 'string' }] } },
      flag: { type: 'boolean' },
      when: { type: 'string', format: 'date-time' },
      tree: { $ref: '#/$defs/tree' },
    },
    $defs: {
      tree: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'children'],
        properties: {
          name: { type: 'string' },
          children: { type: 'array', items: { $ref: '#/$defs/tree' } },
        },
      },
    },
  };
  const answer = await client.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [
      { role: 'system', content: 'Judge the post.' },
      { role: 'user', content: `<post>${post}</post>` },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'judgement', strict: true, schema } },
  });
  const valid = new Ajv({ strict: false, formats: { 'date-time': true } }).compile(schema);
  const content = JSON.parse(answer.choices[0]?.message.content ?? '');
  valid(content);
  expect(valid.errors).toBeNull();
  expect(answer.usage?.total_tokens).toBe(
    (answer.usage?.prompt_tokens ?? 0) + (answer.usage?.completion_tokens ?? 0),
  );
});

test('both endpoints stream what they would have answered', async () => {
  const whole = await client.responses.create({ model: 'practice-editor', input: post });
  let text = '';
  let counted: unknown;
  const types: string[] = [];
  for await (const event of await client.responses.create({
    model: 'practice-editor',
    input: post,
    stream: true,
  })) {
    types.push(event.type);
    if (event.type === 'response.output_text.delta') text += event.delta;
    if (event.type === 'response.completed') counted = event.response.usage;
  }
  expect(text).toBe(whole.output_text);
  expect(counted).toEqual(whole.usage);
  expect(types.at(0)).toBe('response.created');
  expect(types.at(-1)).toBe('response.completed');

  let chat = '';
  const messages = [{ role: 'user' as const, content: post }];
  const options = {
    model: 'practice-editor',
    messages,
    stream: true as const,
    stream_options: { include_usage: true },
  };
  let usage: unknown;
  for await (const chunk of await client.chat.completions.create(options)) {
    chat += chunk.choices[0]?.delta.content ?? '';
    usage = chunk.usage ?? usage;
  }
  expect(chat).toBe(whole.output_text);
  expect(usage).toMatchObject({ prompt_tokens: whole.usage?.input_tokens });
});

test('an answer that is too long for its tokens is cut and says so', async () => {
  const answer = await client.responses.create({
    model: 'practice-editor',
    input: post,
    max_output_tokens: 16,
  });
  expect(answer.status).toBe('incomplete');
  expect(answer.incomplete_details).toEqual({ reason: 'max_output_tokens' });
  expect(answer.usage?.output_tokens).toBeLessThanOrEqual(16);
});

describe('refused', () => {
  test('a key that is not for practice', async () => {
    const other = new OpenAI({ apiKey: 'sk-real', baseURL: `${practice.url}/v1`, maxRetries: 0 });
    await expect(other.models.list()).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
    await expect(other.models.list()).rejects.not.toThrow('sk-real');
  });

  test('an unknown model, an unknown parameter, and a strict schema with optional fields', async () => {
    await expect(client.responses.create({ model: 'no-such', input: 'a' })).rejects.toMatchObject({
      status: 404,
    });
    const odd = Object.assign({ model: 'practice-editor', input: 'a' }, { colour: 'red' });
    await expect(client.responses.create(odd)).rejects.toMatchObject({
      status: 400,
      code: 'unknown_parameter',
    });
    const loose = {
      ...format,
      schema: { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
    };
    const refused = client.responses.create({
      model: 'practice-editor',
      input: 'a',
      text: { format: loose },
    });
    await expect(refused).rejects.toMatchObject({ status: 400, param: 'text.format.schema' });
  });

  test('under faults: too fast, and no credit', async () => {
    await practice.faults(
      { match: { operation: 'openai.responses', times: 1 }, fault: { kind: 'rate_limit', resetInMs: 6000 } },
      { match: { operation: 'openai.responses', nth: 2 }, fault: { kind: 'credits_depleted' } },
    );
    const ask = () => client.responses.create({ model: 'practice-editor', input: 'a' });
    const error = await ask().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ status: 429, code: 'rate_limit_exceeded' });
    expect(Object(error).headers.get('retry-after')).toBe('6');
    await expect(ask()).rejects.toMatchObject({ status: 429, code: 'insufficient_quota' });
    expect((await ask()).status).toBe('completed');
    await practice.faults();
  });
});

test('models and moderation', async () => {
  const models = await client.models.list();
  expect(models.data.map(({ id }) => id)).toContain('practice-editor');
  const { results } = await client.moderations.create({ input: ['Fresh rye', 'I will hurt you'] });
  expect(results.map(({ flagged }) => flagged)).toEqual([false, true]);
});

describe('the tasks of an editor', () => {
  const why = z.string();
  const versionsOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
    z.object({ versions: z.array(z.object({ ...shape, why })) });
  const ask = async (name: string, schema: z.ZodType, data: object, image?: string) =>
    await client.responses.create({
      model: 'gpt-5-mini',
      input: [
        {
          role: 'user',
          content: [
            { type: 'input_text', text: JSON.stringify({ versions: 1, faulty: [], ...data }) },
            ...(image === undefined
              ? []
              : [{ type: 'input_image' as const, image_url: image, detail: 'auto' as const }]),
          ],
        },
      ],
      text: {
        format: {
          type: 'json_schema',
          name,
          strict: true,
          schema: { ...z.toJSONSchema(schema, { target: 'draft-7' }) },
        },
      },
      store: false,
    });

  test('a thread has parts that fit, and says all', async () => {
    const schema = versionsOf({ parts: z.array(z.string()) });
    const long = `${post} `.repeat(4).trim();
    const answer = await ask('thread_parts', schema, { post: long, limit: 200 });
    const [thread] = schema.parse(JSON.parse(answer.output_text)).versions;
    expect(thread?.parts.length).toBeGreaterThan(2);
    for (const part of thread?.parts ?? []) expect(part.length).toBeLessThanOrEqual(200);
    expect(thread?.parts.join(' ')).toBe(long);
  });

  test('sets of hashtags differ, and repeat none of the post', async () => {
    const schema = versionsOf({ hashtags: z.array(z.string()) });
    const answer = await ask('hashtag_sets', schema, {
      post,
      versions: 2,
      hashtags: 2,
      own_results: [{ tag: '#Rye' }],
    });
    const sets = schema.parse(JSON.parse(answer.output_text)).versions.map(({ hashtags }) => hashtags);
    expect(sets[0]).toContain('#Rye');
    expect(new Set(sets.flat()).size).toBe(sets.flat().length);
    expect(sets.flat()).not.toContain('#baking');
  });

  test('a title is one line that fits and holds the focus', async () => {
    const schema = versionsOf({ text: z.string() });
    const answer = await ask('titles', schema, { post, limit: 40, focus: 'sourdough' });
    const [title] = schema.parse(JSON.parse(answer.output_text)).versions;
    expect(title?.text.length).toBeLessThanOrEqual(40);
    expect(title?.text).toMatch(/^Sourdough: /);
  });

  test('a picture must be one; it costs tokens, and is not made up', async () => {
    const schema = versionsOf({ text: z.string() });
    const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const answer = await ask('alternative_text', schema, { post }, `data:image/gif;base64,${gif}`);
    const [described] = schema.parse(JSON.parse(answer.output_text)).versions;
    expect(described?.text).toContain('1 by 1 pixels, which the practice network cannot see');
    for (const wrong of [`data:image/png;base64,${gif}`, 'data:image/gif;base64,AAAA', 'file:///etc/passwd'])
      await expect(ask('alternative_text', schema, { post }, wrong)).rejects.toMatchObject({ status: 400 });
  });
});
