import { OcmaError } from '../../shared/errors.ts';
import type { Benchmark, ComparedNetwork, Posting } from '../../shared/models/listening.ts';
import type { CompetitorId, WorkspaceId } from '../../shared/models/ids.ts';
import type { TimeRange } from '../../shared/models/metric.ts';
import { postsOf } from './competitor-posts.ts';
import { findCompetitor, listCompetitors } from './competitor-store.ts';
import type { CompetitorRow } from './competitor-store.ts';
import type { ListeningDeps } from './listening-deps.ts';
import { ownKnownSince, ownPostsOf } from './own-posts.ts';
import { postingOf } from './posting-of.ts';
import { ownAccounts } from './reading-account.ts';
import type { OwnAccount } from './reading-account.ts';
import { medianOf } from './statistics.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const lengths: Readonly<Record<TimeRange, number>> = {
  '24h': dayMs,
  '7d': 7 * dayMs,
  '30d': 30 * dayMs,
  '90d': 90 * dayMs,
  '365d': 365 * dayMs,
};

interface Stretch {
  readonly workspaceId: WorkspaceId;
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** How the competitors of a workspace, or one of them, post beside the own accounts. Throws `not_found` for one of others. */
export function comparisonOf(
  deps: Pick<ListeningDeps, 'db' | 'ports'>,
  workspaceId: WorkspaceId,
  asked: { readonly competitorId?: CompetitorId | undefined; readonly range: TimeRange },
): { from: number; to: number; timeZone: string; networks: ComparedNetwork[] } {
  const { db } = deps;
  const to = deps.ports.clock.now();
  const stretch = { workspaceId, from: to - lengths[asked.range], to, timeZone: zoneOf(deps, workspaceId) };
  const wanted =
    asked.competitorId === undefined
      ? listCompetitors(db, workspaceId)
      : [oneCompetitor(deps, workspaceId, asked.competitorId)];
  const accounts = ownAccounts(db, workspaceId);
  const networks = [...new Set(wanted.map(({ platform }) => platform))].map((platform): ComparedNetwork => {
    const competitors = wanted
      .filter((row) => row.platform === platform)
      .map((row) => competitorPosting(deps, row, stretch));
    return {
      platform,
      own: accounts
        .filter((account) => account.platform === platform)
        .map((account) => ownPosting(deps, account, stretch)),
      competitors,
      benchmark: benchmarkOf(competitors),
      published: null,
    };
  });
  const { from, timeZone } = stretch;
  return { from, to, timeZone, networks };
}

function oneCompetitor(
  { db }: Pick<ListeningDeps, 'db'>,
  workspaceId: WorkspaceId,
  id: CompetitorId,
): CompetitorRow {
  const row = findCompetitor(db, workspaceId, id);
  if (row === undefined || row.removedAt !== null) throw new OcmaError('not_found', { what: 'competitor' });
  return row;
}

function competitorPosting({ db }: Pick<ListeningDeps, 'db'>, row: CompetitorRow, stretch: Stretch): Posting {
  const { from } = stretch;
  return postingOf(
    {
      name: row.displayName,
      handle: row.handle,
      accountId: null,
      competitorId: row.id,
      profileUrl: row.profileUrl,
      followers: row.followers,
      since: row.knownSince === null ? null : Math.max(from, row.knownSince),
      readAt: row.readAt,
    },
    postsOf(db, row.workspaceId, row.id, from),
    // What came after the last reading is not known, and no sign of silence.
    { ...stretch, to: row.readAt ?? stretch.to },
  );
}

function ownPosting({ db }: Pick<ListeningDeps, 'db'>, account: OwnAccount, stretch: Stretch): Posting {
  const { workspaceId, from } = stretch;
  const posts = ownPostsOf(db, workspaceId, account.id, from);
  const knownSince = ownKnownSince(db, workspaceId, account.id);
  return postingOf(
    {
      name: account.displayName,
      handle: account.username,
      accountId: account.id,
      competitorId: null,
      profileUrl: account.profileUrl,
      followers: account.followers,
      since: knownSince === null ? null : Math.max(from, knownSince),
      readAt: posts.reduce<number | null>(
        (newest, { measuredAt }) => (measuredAt === null ? newest : Math.max(newest ?? 0, measuredAt)),
        null,
      ),
    },
    posts,
    stretch,
  );
}

/** The medians over those competitors that have numbers. */
function benchmarkOf(competitors: readonly Posting[]): Benchmark | null {
  const known = competitors.filter(({ postsPerWeek }) => postsPerWeek !== null);
  if (known.length === 0) return null;
  const middle = (of: (posting: Posting) => number | undefined): number | null => {
    const values = known.map(of).filter((value) => value !== undefined);
    return values.length === 0 ? null : medianOf(values);
  };
  return {
    competitors: known.length,
    postsPerWeek: middle(({ postsPerWeek }) => postsPerWeek?.value),
    engagement: middle(({ engagement }) => engagement?.value),
    perThousandFollowers: middle(({ perThousandFollowers }) => perThousandFollowers?.value),
  };
}

function zoneOf({ db }: Pick<ListeningDeps, 'db'>, workspaceId: WorkspaceId): string {
  const row = db
    .sql<{ timeZone: string }>(`SELECT time_zone AS timeZone FROM workspace WHERE id = :workspaceId`)
    .get({ workspaceId });
  return row?.timeZone ?? 'UTC';
}
