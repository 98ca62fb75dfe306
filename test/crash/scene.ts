import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Account } from '../../src/shared/models/account.ts';
import type { WorkspaceId } from '../../src/shared/models/ids.ts';
import { mp4, png } from '../sandbox/x/media-bytes.ts';
import { createTestClock } from '../support/clock.ts';
import type { TestClock } from '../support/clock.ts';
import { openApp } from './app.ts';
import { emptyHome, homeOf, networkIn } from './home.ts';
import type { App } from './app.ts';
import type { RunningNetwork } from './networks/network.ts';
import { networkOf } from './networks/known.ts';
import { scenarioOf } from './scenarios.ts';
import type { Scenario, ScenarioName } from './scenarios.ts';

/** Noon on the day of the test. */
const begin = Date.UTC(2026, 10, 22, 12);
/** Every scenario's post is due at one minute past two: the access token of noon has run out by then. */
export const dueAt = Date.UTC(2026, 10, 22, 14, 1);
const dueLocal = '2026-11-22T14:01';
const postedBeforeAt = dueAt - 600_000;

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
      const accounts: Account[] = [];
      for (const person of networkOf(platform).people.slice(0, scenario.accounts))
        accounts.push(await connect(app, network, { workspaceId, platform, person }));
      const parts = await writtenParts(app, workspaceId, scenario);
      const post = await app.client.posts.create({
        workspaceId,
        parts,
        accountIds: accounts.map(({ id }) => id),
      });
      await app.client.posts.schedule({
        workspaceId,
        id: post.id,
        version: post.version,
        when: { kind: 'at', local: dueLocal, timeZone: 'UTC' },
      });
    } finally {
      await app.engine.stop();
    }
    if (scenario.postedBefore) await postFromElsewhere(home, platform, scenario, network, clock);
  } finally {
    await network.stop();
  }
}

async function practise(app: App): Promise<WorkspaceId> {
  const { workspace } = await app.client.practice.start({ timeZone: 'UTC' });
  if (workspace === null) throw new Error('There is no practice workspace.');
  return workspace.id;
}

/** Connects a person, or connects an account again. */
export async function connect(
  app: App,
  network: RunningNetwork,
  about: { workspaceId: WorkspaceId; platform: string; person: string; reconnect?: Account['id'] },
): Promise<Account> {
  const { workspaceId, platform, person, reconnect } = about;
  const flow = await app.client.accounts.connect({
    workspaceId,
    platform,
    openBrowser: false,
    ...(reconnect === undefined ? {} : { reconnect }),
  });
  const ended = new Promise<void>((resolve) => {
    const unsubscribe = app.engine.events.subscribe((event) => {
      if (event.type !== 'change' || !event.changes.some((change) => change.id === flow.id)) return;
      void app.client.accounts.connection({ id: flow.id }).then(({ status }) => {
        if (status === 'waiting' || status === 'exchanging') return;
        unsubscribe();
        resolve();
      });
    });
  });
  await network.allow(flow.authorizeUrl, person);
  await ended;
  const { account, problem } = await app.client.accounts.connection({ id: flow.id });
  if (account === null) throw new Error(`Not connected: ${JSON.stringify(problem)}`);
  return account;
}

async function writtenParts(app: App, workspaceId: WorkspaceId, scenario: Scenario) {
  let drawn = 0;
  const parts = [];
  for (const { text, images, video } of scenario.parts) {
    const media = [];
    for (let image = 0; image < images; image += 1) {
      drawn += 1;
      const bytes = Readable.from([png(60 + drawn, 40)]);
      media.push(await app.engine.media.put(workspaceId, `loaf-${drawn}.png`, bytes));
    }
    if (video) media.push(await app.engine.media.put(workspaceId, 'oven.mp4', Readable.from([mp4(2_000)])));
    parts.push({
      text,
      media: media.map(({ id }, nth) => ({ id, altText: video ? '' : `Loaf ${nth + 1}` })),
    });
  }
  return parts;
}

/** The same words by the same person, by way of another installation of the app. */
async function postFromElsewhere(
  home: string,
  platform: string,
  scenario: Scenario,
  network: RunningNetwork,
  clock: TestClock,
): Promise<void> {
  clock.advance(postedBeforeAt - clock.now());
  await network.setClock({ epochMs: clock.now(), anchorMs: 0, rate: 0 });
  const other = join(home, 'elsewhere');
  emptyHome(other);
  const app = await openApp({ home: other, platform, url: network.url, clock });
  try {
    const workspaceId = await practise(app);
    const [person] = networkOf(platform).people;
    const account = await connect(app, network, { workspaceId, platform, person });
    const parts = await writtenParts(app, workspaceId, scenario);
    const post = await app.client.posts.create({ workspaceId, parts, accountIds: [account.id] });
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
