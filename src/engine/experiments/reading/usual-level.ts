import type { ExperimentMeasure } from '../../../shared/models/experiment.ts';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { ExperimentDeps } from '../experiment-deps.ts';
import { valueOf } from '../statistics/post-value.ts';
import type { PostValue } from '../statistics/post-value.ts';
import { meanOf } from '../statistics/spread.ts';
import { readingAtAge, readingsOf } from './at-age.ts';

/** A post outside the test, with its worth on the test's scale. */
export interface PastPost extends PostValue {
  readonly publishedAt: number;
}

/** How many posts of an account are looked at, the newest. */
const mostPast = 100;
/** A level rests on so many posts before the one that is compared. */
const levelPosts = 30;
/** With fewer posts an account has no usual level. */
export const fewestPast = 5;
/** From so many posts on, readings of the same age are preferred to what a post came to in all. */
const fewestAtAge = 10;

interface Asked {
  readonly workspaceId: WorkspaceId;
  readonly measure: ExperimentMeasure;
  readonly ageMs: number;
  /** Posts of this test are left out; null for a test that is not there yet. */
  readonly experimentId: string | null;
  /** Nothing younger is looked at. */
  readonly until: number;
}

/**
 * What the accounts posted outside the test, oldest first: as it was at the age of the test where there are enough such
 * readings of every account, else what each post came to. The two are never mixed, since they differ in level.
 */
export function pastPosts(
  deps: ExperimentDeps,
  accountIds: readonly AccountId[],
  asked: Asked,
): ReadonlyMap<AccountId, readonly PastPost[]> {
  const read = accountIds.map((accountId) => ({ accountId, ...pastOf(deps, accountId, asked) }));
  const sameAge = read.every(({ atAge }) => atAge.length >= fewestAtAge);
  return new Map(read.map(({ accountId, atAge, inAll }) => [accountId, sameAge ? atAge : inAll]));
}

function pastOf(deps: ExperimentDeps, accountId: AccountId, asked: Asked) {
  const { workspaceId, measure, ageMs, experimentId, until } = asked;
  const rows = deps.db
    .sql<{ id: string; publishedAt: number }>(
      `SELECT r.id, r.published_at AS publishedAt FROM remote_post r
       WHERE r.workspace_id = :workspaceId AND r.account_id = :accountId AND r.gone = 0 AND r.in_reply_to IS NULL AND r.published_at <= :until
         AND NOT EXISTS (SELECT 1 FROM experiment_post e WHERE e.post_id = r.post_id AND e.experiment_id = :experimentId)
       ORDER BY r.published_at DESC LIMIT :mostPast`,
    )
    .all({ workspaceId, accountId, experimentId: experimentId ?? '', until, mostPast })
    .toReversed();
  const readings = readingsOf(
    deps,
    workspaceId,
    rows.map(({ id }) => id),
  );
  const atAge: PastPost[] = [];
  const inAll: PastPost[] = [];
  for (const { id, publishedAt } of rows) {
    const own = readings.get(id) ?? [];
    const last = own.at(-1);
    for (const [list, reading] of [
      [atAge, readingAtAge(own, publishedAt, ageMs)],
      [inAll, last !== undefined && last.at >= publishedAt + ageMs ? last : undefined],
    ] as const) {
      if (reading === undefined || reading.at > until) continue;
      const { values } = reading;
      const value = valueOf(measure, {
        engagements: deps.engagementsOf(values),
        impressions: values.impressions ?? null,
      });
      if (value !== null) list.push({ ...value, publishedAt });
    }
  }
  return { atAge, inAll };
}

/** What was to be expected of a post at an instant: the mean of those before it. Null with fewer than five. */
export function levelAt(past: readonly PastPost[], at: number): number | null {
  const before = past.filter(({ publishedAt }) => publishedAt < at).slice(-levelPosts);
  return before.length < fewestPast ? null : meanOf(before.map(({ value }) => value));
}
