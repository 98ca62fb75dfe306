import { describe, expect, test } from 'vitest';
import { traitsOf } from '../../../../src/engine/content/assist/tone-guide.ts';
import { plainRules } from '../support/plain-rules.ts';
import { startAdversary } from './support/adversary.ts';
import type { Play } from './support/adversary.ts';
import { startAssist } from './support/assist-world.ts';

const post =
  'We are really happy that our winter roast is back in the shop. It is walnut and cherry. Come by on Saturday, and bring a friend along with you. https://e.example/roast #coffee';
const good =
  'Our winter roast is back in the shop: walnut and cherry. Come by on Saturday. https://e.example/roast #coffee';
const one = { content: post, platform: 'x', task: { kind: 'rewrite', versions: 1 } } as const;
const says = (...texts: string[]): Play => ({
  says: { versions: texts.map((text) => ({ text, why: 'Why.' })) },
});

describe('the tone of the best posts', () => {
  const add = (
    { db, workspaceId, accountId }: Awaited<ReturnType<typeof startAssist>>,
    texts: readonly (readonly [string, number])[],
  ) =>
    db.write(() => {
      for (const [index, [text, likes]] of texts.entries()) {
        const remoteId = `r${index}`;
        db.sql(
          `INSERT INTO remote_post (id, workspace_id, account_id, remote_id, text, url, published_at, first_seen_at) VALUES (:remoteId, :workspaceId, :accountId, :remoteId, :text, NULL, :index, 0)`,
        ).run({ remoteId, workspaceId, accountId, text, index });
        db.sql(
          `INSERT INTO metric_sample (workspace_id, subject_kind, subject_id, metric, at, value) VALUES (:workspaceId, 'post', :remoteId, 'likes', 1, :likes)`,
        ).run({ workspaceId, remoteId, likes });
      }
    });
  const posts = Array.from({ length: 12 }, (_, index) =>
    index % 3 === 0
      ? ([
          `We baked again. What do you think of loaf ${index}? See https://e.example/${index}`,
          200 + index,
        ] as const)
      : ([`NEWS: THE OVEN NUMBER ${index} IS CLOSED TODAY!!!`, 3] as const),
  );

  test('is not told below eight posts', async () => {
    const world = await startAssist(null);
    add(world, posts.slice(0, 7));
    expect(world.toneGuide()).toEqual({ guide: null, have: 7, need: 8 });
  });

  test('is drawn from those that did better than usual', async () => {
    const world = await startAssist(null);
    add(world, posts);
    const { guide } = await world.toneGuide();
    expect(guide?.basedOn.map(({ text }) => text.slice(0, 8))).toEqual(
      Array.from({ length: 4 }, () => 'We baked'),
    );
    expect(guide?.source).toBe('rules');
    expect(guide?.traits).toEqual(
      expect.arrayContaining([
        'Nearly always a question.',
        'No exclamation marks.',
        'No emoji.',
        'Speaks as “we”.',
      ]),
    );
  });

  test('is sent along where it is asked for, cleaned, and only then', async () => {
    const server = await startAdversary([says(good), says(good)]);
    const world = await startAssist(server.baseUrl);
    add(world, posts);
    await world.ask({ ...one, task: { ...one.task, tones: ['own'] } });
    await world.ask(one);
    const [own, plain] = server.received.map(({ data }) => data);
    expect(own?.['tone_guide']).toContain('Nearly always a question.');
    expect(JSON.stringify(own?.['own_posts'])).toContain('We baked again.');
    expect(JSON.stringify(own?.['own_posts'])).not.toContain('e.example');
    expect([plain?.['tone_guide'], plain?.['own_posts']]).toEqual([[], []]);
  });

  test('names what the texts have in common', () => {
    const rules = plainRules();
    expect(traitsOf(['Hi 🎉🎉!\n\nYes #a #b', 'Oh 🎉🎉!\n\nMy #c #d'], rules)).toEqual(
      expect.arrayContaining([
        'About 2 emoji a post.',
        'No questions.',
        'Exclamation marks in most posts.',
        'About 2 hashtags a post.',
        'Speaks as “I”.',
        'Several short paragraphs with blank lines between them.',
      ]),
    );
  });
});
