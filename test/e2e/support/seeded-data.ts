import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { AccountId, MediaId, PostId } from '../../../src/shared/models/ids.ts';
import type { ScheduleChoice } from '../../../src/shared/contract/posts.ts';
import { paint } from '../../../src/sandbox/picture.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';
import { machineZone } from './running-app.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A Monday at nine in Berlin, a week before the day on which the screens are looked at. */
const begin = Date.UTC(2027, 0, 18, 8);

/** A data directory as it is after a week of work, and what a test needs to find its way. */
export interface SeededData {
  readonly dataDirectory: string;
  /** The clock's time at which the week ends: a Tuesday at 10:40 in Berlin. */
  readonly now: number;
  /** A draft of two parts with a link and a picture. */
  readonly draft: PostId;
}

interface Written {
  readonly text: string | readonly string[];
  readonly when?: ScheduleChoice;
  readonly media?: MediaId;
  readonly labels?: readonly string[];
}

/** Lives through a week of a bakery on the practice network, with its accidents. */
export async function seedWeek(): Promise<SeededData> {
  const world = await startWorld({ start: begin });
  const { client, workspaceId } = world;
  const mara = await world.connect('mara_bakes');
  await world.connect('tobi_repairs');
  await world.drain('background');
  const picture = await addPicture(world);
  const write = writer(world, mara.id);

  const week = [
    'We are back from the mill with eleven sacks of spelt',
    'Ask us anything about starters until noon. What do you feed yours?',
    'A baker’s lunch: yesterday’s rye, good butter, and salt',
    'Saturday list: plaits, seeded rolls, two kinds of focaccia',
  ];
  for (const text of week) {
    await write({ text, when: { kind: 'now' } });
    await world.drain();
    await world.pass(day);
    await world.drain('background');
    await readNumbers(world);
  }
  await write({ text: 'The shop window today', media: picture, when: { kind: 'now' }, labels: ['shop'] });
  await world.drain();
  await world.pass(3 * day + 20 * minute);
  await readNumbers(world);
  await write({
    text: ['Three things we learnt about rye in thirty years:', 'It wants more water than you think.'],
    when: { kind: 'now' },
    labels: ['guide'],
  });
  await world.drain();

  await refuse(world, write);
  await loseAnswer(world, write);
  await world.pass(begin + 8 * day + 100 * minute - world.clock.now());
  await world.drain('background');
  await readNumbers(world);
  await planWeek(write, picture);
  const draft = await write({
    text: [
      'Our new sourdough is out of the oven. Come by before noon and try it with salted butter: https://example.com/sourdough #bakery',
      'It rests for two days, which is why it keeps for five. What would you have with it?',
    ],
    media: picture,
    labels: ['launch'],
  });
  await client.settings.updateWorkspace({ workspaceId, monthlyCapMicros: 20_000_000 });
  await client.workspaces.create({ name: 'Linden Bakery', timeZone: machineZone });
  await client.settings.updateApp({ firstRunDone: true });

  await world.engine.stop();
  const dataDirectory = join(world.directory, 'data');
  cpSync(join(world.directory, 'network'), join(dataDirectory, 'practice'), { recursive: true });
  return { dataDirectory, now: world.clock.now(), draft };
}

function writer({ client, workspaceId }: World, accountId: AccountId) {
  return async ({ text, when, media, labels = [] }: Written): Promise<PostId> => {
    const texts = typeof text === 'string' ? [text] : text;
    const post = await client.posts.create({
      workspaceId,
      accountIds: [accountId],
      labels: [...labels],
      parts: texts.map((part, index) => ({
        text: part,
        media:
          media && index === 0 ? [{ id: media, altText: 'Loaves on a wooden shelf in morning light' }] : [],
      })),
    });
    if (when) await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when });
    return post.id;
  };
}

type Write = ReturnType<typeof writer>;

/** A post that the network refuses for good. */
async function refuse(world: World, write: Write): Promise<void> {
  const body = {
    title: 'Forbidden',
    type: 'about:blank',
    status: 403,
    detail: 'You are not permitted to perform this action.',
  };
  await world.faults({ match: { operation: 'posts.create' }, fault: { kind: 'status', status: 403, body } });
  await write({ text: 'Half price on everything until six', when: { kind: 'now' } });
  await world.drain();
  await world.faults();
}

/** A post whose answer is lost and which the list never shows, so that only the user can know. */
async function loseAnswer(world: World, write: Write): Promise<void> {
  await world.faults({ match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'reset_before' } });
  await write({ text: 'The oven is warm and the door is open', when: { kind: 'now' } });
  await world.drain();
  for (const wait of [11_000, minute, 5 * minute]) {
    await world.pass(wait);
    await world.drain();
  }
  await world.faults();
}

async function planWeek(write: Write, picture: MediaId): Promise<void> {
  const planned = [
    ['2027-01-26T12:30', 'Lentil soup and a slice of rye, until it is gone'],
    ['2027-01-26T17:10', 'Last call for today: six loaves are looking for a table'],
    ['2027-01-27T09:20', 'Rye on Wednesdays: dark, slow, and worth the wait'],
    ['2027-01-27T12:30', 'How we keep a sourdough alive over a holiday https://example.com/starter'],
    ['2027-01-28T09:20', 'Thursday means cardamom buns. We bake forty'],
    ['2027-01-29T09:20', 'Apprentices wanted: early hours, good coffee, patient teachers'],
    ['2027-01-29T17:10', 'What would you like to see on the shelf next month?'],
    ['2027-01-30T10:00', 'Saturday plaits are ready at ten'],
  ] as const;
  for (const [local, text] of planned) {
    await write({ text, when: { kind: 'at', local, timeZone: machineZone }, labels: ['daily'] });
  }
  const local = '2027-01-28T12:30';
  await write({
    text: 'A table by the window is free at ten. First come, first served',
    media: picture,
    when: { kind: 'at', local, timeZone: machineZone },
  });
}

async function readNumbers({ client, workspaceId, drain }: World): Promise<void> {
  await client.metrics.refresh({ workspaceId });
  await drain('background');
}

/** Loaves on a shelf, more or less. */
async function addPicture({ engine, workspaceId }: World): Promise<MediaId> {
  const bytes = paint(960, 540, (x, y) => {
    const shelf = y > 0.74;
    if (shelf) return { hue: 24, saturation: 0.35, lightness: y > 0.77 ? 0.22 : 0.32 };
    const place = (x * 4) % 1;
    const loaf = Math.hypot((place - 0.5) * 1.25, (y - 0.74) * 1.7);
    if (loaf < 0.52) {
      const cut = Math.abs(Math.sin((place * 3 + y * 2) * 4)) < 0.12 && loaf < 0.4;
      return { hue: 30, saturation: 0.6, lightness: cut ? 0.8 : 0.62 - loaf * 0.55 };
    }
    return { hue: 38, saturation: 0.55, lightness: 0.93 - 0.18 * Math.hypot(x - 0.8, y - 0.1) };
  });
  const media = await engine.media.put(workspaceId, 'window.png', Readable.from([bytes]));
  return media.id;
}
