import type { Failure } from '../http/call.ts';
import type { Random } from '../ports.ts';
import type { AccountRef } from './publishing.ts';

/**
 * How an interrupted send is settled at a network: its means, best first. The reconciler takes the first that applies and
 * goes on to the next where it cannot tell.
 *
 * - `record_key`: we choose the key under which the network keeps the post, before the send. Asking for the key proves
 *   presence and absence, and a repeat under the same key cannot make a second post (Bluesky).
 * - `idempotency_key`: a repeat with the same key within its life is answered with the original (Mastodon).
 * - `upload_session`: the post comes into being when an upload is complete; asking the session tells (YouTube).
 * - `container`: the post is staged first and published in a second step; one container makes at most one post, and its
 *   status tells (Instagram, Threads, TikTok).
 * - `duplicate_answer`: a repeat is refused, and the refusal names the original (LinkedIn). It is repeated once.
 * - `list_and_match`: the account's own posts are read and matched. Finding proves presence; not finding proves nothing
 *   (X, Facebook).
 * - `none`: nothing tells but the user.
 */
export type SettleMeans =
  | { readonly kind: 'record_key' }
  | {
      readonly kind: 'idempotency_key';
      /** How long the network remembers the key, in milliseconds from the send. */
      readonly livesMs: number;
      /** A repeat waits this long after the send, so that both are not at work at once. */
      readonly repeatAfterMs: number;
    }
  | {
      readonly kind: 'upload_session';
      /** How long the network knows the session. */ readonly livesMs: number;
    }
  | { readonly kind: 'container'; /** How long the network knows the container. */ readonly livesMs: number }
  | {
      readonly kind: 'duplicate_answer';
      readonly repeatAfterMs: number;
      /** The network refuses repeats for at least this long after the send, in milliseconds. */
      readonly withinMs: number;
      /** A comment that is sent twice is there twice: only the first part is repeated. */
      readonly postsOnly?: true;
    }
  | {
      readonly kind: 'list_and_match';
      /** When the list is read, in milliseconds after the send; the last is `requestLivesMs` or more. */
      readonly readsAfterMs: readonly number[];
    }
  | { readonly kind: 'none' };

export type SettleKind = SettleMeans['kind'];

/**
 * The longest time for which a request that left may still be acted on, in milliseconds: proxies and servers hold
 * requests whose sender is gone.
 */
export const requestLivesMs = 300_000;

/** Clocks of two machines differ by up to this, in milliseconds. */
export const clockSlackMs = 60_000;

/** What a key may be made of: the time (a Bluesky record key is one) and chance. */
export interface KeySource {
  readonly now: number;
  readonly random: Random;
}

/** Something prepared at the network that becomes the post: a container, a publication or an upload session. */
export interface Staged {
  /** The platform's own text, kept as it is: an id, an address or JSON of both. */
  readonly handle: string;
  /** Epoch ms until which it can be published. */
  readonly expiresAt: number;
}

export type StageResult =
  | { readonly state: 'ready'; readonly staged: Staged }
  /** The network is working on it; ask again then, with the same handle. */
  | { readonly state: 'processing'; readonly staged: Staged; readonly askAt: number }
  /** `spent`: what was staged before is of no use any more and must be made anew. */
  | { readonly state: 'failed'; readonly failure: Failure; readonly spent: boolean };

/** A send whose fate is asked for. */
export interface SentPart {
  readonly account: AccountRef;
  readonly text: string;
  readonly mediaCount: number;
  readonly inReplyTo: string | null;
  /** Epoch ms of the first send whose fate is not known. */
  readonly sendingAt: number;
  readonly key: string | null;
  readonly handle: string | null;
}

/** What the network says of a key, a session or a container. */
export type ProbeResult =
  /** It is out. The id is null where the network does not tell it yet. */
  | { readonly state: 'present'; readonly remoteId: string | null; readonly url: string | null }
  /** It is not out, and publishing again under the same key or handle makes one post at most. */
  | { readonly state: 'absent' }
  | { readonly state: 'processing'; readonly askAt: number }
  /** It lies with the user, who finishes it in the network's own app. */
  | { readonly state: 'handed_over' }
  /** The network keeps it until its time. */
  | { readonly state: 'scheduled'; readonly scheduledId: string }
  /** It is not out and never will be by this handle; a new one may be made. */
  | { readonly state: 'expired' }
  /** The network took it in and then refused it for good. */
  | { readonly state: 'refused'; readonly failure: Failure }
  /** The network no longer knows it, which proves nothing. */
  | { readonly state: 'forgotten' }
  /** The question itself failed; it does not count. */
  | { readonly state: 'failed'; readonly failure: Failure };
