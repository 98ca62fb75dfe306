import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startWorld } from '../../support/engine-world.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A Monday at nine in Berlin. */
const begin = Date.UTC(2027, 0, 18, 8);

const asks = ['Who feeds their starter twice a day?', 'What is the best thing to do with old bread?'];
const tells = [
  'Eleven sacks of spelt came in from the mill today.',
  'On Saturdays we open at seven, and the plaits are gone by nine.',
];
const again = ['Rye or wheat for a picnic, and why?', 'Which crust is the best one, light or dark?'];
const plain = ['A new oven stone is in, and it shows.', 'Poppy seed rolls, every Friday from now on.'];

/** A data directory with a test that is over, one that runs and one that is planned, and a draft to test. */
export async function seedTests(): Promise<{ dataDirectory: string; now: number; draft: string }> {
  const world = await startWorld({ start: begin });
  const { client, workspaceId } = world;
  const mara = await world.connect('mara_bakes');
  await world.connect('tobi_repairs');
  await world.drain('background');
  const versionsOf = (texts: readonly string[]) => texts.map((text) => [{ text, media: [] }]);
  const create = async (
    name: string,
    weekdays: readonly number[],
    texts: readonly [readonly string[], readonly string[]],
  ) =>
    await client.experiments.create({
      workspaceId,
      name,
      scheme: 'comparable_times',
      accountIds: [mara.id],
      variants: [
        { name: 'Asks', versions: versionsOf(texts[0]) },
        { name: 'Tells', versions: versionsOf(texts[1]) },
      ],
      hours: weekdays.map((weekday) => ({ weekday, minute: 560 })),
      bar: { posts: 2 },
      seed: 5,
    });
  const liveUntil = async (items: readonly { when: { instant: number } }[], until: number) => {
    const stops = items.flatMap(({ when: { instant } }) => [instant, instant + day, instant + day + hour]);
    for (const at of [...stops, until]
      .filter((stop) => stop <= until)
      .toSorted((left, right) => left - right)) {
      if (at <= world.clock.now()) continue;
      await world.pass(at - world.clock.now());
      await world.drain();
      await world.drain('background');
    }
  };
  const first = await create('Asking or telling', [1, 2, 4, 6], [asks, tells]);
  await liveUntil(first.items, first.endsAt + hour);
  const second = await create('Once more with questions', [1, 3], [again, plain]);
  const [, third] = second.items;
  await liveUntil(second.items, (third?.when.instant ?? 0) + 26 * hour);
  await create(
    'For the spring',
    [5],
    [['Shall we bake with nettles this spring?'], ['Wild garlic bread comes back in March.']],
  );
  const draft = await client.posts.create({
    workspaceId,
    parts: [{ text: 'Our new sourdough keeps for five days, because it rests for two.', media: [] }],
    accountIds: [mara.id],
    labels: [],
  });
  await client.settings.updateApp({ firstRunDone: true });
  await world.engine.stop();
  const dataDirectory = join(world.directory, 'data');
  cpSync(join(world.directory, 'network'), join(dataDirectory, 'practice'), { recursive: true });
  return { dataDirectory, now: world.clock.now(), draft: draft.id };
}
