import { expect, test } from 'vitest';
import type { Confirmation, TakenPart } from '../../../src/engine/platforms/confirming.ts';
import { modelNetwork } from '../../support/model-network/networks.ts';
import type { ModelNetwork } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import type { ModelWorld } from '../../support/model-network/world.ts';

const minute = 60_000;
const hour = 60 * minute;
const failure = {
  code: 'unavailable',
  reach: 'refused',
  retryAt: null,
  detail: 'Later.',
  status: 503,
} as const;

interface Said {
  /** What it answers, in order; the last one for ever. */
  answers: Confirmation[];
  readonly asked: TakenPart[];
}

/** A network whose yes is not its last word. */
function doubtful(said: Said, nameless = false): ModelNetwork {
  const network = modelNetwork('list_and_match');
  const { platform } = network;
  return {
    ...network,
    platform: {
      ...platform,
      confirms: { afterMs: 2 * minute, forMs: 24 * hour },
      ...(nameless && { settle: [{ kind: 'container', livesMs: 24 * hour }] }),
      api: {
        ...platform.api,
        confirm: (_http, taken) => {
          said.asked.push(taken);
          const [first] = said.answers;
          if (said.answers.length > 1) said.answers.shift();
          if (first === undefined) throw new Error('There is nothing to answer.');
          return Promise.resolve(first);
        },
        ...(nameless && {
          stage: () =>
            Promise.resolve({
              state: 'ready',
              staged: { handle: 'h-1', expiresAt: Number.MAX_SAFE_INTEGER },
            }),
          publish: (_http, _part) =>
            Promise.resolve({
              ok: true,
              data: { askAt: 0 },
              status: 200,
              fromCache: false,
              readAt: 0,
            }),
          probe: () => Promise.resolve({ state: 'present', remoteId: null, url: null }),
        }),
      },
    },
  };
}

async function published(
  answers: Confirmation[],
  options: { nameless?: boolean; texts?: string[] } = {},
): Promise<{ world: ModelWorld; said: Said; id: string }> {
  const said: Said = { answers, asked: [] };
  const world = await startModelWorld(doubtful(said, options.nameless));
  const id = await world.scheduled(...(options.texts ?? ['Rye bread']));
  await world.settleAll();
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
  return { world, said, id };
}

async function later(world: ModelWorld, ms: number): Promise<void> {
  world.pass(ms);
  await world.drainBackground();
}

const historyOf = async ({ client, workspaceId }: ModelWorld, id: string) =>
  (await client.queue.get({ workspaceId, id })).events;
const noticesOf = (world: ModelWorld): string =>
  JSON.stringify(world.read((db) => db.sql(`SELECT payload FROM job WHERE kind = 'notice'`).all()));

test('what a network refuses after its yes is no longer published, with the reason, a notice and what to do', async () => {
  const { world, id } = await published([{ state: 'refused', reason: 'The film is not yours.' }]);
  await later(world, minute);
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
  await later(world, minute);
  expect(await world.delivery(id)).toMatchObject({
    state: 'failed',
    url: null,
    publishedAt: null,
    problem: {
      code: 'refused_later',
      message: expect.stringContaining('after it was published. The film is not yours.'),
      fix: expect.stringContaining('Nobody sees it'),
      actions: [{ kind: 'edit' }, { kind: 'retry' }, { kind: 'drop' }],
    },
    parts: [{ state: 'pending', remoteId: null, url: null }],
  });
  expect(noticesOf(world)).toContain('refused_later');
  const events = await historyOf(world, id);
  expect(events.at(-1)).toMatchObject({
    kind: 'refused_later',
    fromState: 'published',
    toState: 'failed',
    text: expect.stringContaining('refused the post after it was published'),
    evidence: expect.arrayContaining([{ label: 'Reason', value: 'The film is not yours.' }]),
  });
  const seen = world.read((db) => db.sql(`SELECT gone FROM remote_post`).all());
  expect(seen).toEqual([{ gone: 1 }]);
});

test('it goes out again only on the user’s word, as a post of its own', async () => {
  const { world, id } = await published([
    { state: 'refused', reason: 'No.' },
    { state: 'stands', remoteId: null, url: null },
  ]);
  await later(world, 2 * minute);
  await world.drain();
  await later(world, 6 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(1);
  const { client, workspaceId } = world;
  await client.queue.retry({ workspaceId, id });
  await world.settleAll();
  await later(world, 2 * minute);
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
  expect(world.model.truth()).toHaveLength(2);
});

test('what hangs on a refused post waits with it', async () => {
  const { world, id } = await published([{ state: 'refused', reason: 'No.' }], { texts: ['One', 'Two'] });
  await later(world, 2 * minute);
  const { parts } = await world.delivery(id);
  expect(parts.map(({ state }) => state)).toEqual(['pending', 'pending']);
});

test('a post without an address gets it when the network names it, also after the death of the app', async () => {
  const found = { remoteId: '77-1', url: 'https://model.invalid/posts/77-1' };
  const { world, said, id } = await published(
    [
      { state: 'failed', failure },
      { state: 'open', askAt: 0 },
      { state: 'stands', ...found },
    ],
    { nameless: true },
  );
  expect(await world.delivery(id)).toMatchObject({ url: null, parts: [{ remoteId: null }] });
  await later(world, 2 * minute);
  await world.crash();
  await later(world, 15 * minute);
  await later(world, hour);
  expect(said.asked).toHaveLength(3);
  expect(said.asked[0]).toMatchObject({ remoteId: null, handle: 'h-1' });
  expect(await world.delivery(id)).toMatchObject({
    state: 'published',
    url: found.url,
    parts: [{ state: 'sent', ...found }],
  });
  expect((await historyOf(world, id)).at(-1)).toMatchObject({ kind: 'named' });
  const seen = world.read((db) => db.sql(`SELECT remote_id AS remoteId, gone FROM remote_post`).all());
  expect(seen).toEqual([{ remoteId: '77-1', gone: 0 }]);
  // Its last word was said.
  await later(world, 48 * hour);
  expect(said.asked).toHaveLength(3);
});

test('where the network never says, the history does, and nothing is asked any more', async () => {
  const { world, said, id } = await published([{ state: 'open', askAt: 0 }]);
  for (let day = 0; day < 3; day += 1) await later(world, 23 * hour);
  const asked = said.asked.length;
  expect((await historyOf(world, id)).filter(({ kind }) => kind === 'not_confirmed')).toHaveLength(1);
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
  await later(world, 48 * hour);
  expect(said.asked).toHaveLength(asked);
});
