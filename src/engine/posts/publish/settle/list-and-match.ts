import type { RemotePost } from '../../../platforms/reading.ts';
import { clockSlackMs, requestLivesMs } from '../../../platforms/settling.ts';
import { mediaOf } from '../../ledger/delivery-row.ts';
import { isTaken } from '../../ledger/parts.ts';
import { nearestPosts } from '../evidence.ts';
import { countSinceSend } from './history.ts';
import { isOlder } from './known-before.ts';
import { afterFailedReading } from './verdict.ts';
import type { OpenSend, Verdict } from './verdict.ts';

const readLimit = 100;
/** Between two readings, in milliseconds. */
const leastApartMs = 10_000;

/**
 * Reads the account's own posts at its times after the send and matches. Finding proves that it is out; not finding is
 * evidence, never proof: a request in flight can land late and listings lag. A reading that fails does not count.
 */
export async function byList(
  send: OpenSend,
  means: { readonly readsAfterMs: readonly number[] },
): Promise<Verdict> {
  const done = countSinceSend(send, 'looked', 'list_and_match');
  const wait = means.readsAfterMs[done];
  if (wait === undefined) return { kind: 'cannot_tell' };
  const { clock } = send.deps.ports;
  if (clock.now() < send.sendingAt + wait) return { kind: 'wait', at: send.sendingAt + wait };
  const verdict = await readList(send);
  const next = means.readsAfterMs[done + 1];
  if (verdict.kind !== 'cannot_tell' || verdict.failure !== undefined || next === undefined) return verdict;
  // Readings that are late, for the app was closed, are still some time apart: lists lag.
  return { ...verdict, kind: 'wait', at: Math.max(send.sendingAt + next, clock.now() + leastApartMs) };
}

/** Reads the list once. */
export async function readList(send: OpenSend): Promise<Verdict> {
  const { to, part, since } = send;
  const list = await to.platform.api.ownPosts(to.http, to.target.ref, {
    since: since - clockSlackMs,
    limit: readLimit,
  });
  if (!list.ok) return afterFailedReading(send, list.failure, 'give_up');
  const fitting = fittingPosts(send, list.data);
  const twins = twinsOf(send).filter((twin) => fitting.some((post) => isInWindow(post, twin)));
  // As many posts as sends that may have made them: each has its own. Fewer, and nobody can say whose they are.
  const found = fitting.length > twins.length ? ownOf(send, fitting) : undefined;
  const looked = {
    means: 'list_and_match',
    found: found !== undefined,
    seen: list.data.length,
    ...(found === undefined && fitting.length > 0 ? { ambiguous: true } : {}),
    nearest: nearestPosts(list.data, part.sendingAt ?? since),
  };
  return found === undefined
    ? { kind: 'cannot_tell', looked }
    : { kind: 'present', how: 'found', remoteId: found.remoteId, url: found.url, looked };
}

interface Window {
  readonly since: number;
  readonly madeBy: number;
}

/** The times between which a send can have made a post, by the clocks of two machines. */
function isInWindow(post: RemotePost, { since, madeBy }: Window): boolean {
  return (
    post.publishedAt >= since - clockSlackMs && post.publishedAt <= madeBy + requestLivesMs + clockSlackMs
  );
}

function fittingPosts(send: OpenSend, posts: readonly RemotePost[]): readonly RemotePost[] {
  const { deps, to, part, since } = send;
  const sent = {
    text: part.text,
    inReplyTo: part.inReplyTo,
    sendingAt: since,
    mediaCount: mediaOf(part).length,
  };
  return posts.filter(
    (post) =>
      isInWindow(post, send) &&
      to.platform.api.matches(sent, post) &&
      !isTaken(deps.ledger, part, post.remoteId) &&
      !isOlder(send, post.remoteId),
  );
}

/**
 * Other sends of the same words to the same account whose fate nobody knows, also where the user had them sent again and
 * the second one is known: a post that fits may be theirs.
 */
function twinsOf({ deps, part }: OpenSend): readonly Window[] {
  return deps.ledger.db
    .sql<Window>(`SELECT coalesce(doubted_since, sending_at) AS since, max(coalesce(sending_at, doubted_since), coalesce(publish_at, 0)) AS madeBy FROM delivery_part
      WHERE account_id = :accountId AND id <> :id AND text = :text AND (in_reply_to IS :inReplyTo OR sending_at IS NULL)
        AND ((state IN ('unknown', 'dropped') AND sending_at IS NOT NULL) OR doubted_since IS NOT NULL)`)
    .all({ accountId: part.accountId, id: part.id, text: part.text, inReplyTo: part.inReplyTo });
}

/** Of several that fit, the first one after the send; else the last one before it, as clocks differ. */
function ownOf({ since }: OpenSend, fitting: readonly RemotePost[]): RemotePost | undefined {
  const inOrder = fitting.toSorted((left, right) => left.publishedAt - right.publishedAt);
  return inOrder.find((post) => post.publishedAt >= since) ?? inOrder.at(-1);
}
