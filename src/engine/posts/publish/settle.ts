import type { AccountHttp, Failure } from '../../http/call.ts';
import type { Platform, RemotePost } from '../../platforms/platform.ts';
import type { Outcome } from '../../queue/outcome.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { mediaOf } from '../ledger/delivery-row.ts';
import { markSent } from '../ledger/parts.ts';
import { record } from '../ledger/transitions.ts';
import { outcomeOf } from '../../queue/failure-outcome.ts';
import type { PublishDeps } from './publish-deps.ts';
import type { Target } from './target.ts';

/** How far back of the send the list is read, in milliseconds: clocks of two machines differ. */
const clockSlackMs = 60_000;
const readLimit = 100;

/** `settled`: the part is sent. Otherwise what the job shall do next. */
export type Settlement = { readonly settled: true } | { readonly settled: false; readonly outcome: Outcome };

/**
 * Finds out what became of a part whose answer was lost, by reading the account's own posts and matching. Finding it
 * proves that it is out. Not finding it is evidence, never proof: a request in flight can land late and listings lag.
 * After the last reading the outcome is `unknown`, and only the user's word counts.
 */
export async function settle(
  deps: PublishDeps,
  target: Target,
  platform: Platform,
  http: AccountHttp,
  part: PartRow,
): Promise<Settlement> {
  const { ports } = deps;
  const sendingAt = part.sendingAt ?? ports.clock.now();
  const readsAfterMs = readsOf(platform);
  const done = readingsSince(deps, part, sendingAt);
  const wait = readsAfterMs[done];
  if (wait === undefined) return stillUnknown();
  if (ports.clock.now() < sendingAt + wait) return notYet(sendingAt + wait);

  const looked = await lookFor(deps, target, platform, http, part);
  if (!looked.ok) {
    const outcome = outcomeOf(looked.failure, ports.clock.now());
    // Without access nobody can look; the user can.
    if (outcome.kind === 'auth' || outcome.kind === 'rejected') return stillUnknown();
    return outcome.kind === 'retry'
      ? notYet(Math.max(outcome.retryAt ?? 0, ports.clock.now() + 60_000))
      : { settled: false, outcome };
  }
  if (looked.found) return { settled: true };
  const next = readsAfterMs[done + 1];
  return next === undefined ? stillUnknown() : notYet(sendingAt + next);
}

/** Reads the account's own posts once and writes down what was seen; a post that matches settles the part as sent. */
export async function lookFor(
  deps: Pick<PublishDeps, 'ledger'>,
  target: Target,
  platform: Platform,
  http: AccountHttp,
  part: PartRow,
): Promise<{ ok: true; found: boolean } | { ok: false; failure: Failure }> {
  const { ledger } = deps;
  const sendingAt = part.sendingAt ?? ledger.clock.now();
  const list = await platform.api.ownPosts(http, target.ref, {
    since: sendingAt - clockSlackMs,
    limit: readLimit,
  });
  if (!list.ok) return list;
  const found = matchOf(deps, platform, part, sendingAt, list.data);
  ledger.db.write(() => {
    record(
      ledger,
      { workspaceId: part.workspaceId, id: part.deliveryId },
      {
        kind: 'looked',
        actor: 'publisher',
        details: { part: part.position, found: found !== undefined, seen: list.data.length },
      },
    );
    if (found !== undefined) markSent(ledger, part, found, { actor: 'publisher', how: 'found' });
  });
  return { ok: true, found: found !== undefined };
}

export function readsOf(platform: Platform): readonly number[] {
  return platform.settle.find((means) => means.kind === 'list_and_match')?.readsAfterMs ?? [];
}

function matchOf(
  deps: Pick<PublishDeps, 'ledger'>,
  platform: Platform,
  part: PartRow,
  sendingAt: number,
  posts: readonly RemotePost[],
): RemotePost | undefined {
  const sent = { text: part.text, inReplyTo: part.inReplyTo, sendingAt, mediaCount: mediaOf(part).length };
  const taken = deps.ledger.db.sql(
    `SELECT 1 FROM delivery_part WHERE account_id = :accountId AND remote_id = :remoteId`,
  );
  // Oldest first: of two that fit, the one nearer to the send is ours.
  return posts
    .toSorted((left, right) => left.publishedAt - right.publishedAt)
    .find(
      (post) =>
        platform.api.matches(sent, post) &&
        taken.get({ accountId: part.accountId, remoteId: post.remoteId }) === undefined,
    );
}

function readingsSince(deps: PublishDeps, part: PartRow, sendingAt: number): number {
  const row = deps.ledger.db
    .sql<{ readings: number }>(`SELECT count(*) AS readings FROM delivery_event
      WHERE workspace_id = :workspaceId AND delivery_id = :deliveryId AND kind = 'looked' AND at >= :sendingAt AND details ->> '$.part' = :position`)
    .get({ workspaceId: part.workspaceId, deliveryId: part.deliveryId, sendingAt, position: part.position });
  return row?.readings ?? 0;
}

function notYet(at: number): Settlement {
  return {
    settled: false,
    outcome: {
      kind: 'later',
      at,
      code: 'settling',
      detail: 'The answer was lost; looking whether the post arrived.',
    },
  };
}

function stillUnknown(): Settlement {
  return {
    settled: false,
    outcome: {
      kind: 'unknown',
      code: 'unknown_outcome',
      detail: 'The answer was lost and the post was not found in the account’s list.',
    },
  };
}
