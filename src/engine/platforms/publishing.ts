import type { OptionValues } from '../../shared/models/publish-option.ts';
import type { Failure } from '../http/call.ts';
import type { MediaFacts } from './content.ts';
import type { Staged } from './settling.ts';

export interface AccountRef {
  readonly remoteId: string;
  readonly username: string;
  /** Origin of the account's `authorize` endpoint: where its posts are looked at. */
  readonly webOrigin: string;
  /** The platform's own facts of the account (`AccountProfile.facts`). */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export interface PublishPart {
  readonly account: AccountRef;
  readonly text: string;
  /** What `upload` brought to the network before; empty where the platform `uploadsInPublish`. */
  readonly mediaIds: readonly string[];
  readonly media: readonly UploadSource[];
  readonly inReplyTo: string | null;
  /** The delivery's first post at the network; null for the first part itself. */
  readonly root: string | null;
  /** `comment`: the first comment, or a later part where the network has no threads. */
  readonly role: 'post' | 'reply' | 'comment';
  /** What was chosen for this network, defaults filled in. */
  readonly options: OptionValues;
  /** Epoch ms at which the network shall publish it by itself; null: at once. Only where it declares `nativeSchedule`. */
  readonly publishAt: number | null;
  /** The key made for this part; null where the platform settles by none. The same one at every repeat. */
  readonly key: string | null;
  /** What `stage` prepared; null where the platform stages nothing. */
  readonly handle: string | null;
}

export interface PublishedPart {
  readonly remoteId: string;
  readonly url: string;
  /** Something that is not as it was asked for, such as a video that the network made private; null where all is. */
  readonly note?: string | null;
}

/** The network took it and works on it; it may still refuse. */
export interface AcceptedPart {
  /** Epoch ms at which to ask what became of it. */
  readonly askAt: number;
  /** What to ask by from now on, where only the answer tells it (TikTok's photos); left out, what `stage` prepared. */
  readonly staged?: Staged;
}

/** The network keeps it until its time and publishes it by itself. */
export interface ScheduledPart {
  readonly scheduledId: string;
  /** Epoch ms, as the network understood it. */
  readonly publishAt: number;
}

/** The network handed it to the user, who finishes it in the network's own app (TikTok's inbox). */
export interface HandedPart {
  readonly handedOver: true;
}

/** What a network makes of a part that it takes. */
export type PublishAnswer = PublishedPart | AcceptedPart | ScheduledPart | HandedPart;

/** What became of something that a network was to publish by itself. */
export type ScheduledState =
  | { readonly state: 'waiting'; readonly publishAt: number | null }
  | {
      readonly state: 'published';
      readonly remoteId: string;
      readonly url: string | null;
      readonly publishedAt: number | null;
    }
  /** The network no longer has it, or gave up on it. */
  | { readonly state: 'gone' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** A medium to upload; bytes are read piece by piece. */
export interface UploadSource extends MediaFacts {
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
  readonly fileName: string;
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * Puts it where the network can fetch it and answers the address, the same one until the post is out; it is deleted
   * afterwards. Null where no place for media is set up, which the platform's `check` has said before.
   */
  publicUrl(): Promise<
    { readonly ok: true; readonly url: string } | { readonly ok: false; readonly failure: Failure } | null
  >;
}

/** Where an upload stands; handed back on the next try, so that it resumes. */
export interface UploadProgress {
  /** The platform's own text: an id, or JSON of what a resumed upload needs. */
  readonly remoteId: string;
  readonly nextOffset: number;
  readonly finalized: boolean;
  readonly altTextSet: boolean;
  readonly expiresAt: number;
}

export interface UploadContext {
  now(): number;
  saved(progress: UploadProgress): void;
  readonly signal: AbortSignal;
  /** Whose post it is for, and what was chosen for it. */
  readonly account: AccountRef;
  readonly options: OptionValues;
}

/** An uploaded medium at the network, and until when it may be used. */
export interface RemoteMedia {
  readonly remoteId: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

export type UploadResult =
  | { readonly state: 'ready'; readonly media: RemoteMedia }
  /** The network is processing it; ask again then. */
  | { readonly state: 'processing'; readonly askAt: number }
  | { readonly state: 'failed'; readonly failure: Failure };
