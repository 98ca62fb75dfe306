import type { WorkspaceId } from '../../../src/shared/models/ids.ts';
import { tested } from './owned.ts';
import type { Owned } from './owned.ts';

/** What workspace B has. */
export interface Stranger {
  readonly workspaceId: WorkspaceId;
  readonly draft: string;
}

/** The text of somebody else. */
export const parts = [{ text: 'Not mine.', media: [] }];
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
export const foreign: Readonly<Record<string, (a: Owned, b: Stranger) => readonly object[]>> = {
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
  'posts.slots': (a) => [{ accountIds: [a.account] }],
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
  'recurrences.preview': (a) => [{ ...weekly, accountIds: [a.account] }],
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
  'metrics.takeHistory': (a) => [{ csv: 'date,likes\n2026-01-01,3\n', accountId: a.account, dryRun: false }],
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
  'audience.followers': (a) => [{ accountId: a.account }],
  'audience.setZone': (a) => [{ accountId: a.account, zone: 'Asia/Tokyo' }],
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
export const general: Readonly<Record<string, (a: Owned) => readonly object[]>> = {
  'system.health': () => [{}],
  'settings.workspace': () => [{}],
  'settings.updateWorkspace': () => [{ monthlyCapMicros: 5_000_000, slots: [] }],
  'settings.spending': () => [{}],
  'settings.testMediaHost': () => [{}],
  'settings.testModel': () => [{}],
  'workspaces.current': () => [{}],
  'accounts.list': () => [{}],
  'accounts.developerApp': () => [{ platform: 'x' }],
  'accounts.saveDeveloperApp': () => [{ platform: 'x', clientId: 'mine' }],
  'accounts.testDeveloperApp': () => [{ platform: 'x' }],
  'accounts.setEndpoints': () => [{ platform: 'x', endpoints: { api: 'http://127.0.0.1:2' } }],
  'posts.list': () => [{}, { state: 'draft' }, { state: 'done' }],
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
  'learning.stop': () => [{}],
  'listening.networks': () => [{}],
  'listening.competitors': () => [{}],
  'listening.addCompetitor': () => [{ platform: 'x', handle: 'tobi_repairs' }],
  'listening.comparison': () => [{ range: '90d' }],
  'listening.trends': () => [{}, { platform: 'x' }],
  'listening.readTrends': () => [{ platform: 'x', agreedMicros: 1_000_000 }],
  'listening.setTrendPlace': () => [{ platform: 'x', place: 'DE' }],
  'imports.preview': (a) => [{ fileName: 'a.csv', csv: csvOf(a) }],
  'scripts.connect': () => [{ platform: 'x' }, { platform: 'x', authCode: 'code', state: 'state' }],
  'scripts.metrics': () => [{}, { platform: 'x' }],
  'scripts.bestTimes': () => [{ platform: 'x' }],
  'scripts.schedule': () => [{ content: 'Hi.', platforms: ['x'], scheduledAt: '2027-03-01T09:00:00Z' }],
};
