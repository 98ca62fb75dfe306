import type { Failure } from '../http/call.ts';
import type { AccountRef } from './publishing.ts';

/** A post that is out as far as is known, and of which the network may still say more. */
export interface TakenPart {
  readonly account: AccountRef;
  /** Null where the network has not named it yet. */
  readonly remoteId: string | null;
  /** What `stage` prepared for it; null where it was not staged, or went out by the user's hand. */
  readonly handle: string | null;
  /** Epoch ms since which it counts as out. */
  readonly sentAt: number;
}

/** What a network says of a post that it took before. */
export type Confirmation =
  /** Its last word: the post stands. Id and address where the network tells them. */
  | { readonly state: 'stands'; readonly remoteId: string | null; readonly url: string | null }
  /** It has not said its last word; epoch ms at which to ask again. Id and address where they are known by now. */
  | {
      readonly state: 'open';
      readonly askAt: number;
      readonly found?: { readonly remoteId: string; readonly url: string | null };
    }
  /** Nobody can see it and nobody will. `reason`: why, as sentences for the user. */
  | { readonly state: 'refused'; readonly reason: string }
  /** It can no longer be asked, which says nothing of the post. */
  | { readonly state: 'forgotten' }
  /** The question itself failed; it does not count. */
  | { readonly state: 'failed'; readonly failure: Failure };
