import { describe, expect, test } from 'vitest';
import { startAssist } from './support/assist-world.ts';

const post =
  'We are really happy that our winter roast is back in the shop. It is walnut and cherry. Come by on Saturday, and bring a friend along with you. https://e.example/roast #coffee';
const good =
  'Our winter roast is back in the shop: walnut and cherry. Come by on Saturday. https://e.example/roast #coffee';
const one = { content: post, platform: 'x', task: { kind: 'rewrite', versions: 1 } } as const;

describe('without a key', () => {
  const long = `${post} ${'The shop is warm and the door is open until late. '.repeat(5)}`;

  test.each([
    [{ kind: 'title' }, 'Titles need a language model'],
    [{ kind: 'description' }, 'Descriptions need a language model'],
    [{ kind: 'translate', language: 'de' }, 'Translations need a language model'],
  ] as const)('%j is not made up: it says what to do', async (task, words) => {
    const { ask } = await startAssist(null);
    const answer = await ask({ ...one, task });
    expect(answer).toMatchObject({ source: 'rules', versions: [], usage: null });
    expect(answer.note).toContain(words);
  });

  test('a shorter text is made by leaving out, and says what', async () => {
    const { ask } = await startAssist(null);
    const { source, versions, note } = await ask({
      ...one,
      content: long,
      task: { kind: 'shorten', versions: 2 },
    });
    expect(source).toBe('rules');
    expect(note).toBe('Made by fixed rules, without a language model.');
    for (const { text, why, measurement } of versions) {
      expect(measurement?.valid).toBe(true);
      expect(text).toContain('https://e.example/roast');
      expect(text).toContain('Saturday');
      expect(why).toContain('Left out: “The shop is warm');
    }
    expect(versions.length).toBeGreaterThan(0);
  });

  test('a text of nothing but facts is not shortened', async () => {
    const { ask } = await startAssist(null);
    const answer = await ask({
      ...one,
      content: '42 reefs: https://e.example/map',
      task: { kind: 'shorten' },
    });
    expect(answer).toMatchObject({ versions: [], note: expect.stringContaining('without losing a fact') });
  });

  test('a thread is cut, and a text that fits is not', async () => {
    const { ask } = await startAssist(null);
    const { versions } = await ask({ ...one, content: long, task: { kind: 'thread' } });
    expect(versions[0]?.parts.length).toBeGreaterThan(1);
    expect(versions[0]?.parts.join(' ').replaceAll(/\s+/g, ' ')).toBe(long.trim());
    const short = await ask({ ...one, content: good, task: { kind: 'thread' } });
    expect(short).toMatchObject({ versions: [], note: 'The text fits into one post.' });
    const nowhere = await ask({ ...one, content: long, platform: 'linkedin', task: { kind: 'thread' } });
    expect(nowhere).toMatchObject({ versions: [], note: 'LinkedIn has no threads.' });
  });

  test('a translation into the language that it is in is none', async () => {
    const { ask } = await startAssist(null);
    const answer = await ask({ ...one, task: { kind: 'translate', language: 'en' } });
    expect(answer).toMatchObject({ versions: [], note: 'The post is in English already.' });
  });

  test('hashtags come from the text, and stand in the post', async () => {
    const { ask } = await startAssist(null);
    const { versions, note } = await ask({
      ...one,
      content: post.replace(' #coffee', ''),
      task: { kind: 'hashtags' },
    });
    expect(note).toContain('without a language model');
    for (const { text, parts } of versions) expect(parts[0]?.endsWith(`\n\n${text}`)).toBe(true);
    expect(versions.map(({ text }) => text).join(' ')).toContain('#WinterRoast');
  });

  test('a rewrite is tidied, and keeps the further parts', async () => {
    const { ask } = await startAssist(null);
    const { versions, source } = await ask({ ...one, content: `${post}  NOW!!!`, replies: ['More below.'] });
    expect(source).toBe('rules');
    expect(versions[0]?.parts.at(-1)).toBe('More below.');
    expect(versions[0]?.tone).toBeNull();
  });
});
