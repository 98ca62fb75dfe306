import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { filmFile, pictureFile } from './files.ts';
import type { SceneFile } from './files.ts';
import type { AccountId, WorkspaceId } from '../../src/shared/models/ids.ts';
import type { Media } from '../../src/shared/models/media.ts';
import type { Post, PostPart } from '../../src/shared/models/post.ts';
import { createTestClock } from '../support/clock.ts';
import type { TestClock } from '../support/clock.ts';
import { openApp } from './app.ts';
import { emptyHome, homeOf, networkIn } from './home.ts';
import type { App } from './app.ts';
import type { CrashNetwork, RunningNetwork } from './networks/network.ts';
import { networkOf } from './networks/known.ts';
import { scenarioOf } from './scenarios.ts';
import type { PostedBefore, Scenario, ScenarioName, WrittenPart } from './scenarios.ts';

/** Noon on the day of the test. */
const begin = Date.UTC(2026, 10, 22, 12);
/** Every scenario's post is due at one minute past two: the access token of noon has run out by then. */
export const dueAt = Date.UTC(2026, 10, 22, 14, 1);
const dueLocal = '2026-11-22T14:01';
/** What preparing a post may take, in practice milliseconds, and the steps in which it is waited for. */
const stagingMs = 40_000;
const stepMs = 1_000;

/** Puts the scene's state into the lane's home, making the scene first where this lane has none. */
export async function setScene(lane: string, platform: string, scenario: ScenarioName): Promise<void> {
  const stored = join(lane, 'scenes', `${platform}-${scenario}`);
  const home = homeOf(lane);
  emptyHome(home);
  if (!existsSync(stored)) {
    await makeScene(home, platform, scenarioOf(scenario));
    mkdirSync(join(lane, 'scenes'), { recursive: true });
    cpSync(home, `${stored}.part`, { recursive: true, preserveTimestamps: true });
    renameSync(`${stored}.part`, stored);
    emptyHome(home);
  }
  cpSync(stored, home, { recursive: true, preserveTimestamps: true });
}

/** The file of the scene as it was before anything was published. */
export const olderFileOf = (lane: string, platform: string, scenario: ScenarioName): string =>
  join(lane, 'scenes', `${platform}-${scenario}`, 'data', 'ocma.db');

async function makeScene(home: string, platform: string, scenario: Scenario): Promise<void> {
  const clock = createTestClock(begin);
  const known = networkOf(platform);
  const network = await known.start(networkIn(home), {
    epochMs: begin,
    anchorMs: 0,
    rate: 0,
  });
  try {
    const app = await openApp({ home, platform, url: network.url, clock });
    try {
      const workspaceId = await practise(app);
      const accountIds: AccountId[] = [];
      for (const person of known.people.slice(0, scenario.accounts))
        accountIds.push(await network.connect(app, { workspaceId, platform, person }));
      for (const [nth, written] of scenario.posts.entries()) {
        const post = await writePost(app, known, { workspaceId, accountIds, written, hue: nth });
        await app.client.posts.schedule({
          workspaceId,
          id: post.id,
          version: post.version,
          when: { kind: 'at', local: dueLocal, timeZone: 'UTC' },
        });
      }
    } finally {
      await app.engine.stop();
    }
    if (scenario.elsewhere !== null)
      await postFromElsewhere(home, { platform, network, clock }, scenario.elsewhere);
  } finally {
    await network.stop();
  }
}

async function practise(app: App): Promise<WorkspaceId> {
  const { workspace } = await app.client.practice.start({ timeZone: 'UTC' });
  if (workspace === null) throw new Error('There is no practice workspace.');
  return workspace.id;
}

/** Hands a post over as the composer does, with media where the network wants some. `hue` makes those of posts differ. */
async function writePost(
  { client, engine }: App,
  network: CrashNetwork,
  post: {
    workspaceId: WorkspaceId;
    accountIds: AccountId[];
    written: readonly WrittenPart[];
    hue: number;
  },
): Promise<Post> {
  const { workspaceId, accountIds, hue } = post;
  const written = network.fitted(post.written);
  const put = async ({ name, bytes }: SceneFile): Promise<Media> =>
    await engine.media.put(workspaceId, name, Readable.from([bytes]));
  let drawn = 0;
  const parts: PostPart[] = [];
  for (const { text, images, video } of written) {
    const media = [];
    for (let image = 0; image < images; image += 1) {
      drawn += 1;
      media.push(await put(await pictureFile(network.pictures, { drawn, hue })));
    }
    if (video) media.push(await put(filmFile()));
    parts.push({
      text,
      media: media.map(({ id }, nth) => ({ id, altText: video ? '' : `Loaf ${nth + 1}` })),
    });
  }
  const options = { [network.platform]: network.optionsFor(written, accountIds.length) };
  return await client.posts.create({ workspaceId, parts, accountIds, options });
}

/** A post by the same person, by way of another installation of the app. */
async function postFromElsewhere(
  home: string,
  at: { platform: string; network: RunningNetwork; clock: TestClock },
  posted: PostedBefore,
): Promise<void> {
  const { platform, network, clock } = at;
  const known = networkOf(platform);
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await network.setClock({ epochMs: clock.now(), anchorMs: 0, rate: 0 });
  };
  await pass(dueAt - posted.beforeMs - (known.stages ? stagingMs : 0) - clock.now());
  const other = join(home, 'elsewhere');
  emptyHome(other);
  const app = await openApp({ home: other, platform, url: network.url, clock });
  try {
    const workspaceId = await practise(app);
    const [person] = known.people;
    const accountId = await network.connect(app, { workspaceId, platform, person });
    const post = await writePost(app, known, {
      workspaceId,
      accountIds: [accountId],
      written: [posted.part],
      hue: 9,
    });
    await app.client.posts.schedule({
      workspaceId,
      id: post.id,
      version: post.version,
      when: { kind: 'now' },
    });
    await app.engine.drain('publisher');
    for (let waited = 0; waited < stagingMs && (await network.truth()).length === 0; waited += stepMs) {
      await pass(stepMs);
      await app.engine.drain('publisher');
    }
  } finally {
    await app.engine.stop();
    rmSync(other, { recursive: true, force: true });
  }
  if ((await network.truth()).length !== 1) throw new Error('The post from elsewhere did not go out.');
}
