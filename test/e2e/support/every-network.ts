import { cpSync, createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inProject } from '../../../scripts/project.ts';
import { paint } from '../../../src/sandbox/picture.ts';
import type { Account } from '../../../src/shared/models/account.ts';
import type { DeliveryId, MediaId, PostId } from '../../../src/shared/models/ids.ts';
import type { Media } from '../../../src/shared/models/media.ts';
import { connectPerson } from '../../crash/networks/connecting.ts';
import { bluesky } from '../../networks/bluesky.ts';
import { facebook } from '../../networks/facebook.ts';
import { instagram } from '../../networks/instagram.ts';
import { linkedin } from '../../networks/linkedin.ts';
import { mastodon } from '../../networks/mastodon.ts';
import { threads } from '../../networks/threads.ts';
import { tiktok } from '../../networks/tiktok.ts';
import { youtube } from '../../networks/youtube.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';
import { machineZone } from './running-app.ts';

const hour = 3_600_000;
const begin = Date.UTC(2027, 0, 25, 8);

/** A data directory with an account on every network, and what a test needs to find its way. */
export interface EveryNetwork {
  readonly dataDirectory: string;
  readonly now: number;
  /** For all networks, with pictures, two parts, choices and a first comment. */
  readonly picturePost: PostId;
  /** For the networks of films, with an upright film. */
  readonly filmPost: PostId;
  /** With a phone's film that some networks do not take. */
  readonly phonePost: PostId;
  /** A post whose time has come and that its user publishes. */
  readonly reminded: DeliveryId;
}

/** Connects an account on each network of the practice network and writes posts for them. */
export async function seedEveryNetwork(): Promise<EveryNetwork> {
  const world = await startWorld({ start: begin });
  const { client, workspaceId } = world;
  const accounts = new Map<string, Account>([['x', await world.connect('mara_bakes')]]);
  for (const seed of [bluesky, mastodon, youtube, tiktok, facebook, instagram, threads, linkedin]) {
    const { name } = seed.platform;
    const about = { workspaceId, platform: name, person: seed.people[0] };
    accounts.set(name, await connectPerson(world, about, seed.connect));
  }
  await world.drain('background');
  await world.drain();
  const idsOf = (...names: readonly string[]) =>
    names.flatMap((name) => {
      const account = accounts.get(name);
      return account ? [account.id] : [];
    });

  const pictures = [await addPicture(world, 'crumb.png', 30), await addPicture(world, 'window.png', 200)];
  await addPicture(world, 'never-used.png', 120);
  const [crumb] = pictures;
  if (crumb) {
    await client.media.update({
      workspaceId,
      id: crumb.id,
      folder: 'Bread',
      tags: ['rye', 'spring'],
      altText: 'A cut loaf of rye, the crumb to the front',
    });
  }
  const upright = await addFile(world, 'upright.mp4');
  const phone = await addFile(world, 'phone-hevc.mov');
  const shown = (media: Media, altText = '') => ({ id: media.id, altText });

  const long =
    'We have baked rye for thirty years, and three things still surprise us every spring when the new flour comes from the mill. ' +
    'It wants more water than you think, it rests longer than you like, and it forgives nothing on a Monday. ' +
    'Come by before noon and try it with salted butter #bakery';
  const picturePost = await client.posts.create({
    workspaceId,
    accountIds: [...accounts.values()].map(({ id }) => id),
    labels: ['launch'],
    parts: [
      { text: long, media: pictures.map((one) => shown(one, 'A cut loaf of rye on a wooden board')) },
      { text: 'And here is how we keep it fresh for five days: wrap it in linen, cut side down.', media: [] },
    ],
    options: { facebook: { firstComment: 'Opening hours: Tuesday to Saturday, seven to one' } },
  });
  const filmPost = await client.posts.create({
    workspaceId,
    accountIds: idsOf('youtube', 'tiktok', 'instagram'),
    labels: [],
    parts: [{ text: 'How rye rises in forty seconds #rye', media: [shown(upright)] }],
    options: { youtube: { title: 'How rye rises', firstComment: 'Which flour do you use?' } },
  });
  const phonePost = await client.posts.create({
    workspaceId,
    accountIds: idsOf('bluesky', 'x'),
    labels: [],
    parts: [{ text: 'Straight from the phone', media: [shown(phone)] }],
  });

  const reminded = await remind(
    world,
    idsOf('instagram'),
    pictures.map((one) => one.id),
  );
  await client.settings.updateApp({ firstRunDone: true });
  await world.engine.stop();
  const dataDirectory = join(world.directory, 'data');
  cpSync(join(world.directory, 'network'), join(dataDirectory, 'practice'), { recursive: true });
  return {
    dataDirectory,
    now: world.clock.now(),
    picturePost: picturePost.id,
    filmPost: filmPost.id,
    phonePost: phonePost.id,
    reminded,
  };
}

/** A post for the user's own hands, and another one that is still to come. */
async function remind(
  world: World,
  accountIds: readonly Account['id'][],
  media: readonly MediaId[],
): Promise<DeliveryId> {
  const { client, workspaceId } = world;
  const text = 'Cardamom buns on Thursday. We bake forty, and they are gone by ten';
  const ids: DeliveryId[] = [];
  for (const local of ['2027-01-25T11:00', '2027-01-25T18:00']) {
    const post = await client.posts.create({
      workspaceId,
      accountIds: [...accountIds],
      labels: [],
      parts: [{ text: `${text} (${local.slice(11)})`, media: media.map((id) => ({ id, altText: 'Buns' })) }],
    });
    const done = await client.posts.schedule({
      workspaceId,
      id: post.id,
      version: post.version,
      when: { kind: 'at', local, timeZone: machineZone },
    });
    const [delivery] = done.deliveries;
    if (!delivery) throw new Error('Nothing was scheduled.');
    await client.queue.setMode({ workspaceId, id: delivery.id, version: delivery.version, mode: 'remind' });
    ids.push(delivery.id);
  }
  await world.pass(3 * hour);
  await world.drain();
  const [first] = ids;
  if (first === undefined) throw new Error('Nothing was scheduled.');
  return first;
}

async function addFile({ engine, workspaceId }: World, name: string): Promise<Media> {
  const path = inProject('test', 'engine', 'media', 'files', name);
  return await engine.media.put(workspaceId, name, createReadStream(path));
}

async function addPicture({ engine, workspaceId }: World, name: string, hue: number): Promise<Media> {
  const bytes = paint(1080, 1080, (x, y) => {
    const crumb = Math.hypot(x - 0.5, (y - 0.55) * 1.3);
    const holes = Math.sin(x * 61 + Math.sin(y * 37) * 3) * Math.sin(y * 53 + Math.sin(x * 29) * 3) > 0.7;
    if (crumb < 0.34) return { hue, saturation: 0.4, lightness: holes ? 0.5 : 0.76 - crumb * 0.4 };
    if (crumb < 0.38) return { hue, saturation: 0.6, lightness: 0.3 };
    return { hue: hue + 12, saturation: 0.25, lightness: 0.9 - 0.25 * y };
  });
  return await engine.media.put(workspaceId, name, Readable.from([bytes]));
}
