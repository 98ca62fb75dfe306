import { Readable } from 'node:stream';
import { expect } from 'vitest';
import type { WorkspaceId } from '../../../src/shared/models/ids.ts';
import type { World } from '../../support/engine-world.ts';
import { png } from '../media/pictures.ts';

/** A test of two versions. */
export const tested = {
  name: 'Mine',
  scheme: 'comparable_times' as const,
  variants: ['Planted, with a question?', 'Something else that was planted.'].map((text, at) => ({
    name: `Way ${at + 1}`,
    versions: [[{ text, media: [] }]],
  })),
  hours: [{ weekday: 3, minute: 600 }],
};

/** What workspace A has. */
export interface Owned {
  readonly workspaceId: WorkspaceId;
  readonly account: string;
  readonly username: string;
  readonly draft: string;
  readonly scheduled: string;
  readonly waiting: string;
  readonly published: string;
  readonly failed: string;
  readonly remoteId: string;
  readonly media: string;
  readonly flow: string;
  readonly series: string;
  readonly occurrence: string;
  readonly category: string;
  readonly experiment: string;
  readonly competitor: string;
}

export async function fill(world: World): Promise<Owned> {
  const { client, workspaceId, engine } = world;
  const account = await world.connect();
  const { id: media } = await engine.media.put(workspaceId, 'loaf.png', Readable.from([png(4, 4)]));
  const write = async (text: string) =>
    await client.posts.create({
      workspaceId,
      parts: [{ text, media: [{ id: media, altText: 'A loaf.' }] }],
      accountIds: [account.id],
      labels: [],
    });
  const deliveryOf = async (id: typeof draft.id) =>
    (await client.posts.get({ workspaceId, id })).deliveries[0];
  const now = { kind: 'now' } as const;

  const draft = await write('A draft of mine.');
  const out = await write('Planted and published.');
  await client.posts.schedule({ workspaceId, id: out.id, version: out.version, when: now });
  await world.drain();
  await world.faults({
    match: { operation: 'posts.create' },
    fault: { kind: 'status', status: 403, body: { title: 'Forbidden', status: 403 } },
  });
  const refused = await write('Planted and refused.');
  await client.posts.schedule({ workspaceId, id: refused.id, version: refused.version, when: now });
  await world.drain();
  await world.faults();
  const later = await write('Planted and waiting.');
  await client.posts.schedule({
    workspaceId,
    id: later.id,
    version: later.version,
    when: { kind: 'at', local: '2027-01-04T09:00', timeZone: 'Europe/Berlin' },
  });
  await world.drain('background');
  const series = await client.recurrences.create({
    workspaceId,
    parts: [{ text: 'Planted and coming again.', media: [] }],
    accountIds: [account.id],
    rule: 'FREQ=WEEKLY',
    start: '2026-12-01T09:00',
    timeZone: 'Europe/Berlin',
  });
  const category = await client.planning.createCategory({
    workspaceId,
    name: 'Planted tips',
    color: '#336699',
    evergreen: true,
    minDaysBetween: 30,
    weeklyTarget: 1,
  });
  const experiment = await client.experiments.create({
    ...tested,
    workspaceId,
    name: 'Planted test',
    accountIds: [account.id],
  });
  const handle = 'tobi_repairs';
  const { id: competitor } = await client.listening.addCompetitor({ workspaceId, platform: 'x', handle });
  await world.drain('background');
  await client.listening.trends({ workspaceId, platform: 'x' });
  const flow = await client.accounts.connect({ workspaceId, platform: 'x', openBrowser: false });
  const published = await deliveryOf(out.id);
  const [failed, waiting] = [await deliveryOf(refused.id), await deliveryOf(later.id)];
  const occurrence = series.occurrences[0]?.postId;
  const remoteId = published?.parts[0]?.remoteId;
  if (!published || !failed || !waiting || !remoteId || !occurrence)
    throw new Error('The deliveries are not there.');
  expect([published.state, failed.state, waiting.state]).toEqual(['published', 'failed', 'scheduled']);
  return {
    workspaceId,
    account: account.id,
    username: account.username,
    draft: draft.id,
    scheduled: later.id,
    waiting: waiting.id,
    published: published.id,
    failed: failed.id,
    remoteId,
    media,
    flow: flow.id,
    series: series.id,
    occurrence,
    category: category.id,
    experiment: experiment.id,
    competitor,
  };
}
