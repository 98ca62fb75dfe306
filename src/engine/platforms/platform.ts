import type { AccountHttp, CallResult, Failure, RateSignal, RawAnswer } from '../http/call.ts';
import type { ContentRules } from './content-rules.ts';
import type { EndpointName } from '../ports.ts';
import type { MetricValues } from '../../shared/models/metric.ts';
import type { PlatformCard } from '../../shared/models/account.ts';
import type { KeySource, ProbeResult, SentPart, SettleMeans, Staged, StageResult } from './settling.ts';

/**
 * A network, as one folder declares it. Everything that differs between networks is an answer given here; nothing
 * outside `platforms/` asks which network it is dealing with.
 */
export interface Platform {
  readonly name: string;
  /** Other spellings accepted from outside, such as `twitter`. */
  readonly aliases: readonly string[];
  readonly card: Omit<PlatformCard, 'name' | 'redirectUris'>;
  readonly endpoints: Readonly<Record<EndpointName, string>>;
  /** Where a practice network at this base URL (no slash at the end) plays this one; the paths are the network's own. */
  practiceEndpoints(baseUrl: string): Readonly<Record<EndpointName, string>>;
  /** The sentences of its own rules, merged into the catalogue: `preflight.<id>`. */
  readonly words: {
    readonly preflight: Readonly<Record<string, { readonly text: string; readonly fix: string }>>;
  };
  readonly oauth: OAuthProfile;
  /** Counting and content rules; `profile` holds what raises limits (a paid subscription). */
  rules(profile: AccountProfile | null): ContentRules;
  /** What stands in the way of publishing these parts, by the network's own rules. */
  check(parts: readonly CheckedPart[], profile: AccountProfile | null): readonly PartProblem[];
  /** What publishing costs, in micro-dollars, with a sentence where it is out of the ordinary. */
  cost(parts: readonly CheckedPart[]): { readonly costMicros: number; readonly note: 'link' | null };
  /** How an interrupted send is settled, best means first. */
  readonly settle: readonly SettleMeans[];
  /** Reads the network's error shapes. Never throws, whatever the body. */
  classify(answer: RawAnswer, now: number): Omit<Failure, 'reach' | 'status'>;
  rateSignals(answer: RawAnswer, operation: string): readonly RateSignal[];
  /** Media travel with `publish` or `stage` and not before it (YouTube, TikTok); `upload` is then not called. */
  readonly uploadsInPublish?: boolean;
  readonly api: PlatformApi;
}

/** How OAuth goes at this network (RFC 6749, 7636, 8252, 9207). */
export interface OAuthProfile {
  readonly scopes: readonly string[];
  readonly pkce: 'S256';
  readonly clientAuthentication: 'none_or_basic';
  /** Ports the loopback listener tries in turn; the network matches redirect URIs exactly. Empty: any free port. */
  readonly redirectPorts: readonly number[];
  readonly redirectPath: string;
  /** Refresh tokens are spent by use and replaced. */
  readonly rotatesRefreshTokens: boolean;
  /** A client id that works where endpoints are overridden to loopback and no app was saved. */
  readonly loopbackClientId: string;
}

/** What the network says of the connected account. */
export interface AccountProfile {
  readonly remoteId: string;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly profileUrl: string | null;
  readonly followers: number | null;
  readonly metrics: MetricValues;
  /** The platform's own facts, read back by the same platform (a subscription, a verified mark). */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** A part as it is checked and priced. */
export interface CheckedPart {
  readonly text: string;
  readonly media: readonly MediaFacts[];
}

export interface MediaFacts {
  readonly kind: 'image' | 'gif' | 'video';
  readonly mimeType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly altText: string;
}

/** A rule broken by a part; `id` has its sentence and fix in the catalogue under `preflight.<id>`. */
export interface PartProblem {
  readonly id: string;
  readonly part: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly params: Readonly<Record<string, string | number>>;
  readonly range: { readonly start: number; readonly end: number } | null;
}

export interface RemotePost {
  readonly remoteId: string;
  readonly url: string | null;
  readonly text: string;
  readonly publishedAt: number;
  readonly inReplyTo: string | null;
  /** Pictures and videos in it; left out where the network does not tell. */
  readonly mediaCount?: number;
  readonly metrics: MetricValues;
}

export interface RemoteMention {
  readonly remoteId: string;
  readonly author: string;
  readonly authorName: string;
  readonly text: string;
  readonly at: number;
  readonly url: string | null;
}

/** An uploaded medium at the network, and until when it may be used. */
export interface RemoteMedia {
  readonly remoteId: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** A medium to upload; bytes are read piece by piece. */
export interface UploadSource extends MediaFacts {
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Where an upload stands; handed back on the next try, so that it resumes. */
export interface UploadProgress {
  readonly remoteId: string;
  readonly nextOffset: number;
  readonly finalized: boolean;
  readonly altTextSet: boolean;
  readonly expiresAt: number;
}

export type UploadResult =
  | { readonly state: 'ready'; readonly media: RemoteMedia }
  /** The network is processing it; ask again then. */
  | { readonly state: 'processing'; readonly askAt: number }
  | { readonly state: 'failed'; readonly failure: Failure };

/** What the network does for one account. Every method makes its calls through `http` and nothing else. */
export interface PlatformApi {
  profile(http: AccountHttp): Promise<CallResult<AccountProfile>>;
  /**
   * Publishes one part. The one call here whose repetition would post twice: the caller has written `sending` before
   * and settles an unclear answer. Where the network works on it further, the answer says when to ask, by `probe`.
   */
  publish(http: AccountHttp, part: PublishPart): Promise<CallResult<PublishedPart | AcceptedPart>>;
  /** Makes the key of a part, for `record_key` and `idempotency_key`; 128 random bits in hexadecimal by default. */
  newKey?(source: KeySource): string;
  /**
   * Prepares the post at the network without publishing it, or asks how far what was prepared before has come. Repeating
   * it leaves something unused behind at worst. For `container` and `upload_session`.
   */
  stage?(
    http: AccountHttp,
    part: PublishPart,
    earlier: Staged | null,
    context: { now(): number; signal: AbortSignal },
  ): Promise<StageResult>;
  /** Asks what became of a send, by its key or handle. For `record_key`, `container` and `upload_session`. */
  probe?(http: AccountHttp, sent: SentPart, context: { now(): number }): Promise<ProbeResult>;
  /** When the network made a post, by its id alone (epoch ms); null where ids do not tell. */
  madeAt?(remoteId: string): number | null;
  /** Uploads or goes on uploading; calls `saved` after each step that must not be repeated needlessly. */
  upload(
    http: AccountHttp,
    source: UploadSource,
    progress: UploadProgress | null,
    context: { now(): number; saved(progress: UploadProgress): void; signal: AbortSignal },
  ): Promise<UploadResult>;
  remove(http: AccountHttp, remoteId: string): Promise<CallResult<{ deleted: boolean }>>;
  /** Own posts, newest first, since an instant (epoch ms); at most `limit`. */
  ownPosts(
    http: AccountHttp,
    account: AccountRef,
    options: { since: number | null; limit: number },
  ): Promise<CallResult<readonly RemotePost[]>>;
  /** Newest numbers of own posts. Unknown ids are left out of the answer. `publishedAt` lets a network split old from new. */
  postMetrics(
    http: AccountHttp,
    posts: readonly { remoteId: string; publishedAt: number }[],
    now: number,
  ): Promise<CallResult<ReadonlyMap<string, MetricValues>>>;
  mentions(
    http: AccountHttp,
    account: AccountRef,
    options: { sinceId: string | null; limit: number },
  ): Promise<CallResult<readonly RemoteMention[]>>;
  /** Whether a post of the account's list is the one that was sent, for settling. */
  matches(
    sent: { text: string; inReplyTo: string | null; sendingAt: number; mediaCount: number },
    seen: RemotePost,
  ): boolean;
  /** The id in a post's public address; null where it is none of this network's. */
  postIdOf(url: string): string | null;
  /** What reading costs, in micro-dollars, for a sum shown before asking. */
  readCost(kind: 'own_posts' | 'post_metrics' | 'mentions' | 'profile', count: number): number;
}

export interface AccountRef {
  readonly remoteId: string;
  readonly username: string;
  /** Origin of the account's `authorize` endpoint: where its posts are looked at. */
  readonly webOrigin: string;
}

export interface PublishPart {
  readonly account: AccountRef;
  readonly text: string;
  /** What `upload` brought to the network before; empty where the platform `uploadsInPublish`. */
  readonly mediaIds: readonly string[];
  readonly media: readonly UploadSource[];
  readonly inReplyTo: string | null;
  /** The key made for this part; null where the platform settles by none. The same one at every repeat. */
  readonly key: string | null;
  /** What `stage` prepared; null where the platform stages nothing. */
  readonly handle: string | null;
}

export interface PublishedPart {
  readonly remoteId: string;
  readonly url: string;
}

/** The network took it and works on it; it may still refuse. */
export interface AcceptedPart {
  /** Epoch ms at which to ask what became of it. */
  readonly askAt: number;
}
