import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { platformName } from '../models/account.ts';
import { accountId } from '../models/ids.ts';
import { accountSummary, measuredPost, metricSeries, timeRange } from '../models/metric.ts';
import { instant, timeZone } from '../models/time.ts';
import { procedure, scope } from './base.ts';
import { importProblem } from './imports.ts';

/** How far back an account's own posts have been read. */
export const accountHistory = z.object({
  accountId,
  /** `asks`: it costs, and nobody has said yes. `none`: the network does not tell older posts. */
  state: z.enum(['asks', 'reading', 'stopped', 'done', 'none']),
  posts: z.int(),
  oldestAt: instant.nullable(),
  /** What reading a hundred more costs at most, in micro-dollars. */
  costOfHundredMicros: z.int(),
});

/** What a column of a file of past posts may hold. */
export const historyColumn = z.enum([
  'platform',
  'account',
  'publishedAt',
  'timeZone',
  'text',
  'type',
  'impressions',
  'likes',
  'comments',
  'shares',
  'clicks',
]);
export type HistoryColumn = z.infer<typeof historyColumn>;
/** Which column of the file holds what, by its name in the first line. */
export const historyColumns = z.partialRecord(historyColumn, z.string());
export type HistoryColumns = z.infer<typeof historyColumns>;

const historyImport = z.object({
  dryRun: z.boolean(),
  headers: z.array(z.string()),
  columns: historyColumns,
  rows: z.int(),
  /** Rows that are good and new. */
  ready: z.int(),
  /** Rows that are here from an earlier import, or twice in the file. */
  already: z.int(),
  bad: z.int(),
  imported: z.int(),
  /** Names this import, to take it back; null where nothing was taken. */
  importedAt: instant.nullable(),
  /** Up to 500 of them, in the order of the lines. */
  problems: z.array(importProblem),
});
export type HistoryImport = z.infer<typeof historyImport>;

/** How far an import is, and its result as the last word. */
const historyImportEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taking'), taken: z.int(), of: z.int() }),
  z.object({ kind: z.literal('done'), result: historyImport }),
]);
export type HistoryImportEvent = z.infer<typeof historyImportEvent>;

const historyRequest = scope.extend({
  csv: z.string().max(50_000_000),
  dryRun: z.boolean().default(true),
  /** What was chosen last for a file with the same first line, else what its names suggest. */
  columns: historyColumns.optional(),
  /** The account of all rows; without it rows name theirs, or there is one that fits. */
  accountId: accountId.optional(),
  /** Of dates without an offset, where no column says; the workspace's by default. */
  timeZone: timeZone.optional(),
  /** Take the good rows and leave out the others. Without it one problem stops all. */
  skipProblems: z.boolean().default(false),
});

const about = scope.extend({
  platform: platformName.optional(),
  accountId: accountId.optional(),
  timeRange: timeRange.default('7d'),
});

export const metricsContract = {
  accounts: procedure
    .route({ method: 'GET', path: '/metrics/accounts' })
    .input(about)
    .output(z.object({ from: instant, to: instant, accounts: z.array(accountSummary) })),
  posts: procedure
    .route({ method: 'GET', path: '/metrics/posts' })
    .input(
      about.extend({
        sort: z.enum(['newest', 'impressions', 'engagement']).default('newest'),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(measuredPost)),
  postSeries: procedure
    .route({ method: 'GET', path: '/metrics/posts/series' })
    .input(scope.extend({ accountId, remoteId: z.string() }))
    .output(z.object({ post: measuredPost, series: z.array(metricSeries) })),
  /** Reads the numbers anew, soon; costs what the network charges for reading. */
  refresh: procedure
    .route({ method: 'POST', path: '/metrics/refresh' })
    .input(scope.extend({ accountId: accountId.optional() }))
    .output(z.object({ queued: z.int(), costMicros: z.int() })),
  mentions: procedure
    .route({ method: 'GET', path: '/mentions' })
    .input(scope.extend({ accountId: accountId.optional(), limit: z.int().min(1).max(200).default(50) }))
    .output(
      z.array(
        z.object({
          accountId,
          remoteId: z.string(),
          author: z.string(),
          authorName: z.string(),
          text: z.string(),
          at: instant,
          url: z.string().nullable(),
          kind: z.enum(['mention', 'comment', 'reply', 'quote', 'found']),
          /** The own post that it stands under, by the network's id. */
          onPost: z.string().nullable(),
        }),
      ),
    ),
  /** How far back each account's own posts have been read, and what the rest costs where the network charges for it. */
  histories: procedure
    .route({ method: 'GET', path: '/metrics/histories' })
    .input(scope)
    .output(z.array(accountHistory)),
  /** Reads older posts, page by page in the background; up to `most` in all, or as far back as the network allows. */
  readHistory: procedure
    .route({ method: 'POST', path: '/metrics/histories/{accountId}/read' })
    .input(scope.extend({ accountId, most: z.int().min(1).max(100_000).optional() }))
    .output(accountHistory),
  stopHistory: procedure
    .route({ method: 'POST', path: '/metrics/histories/{accountId}/stop' })
    .input(scope.extend({ accountId }))
    .output(accountHistory),
  /**
   * Takes past posts with what they earned out of a CSV file: platform, published at, text, type, impressions, likes,
   * comments, shares, clicks. A dry run, the default, says which column is taken for what and names each bad line.
   */
  importHistory: procedure
    .route({ method: 'POST', path: '/metrics/histories/import' })
    .input(historyRequest)
    .output(historyImport),
  /** The same, told as it goes; closing the stream takes out again what was taken. */
  takeHistory: procedure
    .route({ method: 'POST', path: '/metrics/histories/import/stream' })
    .input(historyRequest)
    .output(eventIterator(historyImportEvent)),
  /** Takes an import of past posts back; the rows can be imported again. */
  undoImport: procedure
    .route({ method: 'POST', path: '/metrics/histories/undo' })
    .input(scope.extend({ importedAt: instant }))
    .output(z.object({ removed: z.int() })),
  /** Public posts that hold these words, as the network of this account finds them. Refused where it offers no search. */
  searchNetwork: procedure
    .route({ method: 'GET', path: '/metrics/search' })
    .input(
      scope.extend({
        accountId,
        query: z.string().trim().min(1).max(200),
        limit: z.int().min(1).max(100).default(25),
      }),
    )
    .output(
      z.array(
        z.object({
          remoteId: z.string(),
          author: z.string(),
          authorName: z.string(),
          text: z.string(),
          at: instant,
          url: z.string().nullable(),
        }),
      ),
    ),
};
