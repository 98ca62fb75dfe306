import { z } from 'zod';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { Failure } from '../../http/call.ts';
import type { RemotePost } from '../../platforms/reading.ts';
import { mediaOf, partsOf } from '../ledger/delivery-row.ts';
import type { PartRow } from '../ledger/delivery-row.ts';

/** So many of the account's posts around the time of a send are kept with each reading. */
const keptPosts = 5;
const keptCharacters = 280;

/** What is kept of a failure in a delivery's history: status, code and the network's own words, which hold no secrets. */
export function failureEvidence(part: Pick<PartRow, 'position'>, failure: Failure): Record<string, unknown> {
  const { code, detail, status, reach, existingId } = failure;
  return {
    part: part.position,
    code,
    detail,
    status,
    reach,
    ...(existingId === undefined ? {} : { existingId }),
  };
}

const nearPost = z.object({
  text: z.string(),
  url: z.string().nullable(),
  at: z.int(),
  mediaCount: z.int().nullable(),
});
/** A post of the account near the time of an unclear send, as the network showed it. */
export type NearPost = z.infer<typeof nearPost>;

/** The posts nearest to an instant, in the order of their times. */
export function nearestPosts(posts: readonly RemotePost[], at: number): NearPost[] {
  const away = (post: RemotePost) => Math.abs(post.publishedAt - at);
  return posts
    .toSorted((left, right) => away(left) - away(right))
    .slice(0, keptPosts)
    .toSorted((left, right) => left.publishedAt - right.publishedAt)
    .map((post) => ({
      text: post.text.slice(0, keptCharacters),
      url: post.url,
      at: post.publishedAt,
      mediaCount: post.mediaCount ?? null,
    }));
}

const reading = z.object({
  part: z.int(),
  found: z.boolean().default(false),
  means: z.string().default('list_and_match'),
  /** What a probe said; null for a list. */
  said: z.string().nullable().default(null),
  /** How many posts the list held; null for a probe. */
  seen: z.int().nullable().default(null),
  /** The post could be this one or another of the same words that is open too. */
  ambiguous: z.boolean().default(false),
  nearest: z.array(nearPost).default([]),
});
const failed = z.object({
  part: z.int(),
  code: z.string(),
  detail: z.string().default(''),
  status: z.int().nullable().default(null),
  reach: z.string().nullable().default(null),
});

/** What is known of a send whose fate is open. */
export interface SendEvidence {
  readonly part: number;
  readonly sent: {
    readonly text: string;
    readonly mediaCount: number;
    /** Epoch ms. */
    readonly at: number;
    /** The first such send, where it was sent again since; epoch ms. */
    readonly firstAt: number;
  };
  /** Each look at the network since the send, oldest first. The last one shows what is there now. */
  readonly readings: readonly (Omit<z.infer<typeof reading>, 'part'> & { readonly at: number })[];
  /** What the network or the way to it answered, oldest first. */
  readonly failures: readonly (Omit<z.infer<typeof failed>, 'part'> & { readonly at: number })[];
}

/** The evidence for a delivery's part that is `sending` or `unknown`; null where it has none. */
export function evidenceOf(
  deps: { readonly db: Database },
  workspaceId: WorkspaceId,
  deliveryId: string,
): SendEvidence | null {
  const part = partsOf(deps.db, workspaceId, deliveryId).find(
    ({ state }) => state === 'sending' || state === 'unknown',
  );
  if (part === undefined || part.sendingAt === null) return null;
  const events = deps.db
    .sql<{
      at: number;
      kind: string;
      details: string;
    }>(`SELECT at, kind, details FROM delivery_event WHERE workspace_id = :workspaceId AND delivery_id = :deliveryId
      AND kind IN ('looked', 'unclear', 'attempt_failed') AND details ->> '$.part' = :position
      AND (at >= :since OR id > (SELECT max(s.id) FROM delivery_event s
        WHERE s.delivery_id = :deliveryId AND s.kind = 'sending' AND s.details ->> '$.part' = :position)) ORDER BY id`)
    .all({
      workspaceId,
      deliveryId,
      since: part.doubtedSince ?? part.sendingAt,
      position: part.position,
    });
  return {
    part: part.position,
    sent: {
      text: part.text,
      mediaCount: mediaOf(part).length,
      at: part.sendingAt,
      firstAt: part.doubtedSince ?? part.sendingAt,
    },
    readings: events
      .filter(({ kind }) => kind === 'looked')
      .map(({ at, details }) => ({ ...reading.omit({ part: true }).parse(JSON.parse(details)), at })),
    failures: events
      .filter(({ kind }) => kind !== 'looked')
      .map(({ at, details }) => ({ ...failed.omit({ part: true }).parse(JSON.parse(details)), at })),
  };
}
