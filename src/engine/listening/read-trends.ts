import type { NetworkTrends } from '../../shared/models/listening.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Platform } from '../platforms/platform.ts';
import { trendsReading } from './costs.ts';
import type { ListeningDeps } from './listening-deps.ts';
import { readingAccount } from './reading-account.ts';
import { findTrends, storeTrends } from './trend-store.ts';
import { troubleOf } from './trouble.ts';

/** A free list is read anew when it is so old, in milliseconds. */
const freshMs = 60 * 60_000;

/**
 * What a network reports as rising: the list that is known, read anew first where `ask` says so and it may be. A reading that fails
 * leaves the old list, with the reason beside it.
 */
export async function trendsOf(
  deps: ListeningDeps,
  workspaceId: WorkspaceId,
  platform: Platform,
  { place, ask }: { readonly place: string | null; readonly ask: 'when_old_and_free' | 'now' },
): Promise<NetworkTrends> {
  const { db, ports } = deps;
  const account = readingAccount(db, workspaceId, platform.name);
  const reading = trendsReading(platform, account);
  const known = findTrends(db, workspaceId, platform.name, place);
  const answer = (trouble: string | null): NetworkTrends => {
    const now = findTrends(db, workspaceId, platform.name, place);
    return {
      platform: platform.name,
      reading,
      place,
      places: [...(platform.trendPlaces?.countries ?? [])],
      everywhere: platform.trendPlaces?.usual === null,
      trends: now?.trends ?? [],
      readAt: now?.readAt ?? null,
      trouble,
    };
  };
  const { trends } = platform.api;
  if (trends === undefined || account === undefined || reading.kind !== 'reads') return answer(null);
  const isOld = known === undefined || ports.clock.now() - known.readAt >= freshMs;
  if (ask === 'when_old_and_free' && (reading.costMicros > 0 || !isOld)) return answer(null);
  const result = await trends(deps.httpOf(account.id), account.ref, place);
  if (!result.ok) return answer(troubleOf(deps, workspaceId, platform, result.failure.code));
  db.write(() => {
    const of = { workspaceId, platform: platform.name, place };
    storeTrends(db, of, result.data, ports.clock.now());
  });
  return answer(null);
}
