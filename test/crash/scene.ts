import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { AccountId, WorkspaceId } from '../../src/shared/models/ids.ts';
import type { PostPart } from '../../src/shared/models/post.ts';
import { mp4, png } from '../sandbox/x/media-bytes.ts';
import { createTestClock } from '../support/clock.ts';
import type { TestClock } from '../support/clock.ts';
import { openApp } from './app.ts';
import { emptyHome, homeOf, networkIn } from './home.ts';
import type { App } from './app.ts';
import type { RunningNetwork } from './networks/network.ts';
import { networkOf } from './networks/known.ts';
import { scenarioOf } from './scenarios.ts';
import type { PostedBefore, Scenario, ScenarioName, WrittenPart } from './scenarios.ts';

/** Noon on the day of the test. */
const begin = Date.UTC(2026, 10, 22, 12);
/** Every scenario's post is due at one minute past two: the access token of noon has run out by then. */
export const dueAt = Date.UTC(2026, 10, 22, 14, 1);
const dueLocal = '2026-11-22T14:01';

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
  const network = await networkOf(platform).start(networkIn(home), {
    epochMs: begin,
    anchorMs: 0,
    rate: 0,
  });
  try {
    const app = await openApp({ home, platform, url: network.url, clock });
    try {
      const workspaceId = await practise(app);
      const accountIds: AccountId[] = [];
      for (const person of networkOf(platform).people.slice(0, scenario.accounts))
        accountIds.push(await network.connect(app, { workspaceId, platform, person }));
      for (const [nth, written] of scenario.posts.entries()) {
        const post = await app.client.posts.create({
          workspaceId,
          parts: await mediaFor(app, workspaceId, written, nth),
          accountIds,
        });
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

/** Draws a post's pictures and hands it over as the composer does. `hue` makes the pictures of posts differ. */
async function mediaFor(
  app: App,
  workspaceId: WorkspaceId,
  written: readonly WrittenPart[],
  hue: number,
): Promise<PostPart[]> {
  let drawn = 0;
  const parts: PostPart[] = [];
  for (const { text, images, video } of written) {
    const media = [];
    for (let image = 0; image < images; image += 1) {
      drawn += 1;
      const bytes = Readable.from([png(60 + drawn, 40 + hue)]);
      media.push(await app.engine.media.put(workspaceId, `loaf-${hue}-${drawn}.png`, bytes));
    }
    if (video) media.push(await app.engine.media.put(workspaceId, 'oven.mp4', Readable.from([mp4(2_000)])));
    parts.push({
      text,
      media: media.map(({ id }, nth) => ({ id, altText: video ? '' : `Loaf ${nth + 1}` })),
    });
  }
  return parts;
}

/** A post by the same person, by way of another installation of the app. */
async function postFromElsewhere(
  home: string,
  at: { platform: string; network: RunningNetwork; clock: TestClock },
  posted: PostedBefore,
): Promise<void> {
  const { platform, network, clock } = at;
  clock.advance(dueAt - posted.beforeMs - clock.now());
  await network.setClock({ epochMs: clock.now(), anchorMs: 0, rate: 0 });
  const other = join(home, 'elsewhere');
  emptyHome(other);
  const app = await openApp({ home: other, platform, url: network.url, clock });
  try {
    const workspaceId = await practise(app);
    const [person] = networkOf(platform).people;
    const accountId = await network.connect(app, { workspaceId, platform, person });
    const post = await app.client.posts.create({
      workspaceId,
      parts: await mediaFor(app, workspaceId, [posted.part], 9),
      accountIds: [accountId],
    });
    await app.client.posts.schedule({
      workspaceId,
      id: post.id,
      version: post.version,
      when: { kind: 'now' },
    });
    await app.engine.drain('publisher');
  } finally {
    await app.engine.stop();
    rmSync(other, { recursive: true, force: true });
  }
  if ((await network.truth()).length !== 1) throw new Error('The post from elsewhere did not go out.');
}
