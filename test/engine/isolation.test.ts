import { join } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { contract } from '../../src/shared/contract/index.ts';
import { accountId } from '../../src/shared/models/ids.ts';
import type { WorkspaceId } from '../../src/shared/models/ids.ts';
import { startWorld } from '../support/engine-world.ts';
import type { World } from '../support/engine-world.ts';
import { png } from './media/pictures.ts';

/** Every procedure is tried, and the whole file read after each, on a machine that may have other things to do. */
const longest = 60_000;

/** Ids share one schema, so that any of them is known as one wherever it stands in an input. */
const anyId: unknown = accountId;

/** Schemas in which no id can hide. */
const plain = new Set(['string', 'number', 'int', 'boolean', 'enum', 'literal']);

interface Procedure {
  readonly name: string;
  readonly method: string;
  readonly scoped: boolean;
  /** Where ids stand in its input, such as `parts.media.id`; the workspace's own is none of them. */
  readonly ids: readonly string[];
}

const definition = z.looseObject({
  inputSchema: z.unknown(),
  route: z.looseObject({ method: z.string().optional() }),
});

/** Every procedure of the contract, so that a new one cannot be forgotten. */
const procedures: readonly Procedure[] = Object.entries(contract).flatMap(([part, described]) =>
  Object.entries(described).map(([name, procedure]): Procedure => {
    const { inputSchema, route } = definition.parse(procedure['~orpc']);
    const all = idsIn(inputSchema);
    return {
      name: `${part}.${name}`,
      method: route.method ?? 'POST',
      scoped: all.includes('workspaceId'),
      ids: all.filter((path) => path !== 'workspaceId'),
    };
  }),
);

function idsIn(schema: unknown, path: readonly string[] = []): string[] {
  if (schema === anyId) return [path.join('.')];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => idsIn(field, [...path, name]));
  }
  if (schema instanceof z.ZodArray) return idsIn(schema.element, path);
  if (schema instanceof z.ZodRecord) return idsIn(schema.valueType, path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return idsIn(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option: unknown) => idsIn(option, path));
  const type = schema instanceof z.ZodType ? schema.def.type : typeof schema;
  if (!plain.has(type)) throw new Error(`Nobody has looked for ids in a schema of type ${type}.`);
  return [];
}

/** What workspace A has. */
interface Owned {
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

async function fill(world: World): Promise<Owned> {
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

/** What workspace B has. */
interface Stranger {
  readonly workspaceId: WorkspaceId;
  readonly draft: string;
}

const parts = [{ text: 'Not mine.', media: [] }];
const assisted = ({ account, media }: Owned) => [
  { platform: 'x', content: 'Not mine.', task: { kind: 'rewrite' }, accountId: account },
  { platform: 'x', content: 'Not mine.', task: { kind: 'alt_text', mediaId: media } },
];
const weekly = { rule: 'FREQ=WEEKLY', start: '2027-01-05T09:00', timeZone: 'Europe/Berlin' };
const takenMedia = ({ media }: Owned) => [{ text: 'Not mine.', media: [{ id: media, altText: '' }] }];
const stretch = { from: Date.UTC(2027, 0, 4), to: Date.UTC(2027, 0, 11) };
const planned = (postId: string, accountId: string) => ({
  kind: 'draft',
  postId,
  accountId,
  version: 1,
  local: '2027-01-05T09:00',
});
const tested = {
  name: 'Mine',
  scheme: 'comparable_times' as const,
  variants: ['Planted, with a question?', 'Something else that was planted.'].map((text, at) => ({
    name: `Way ${at + 1}`,
    versions: [[{ text, media: [] }]],
  })),
  hours: [{ weekday: 3, minute: 600 }],
};
const testOf = (a: Owned) => ({ ...tested, accountIds: [a.account] });
const testWithMedia = (a: Owned) => ({
  ...tested,
  accountIds: [a.account],
  variants: tested.variants.map((variant) => ({ ...variant, versions: [takenMedia(a)] })),
});
const csv = 'text,accounts\nHello there,\n';

/**
 * What B asks for of A's, procedure by procedure; every place for an id is tried. `workspaces.update` alone is left out:
 * the id that it takes is the workspace's own name for itself.
 */
const foreign: Readonly<Record<string, (a: Owned, b: Stranger) => readonly object[]>> = {
  'accounts.connect': (a) => [{ platform: 'x', openBrowser: false, reconnect: a.account }],
  'accounts.connectWithPassword': (a) => [
    { platform: 'x', identifier: 'mara', password: 'any', reconnect: a.account },
  ],
  'accounts.chooseAccounts': (a) => [{ id: a.flow, remoteIds: ['1'] }],
  'accounts.connection': (a) => [{ id: a.flow }],
  'accounts.cancelConnection': (a) => [{ id: a.flow }],
  'accounts.pasteRedirect': (a) => [{ id: a.flow, address: 'http://127.0.0.1/?code=1&state=2' }],
  'accounts.disconnect': (a) => [{ id: a.account }],
  'accounts.check': (a) => [{ id: a.account }],
  'accounts.resume': (a) => [{ id: a.account }],
  'posts.create': (a) => [
    { parts, accountIds: [a.account] },
    { parts: takenMedia(a), accountIds: [] },
  ],
  'posts.update': (a, b) => [
    { id: a.draft, version: 1, labels: ['taken'] },
    { id: b.draft, version: 1, accountIds: [a.account] },
    { id: b.draft, version: 1, parts: takenMedia(a) },
  ],
  'posts.get': (a) => [{ id: a.draft }],
  'posts.remove': (a) => [{ id: a.draft }, { id: a.scheduled }],
  'posts.restore': (a) => [{ id: a.draft }],
  'posts.duplicate': (a) => [{ id: a.draft }],
  'posts.preflight': (a) => [
    { parts, accountIds: [a.account] },
    { parts: takenMedia(a), accountIds: [] },
    { parts, accountIds: [], postId: a.draft },
  ],
  'posts.schedule': (a) => [{ id: a.draft, version: 1, when: { kind: 'now' } }],
  'posts.unschedule': (a) => [{ id: a.scheduled, version: 1 }],
  'planning.updateCategory': (a) => [{ id: a.category, version: 1, name: 'Taken' }],
  'planning.removeCategory': (a) => [{ id: a.category }],
  'planning.propose': (a, b) => [
    { mode: 'fill_my_week', ...stretch, drafts: [a.draft] },
    {
      mode: 'campaign',
      ...stretch,
      drafts: [b.draft],
      campaign: { name: 'Taken', gapMinutes: 60, order: [a.account] },
    },
  ],
  'planning.check': (a, b) => [
    { timeZone: 'UTC', items: [planned(a.draft, a.account)] },
    { timeZone: 'UTC', items: [planned(b.draft, a.account)] },
  ],
  'planning.apply': (a, b) => [
    { timeZone: 'UTC', items: [planned(a.draft, a.account)] },
    { timeZone: 'UTC', items: [planned(b.draft, a.account)] },
    { timeZone: 'UTC', items: [{ ...planned(a.published, a.account), kind: 'repeat' }] },
  ],
  'planning.undo': (a, b) => [
    { scheduled: [{ postId: a.scheduled, accountIds: [a.account] }] },
    { scheduled: [{ postId: b.draft, accountIds: [a.account] }] },
  ],
  'queue.get': (a) => [{ id: a.published }],
  'queue.retry': (a) => [{ id: a.failed }],
  'queue.drop': (a) => [{ id: a.failed }],
  'queue.settle': (a) => [{ id: a.failed, answer: 'drop' }],
  'queue.lookAgain': (a) => [{ id: a.failed }],
  'queue.reschedule': (a) => [{ id: a.waiting, version: 1, when: { kind: 'now' } }],
  'queue.cancel': (a) => [{ id: a.waiting, version: 1 }],
  'queue.retryAll': (a) => [{ accountId: a.account }],
  'queue.dropAll': (a) => [{ accountId: a.account }],
  'queue.restore': (a) => [{ id: a.failed }],
  'queue.restoreAll': (a) => [{ ids: [a.failed] }],
  'queue.decideMissed': (a) => [{ decision: 'drop', ids: [a.failed] }],
  'queue.standingAnswer': (a) => [{ accountId: a.account }],
  'queue.setStandingAnswer': (a) => [{ accountId: a.account, answer: 'drop' }],
  'queue.reminder': (a) => [{ id: a.waiting }],
  'queue.posted': (a) => [{ id: a.waiting }],
  'queue.notNow': (a) => [{ id: a.waiting }],
  'queue.setMode': (a) => [{ id: a.waiting, version: 1, mode: 'remind' }],
  'queue.publishing': (a) => [{ accountId: a.account }],
  'queue.setPublishing': (a) => [{ accountId: a.account, mode: 'remind' }],
  'queue.deleteFromNetwork': (a) => [{ id: a.published }],
  'recurrences.create': (a) => [
    { parts, accountIds: [a.account], ...weekly },
    { parts: takenMedia(a), accountIds: [a.account], ...weekly },
    { parts, accountIds: [a.account], ...weekly, draftId: a.draft },
  ],
  'recurrences.get': (a) => [{ id: a.series }],
  'recurrences.history': (a) => [{ id: a.series }],
  'recurrences.ofPost': (a) => [{ postId: a.occurrence }],
  'recurrences.remove': (a) => [{ id: a.series }],
  'recurrences.restore': (a) => [{ id: a.series, local: '2026-12-01T09:00' }],
  'recurrences.resume': (a) => [{ id: a.series }],
  'recurrences.skip': (a) => [{ id: a.series, local: '2026-12-01T09:00' }],
  'recurrences.stop': (a) => [{ id: a.series }],
  'recurrences.update': (a) => [
    { id: a.series, version: 1, labels: ['taken'], draftId: a.draft },
    { id: a.series, version: 1, parts: takenMedia(a), accountIds: [a.account] },
  ],
  'assist.preview': assisted,
  'assist.run': assisted,
  'assist.ask': assisted,
  'assist.toneGuide': (a) => [{ accountId: a.account }],
  'experiments.get': (a) => [{ id: a.experiment }],
  'experiments.stop': (a) => [{ id: a.experiment }],
  'experiments.remove': (a) => [{ id: a.experiment }],
  'experiments.restore': (a) => [{ id: a.experiment }],
  'experiments.preview': (a) => [testOf(a), testWithMedia(a)],
  'experiments.create': (a) => [testOf(a), testWithMedia(a), { ...testOf(a), draftId: a.draft }],
  'media.get': (a) => [{ id: a.media }],
  'media.convert': (a) => [{ id: a.media }],
  'media.update': (a) => [{ id: a.media, altText: 'Taken.', folder: 'Taken', tags: ['taken'] }],
  'media.uses': (a) => [{ id: a.media }],
  'media.removeUnused': (a) => [{ ids: [a.media] }],
  'media.remove': (a) => [{ id: a.media }],
  'metrics.accounts': (a) => [{ accountId: a.account }],
  'metrics.posts': (a) => [{ accountId: a.account }],
  'metrics.postSeries': (a) => [{ accountId: a.account, remoteId: a.remoteId }],
  'metrics.refresh': (a) => [{ accountId: a.account }],
  'metrics.mentions': (a) => [{ accountId: a.account }],
  'metrics.readHistory': (a) => [{ accountId: a.account }],
  'metrics.stopHistory': (a) => [{ accountId: a.account }],
  'metrics.importHistory': (a) => [
    { csv: 'date,likes\n2026-01-01,3\n', accountId: a.account, dryRun: false },
  ],
  'metrics.searchNetwork': (a) => [{ accountId: a.account, query: 'bread' }],
  'listening.removeCompetitor': (a) => [{ id: a.competitor }],
  'listening.restoreCompetitor': (a) => [{ id: a.competitor }],
  'listening.readCompetitor': (a) => [{ id: a.competitor }],
  'listening.comparison': (a) => [{ competitorId: a.competitor }],
  'listening.trends': (a) => [{ accountId: a.account }],
  'imports.preview': (a) => [{ fileName: 'a.csv', csv, accountIds: [a.account] }],
  'imports.apply': (a) => [{ fileName: 'a.csv', csv, accountIds: [a.account], token: 'token' }],
  'content.analyze': (a) => [{ platform: 'x', content: 'Hi.', accountId: a.account }],
  'audience.insights': (a) => [{ accountId: a.account }],
  'timing.best': (a) => [{ accountId: a.account }],
  'timing.backtest': (a) => [{ accountId: a.account }],
  'scripts.metrics': (a) => [{ platform: 'x', accountId: a.account }],
  'scripts.bestTimes': (a) => [{ platform: 'x', accountId: a.account }],
  'scripts.schedule': (a) => [
    { content: 'Hi.', platforms: ['x'], scheduledAt: '2027-03-01T09:00:00Z', accountIds: [a.account] },
  ],
};

const csvOf = ({ username }: Owned) => `text,accounts\nHello there,@${username}\n`;

/** What B asks without naming anything of A's by its id. */
const general: Readonly<Record<string, (a: Owned) => readonly object[]>> = {
  'system.health': () => [{}],
  'settings.workspace': () => [{}],
  'settings.updateWorkspace': () => [{ monthlyCapMicros: 5_000_000, slots: [] }],
  'settings.spending': () => [{}],
  'settings.testMediaHost': () => [{}],
  'workspaces.current': () => [{}],
  'accounts.list': () => [{}],
  'accounts.developerApp': () => [{ platform: 'x' }],
  'accounts.saveDeveloperApp': () => [{ platform: 'x', clientId: 'mine' }],
  'accounts.testDeveloperApp': () => [{ platform: 'x' }],
  'accounts.setEndpoints': () => [{ platform: 'x', endpoints: { api: 'http://127.0.0.1:2' } }],
  'posts.list': () => [{}, { state: 'draft' }, { state: 'done' }],
  'posts.slots': () => [{}],
  'posts.calendar': () => [{ from: 0, to: Date.UTC(2030, 0) }],
  'posts.atRisk': () => [{}],
  'posts.search': () => [{ query: 'planted' }, { query: 'bread' }],
  'planning.rules': () => [{}],
  'planning.updateRules': () => [{ accountGapMinutes: 45 }],
  'planning.categories': () => [{}],
  'planning.createCategory': () => [
    { name: 'Mine', color: '#112233', evergreen: false, minDaysBetween: 30, weeklyTarget: null },
  ],
  'planning.propose': () => [{ mode: 'fill_my_week', ...stretch }],
  'queue.list': () => [{ section: 'needs_me' }, { section: 'next' }, { section: 'done' }],
  'queue.counts': () => [{}],
  'queue.retryAll': () => [{}, { code: 'platform_refused' }],
  'queue.dropAll': () => [{}, { code: 'platform_refused' }],
  'queue.deadLetters': () => [{}],
  'queue.statistics': () => [{}],
  'queue.missed': () => [{}],
  'queue.decideMissed': () => [{ decision: 'publish_now' }, { decision: 'drop' }],
  'recurrences.list': () => [{}],
  'recurrences.preview': () => [weekly],
  'experiments.list': () => [{}],
  'content.measure': () => [{ platform: 'x', text: 'Hello.' }],
  'content.analyze': () => [{ platform: 'x', content: 'Hello, bread.' }],
  'content.optimize': () => [{ platform: 'x', content: 'Hello, bread.' }],
  'media.list': () => [{}, { query: 'loaf' }, { unused: true }],
  'media.shelves': () => [{}],
  'media.addFile': () => [{ path: '/nowhere/loaf.png' }],
  'metrics.accounts': () => [{ timeRange: '90d' }],
  'metrics.posts': () => [{ timeRange: '90d' }],
  'metrics.refresh': () => [{}],
  'metrics.mentions': () => [{}],
  'metrics.histories': () => [{}],
  'learning.quality': () => [{}],
  'metrics.undoImport': () => [{ importedAt: 1 }],
  'learning.retrain': () => [{}],
  'listening.networks': () => [{}],
  'listening.competitors': () => [{}],
  'listening.addCompetitor': () => [{ platform: 'x', handle: 'tobi_repairs' }],
  'listening.comparison': () => [{ range: '90d' }],
  'listening.trends': () => [{}, { platform: 'x' }],
  'listening.readTrends': () => [{ platform: 'x', agreedMicros: 1_000_000 }],
  'imports.preview': (a) => [{ fileName: 'a.csv', csv: csvOf(a) }],
  'scripts.connect': () => [{ platform: 'x' }, { platform: 'x', authCode: 'code', state: 'state' }],
  'scripts.metrics': () => [{}, { platform: 'x' }],
  'scripts.bestTimes': () => [{ platform: 'x' }],
  'scripts.schedule': () => [{ content: 'Hi.', platforms: ['x'], scheduledAt: '2027-03-01T09:00:00Z' }],
};

/** All that one workspace has, in whichever table. */
function rowsOf(file: Database.Database, workspaceId: string): string {
  const tables = z
    .array(z.object({ name: z.string() }))
    .parse(file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all());
  const own = { workspace: 'id = :workspaceId' };
  const accounts = 'IN (SELECT id FROM account WHERE workspace_id = :workspaceId)';
  const conditions = [
    ['workspace_id', 'workspace_id = :workspaceId'],
    ['account_id', `account_id ${accounts}`],
    ['scope_id', `scope_id ${accounts}`],
  ] as const;
  const found = tables.flatMap(({ name }) => {
    const columns = z
      .array(z.object({ name: z.string() }))
      .parse(file.prepare(`SELECT name FROM pragma_table_info(?)`).all(name))
      .map((column) => column.name);
    const where =
      name === 'workspace' ? own.workspace : conditions.find(([column]) => columns.includes(column))?.[1];
    if (where === undefined) return [];
    return [[name, file.prepare(`SELECT * FROM ${name} WHERE ${where}`).all({ workspaceId })] as const];
  });
  return JSON.stringify(found, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
}

/** What stands at a path such as `parts.media.id`, through lists. */
function at(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => at(one, path));
  const [first, ...rest] = path;
  if (first === undefined) return [value];
  return typeof value === 'object' && value !== null ? at(Reflect.get(value, first), rest) : [];
}

async function startTwo() {
  const world = await startWorld();
  const a = await fill(world);
  const { client } = world;
  await client.settings.updateWorkspace({ workspaceId: a.workspaceId, monthlyCapMicros: 77_777_777 });
  const made = await client.workspaces.create({ name: 'B', timeZone: 'UTC' });
  const nowhere = 'http://127.0.0.1:1';
  await client.accounts.setEndpoints({
    workspaceId: made.id,
    platform: 'x',
    endpoints: { authorize: nowhere, token: nowhere, revoke: nowhere, api: nowhere, upload: nowhere },
  });
  const draft = await client.posts.create({ workspaceId: made.id, parts, accountIds: [], labels: [] });
  const b: Stranger = { workspaceId: made.id, draft: draft.id };
  const file = new Database(join(world.directory, 'data', 'ocma.db'), { readonly: true });
  onTestFinished(() => void file.close());

  const dump = (): string => rowsOf(file, a.workspaceId);
  /** What became of a call by B: its answer or its error, as far as either crosses. */
  const ask = async (name: string, input: object): Promise<{ code: string; told: string }> => {
    const [part = '', procedure = ''] = name.split('.');
    const served: unknown = Reflect.get(Reflect.get(client, part), procedure);
    if (typeof served !== 'function') throw new Error(`There is no ${name}.`);
    try {
      const answer: unknown = await served({ ...input, workspaceId: b.workspaceId });
      return { code: 'answered', told: JSON.stringify(answer) };
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error;
      return { code: String(error.code), told: JSON.stringify(error) };
    }
  };
  return { a, b, dump, ask };
}

test('every procedure that takes an id is scoped to a workspace and tried here', () => {
  const taking = procedures.filter(({ ids, name }) => ids.length > 0 && name !== 'workspaces.update');
  expect(taking.length).toBeGreaterThan(30);
  expect(taking.filter(({ scoped }) => !scoped)).toEqual([]);
  expect(Object.keys(foreign).toSorted()).toEqual(taking.map(({ name }) => name).toSorted());
  const rest = procedures.filter(({ scoped, ids }) => scoped && ids.length === 0).map(({ name }) => name);
  expect(Object.keys(general)).toEqual(expect.arrayContaining(rest));
});

test(
  'what belongs to one workspace is not there for another, and stays as it was',
  { timeout: longest },
  async () => {
    const { a, b, dump, ask } = await startTwo();
    const before = dump();
    const mine = new Set<unknown>(Object.values(a));
    for (const id of mine) expect(before).toContain(id);
    const wrong: string[] = [];
    for (const { name, ids } of procedures) {
      const inputs = foreign[name]?.(a, b) ?? [];
      for (const path of inputs.length === 0 ? [] : ids) {
        const tried = inputs.some((input) => at(input, path.split('.')).some((value) => mine.has(value)));
        if (!tried) wrong.push(`${name}: nobody tries ${path}`);
      }
      for (const input of inputs) {
        const { code, told } = await ask(name, input);
        // What is not in the library, or not a post here, is a line of the answer.
        const says = name === 'posts.preflight' && at(input, ['accountIds']).length === 0;
        if (code !== 'not_found' && !says)
          wrong.push(`${name} ${JSON.stringify(input)}: ${code} ${told.slice(0, 300)}`);
        if (dump() !== before) throw new Error(`${name} ${JSON.stringify(input)} has changed what is A’s.`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test(
  'what one workspace is told and does at large holds nothing of another’s',
  { timeout: longest },
  async () => {
    const { a, b, dump, ask } = await startTwo();
    const { workspaceId, username, ...ids } = a;
    const planted = [...Object.values(ids), workspaceId, '77777777', 'Planted', 'A draft of mine'];
    const before = dump();
    expect(before).toContain('Planted');
    const wrong: string[] = [];
    for (const [name, inputsOf] of Object.entries(general)) {
      for (const input of inputsOf(a)) {
        const { code, told } = await ask(name, input);
        if (code === 'invalid_input' || code === 'internal') wrong.push(`${name}: ${code} ${told}`);
        for (const word of [...planted, ...(name.startsWith('imports.') ? [] : [username])])
          if (told.includes(word)) wrong.push(`${name} ${JSON.stringify(input)} tells ${word}: ${told}`);
        if (dump() !== before) throw new Error(`${name} ${JSON.stringify(input)} has changed what is A’s.`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await ask('posts.get', { id: b.draft })).code).toBe('answered');
  },
);
