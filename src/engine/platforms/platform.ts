import type { CheckAbout, PlatformCard } from '../../shared/models/account.ts';
import type { MetricValues } from '../../shared/models/metric.ts';
import type { OptionField, OptionValues } from '../../shared/models/publish-option.ts';
import type { AccountHttp, CallResult, Failure, RateSignal, RawAnswer } from '../http/call.ts';
import type { EndpointName } from '../ports.ts';
import type { AudienceReadings } from './audience.ts';
import type { Confirmation, TakenPart } from './confirming.ts';
import type { CheckedPart, PartProblem, PublishSetting } from './content.ts';
import type { ContentRules } from './content-rules.ts';
import type { ImageTarget } from './image-target.ts';
import type {
  AccountRef,
  PublishAnswer,
  PublishPart,
  ScheduledState,
  UploadContext,
  UploadProgress,
  UploadResult,
  UploadSource,
} from './publishing.ts';
import type {
  AccountProfile,
  DoctorFinding,
  HistoryPage,
  PublicPosts,
  PublicProfile,
  RemoteMention,
  RemotePost,
  Trend,
} from './reading.ts';
import type { KeySource, ProbeResult, SentPart, SettleMeans, Staged, StageResult } from './settling.ts';
import type { SignIn } from './sign-in.ts';

/**
 * A network, as one folder declares it. Everything that differs between networks is an answer given here; nothing
 * outside `platforms/` asks which network it is dealing with.
 */
export interface Platform {
  readonly name: string;
  /** Other spellings accepted from outside, such as `twitter`. */
  readonly aliases: readonly string[];
  readonly card: Omit<
    PlatformCard,
    'name' | 'redirectUris' | 'signIn' | 'options' | 'nativeSchedule' | 'lacks'
  >;
  readonly endpoints: Readonly<Record<EndpointName, string>>;
  /**
   * Hosts of the network beside its endpoints, by a name that `Call.satellite` uses. Where the `api` endpoint is overridden
   * they are not called: what is meant for them goes to that endpoint.
   */
  readonly satellites?: Readonly<Record<string, string>>;
  /** Origins that the network may send uploads to (`Call.address`), besides those of its endpoints. `*.` stands for any subdomain. */
  readonly uploadOrigins?: readonly string[];
  /** Where a practice network at this base URL (no slash at the end) plays this one; the paths are the network's own. */
  practiceEndpoints(baseUrl: string): Readonly<Record<EndpointName, string>>;
  /** The sentences of its own rules, merged into the catalogue: `preflight.<id>`. */
  readonly words: {
    readonly preflight: Readonly<Record<string, { readonly text: string; readonly fix: string }>>;
    /** `doctor.<id>`; the fix of what is well is never shown. `about` puts it with its like; else it is the network's own. */
    readonly doctor?: Readonly<
      Record<string, { readonly text: string; readonly fix: string; readonly about?: CheckAbout }>
    >;
    /** Why it cannot be read here what others post, or what is rising; where `api` has no reader for it. */
    readonly unread?: { readonly competitors?: string; readonly trends?: string };
  };
  readonly signIn: SignIn;
  /** Which scopes each of these needs; what an account was not granted is not offered for it. Left out: no scope of its own. */
  readonly scopesOf?: Readonly<Partial<Record<Feature, readonly string[]>>>;
  /** What the network does not offer at all to an app like this, shown instead of an empty screen. */
  readonly lacks?: readonly Feature[];
  /** What may be chosen for a post; `profile` holds what narrows it for one account. */
  options?(profile: AccountProfile | null): readonly OptionField[];
  /** The network publishes by itself at a time: how far ahead, in milliseconds. */
  readonly nativeSchedule?: { readonly leastAheadMs: number; readonly mostAheadMs: number };
  /** Whether the network keeps a post for which this was chosen until its time; every one where left out. For `nativeSchedule`. */
  keeps?(options: OptionValues): boolean;
  /** Budgets that the network sets without telling what is left of them; counted here, by `Call.quota`. */
  readonly quotas?: readonly LocalQuota[];
  /** How often it lets one post, where that is less than anybody would want. */
  readonly pace?: Pace;
  /** What it takes of pictures, for what was chosen; null or left out: as they are. Larger or other ones are made to fit before they are sent. */
  images?(options: OptionValues): ImageTarget | null;
  /** Counting and content rules; `profile` holds what raises limits (a paid subscription). */
  rules(profile: AccountProfile | null): ContentRules;
  /** What stands in the way of publishing these parts, by the network's own rules. */
  check(
    parts: readonly CheckedPart[],
    profile: AccountProfile | null,
    setting: PublishSetting,
  ): readonly PartProblem[];
  /** What publishing costs, in micro-dollars, with a sentence where it is out of the ordinary. */
  cost(parts: readonly CheckedPart[]): { readonly costMicros: number; readonly note: 'link' | null };
  /**
   * Countries (ISO 3166-1, two letters) that its list of what rises can be about, and whose is shown until one is chosen, null
   * for everywhere. Left out: it has one list.
   */
  readonly trendPlaces?: { readonly countries: readonly string[]; readonly usual: string | null };
  /** What it says to nearly the same words again from one account. Left out: it refuses them, or its rules speak against them. */
  readonly similarPosts?: 'allowed';
  /** How an interrupted send is settled, best means first. */
  readonly settle: readonly SettleMeans[];
  /** Whether an answer with a status of success says no in its body; left out where the status tells. */
  refuses?(answer: RawAnswer): boolean;
  /**
   * The network may refuse a post, or name its address, after it said yes. When `confirm` is first asked, and for how long in
   * all, in milliseconds after the post is out; left out where a yes is the last word.
   */
  readonly confirms?: { readonly afterMs: number; readonly forMs: number };
  /** Reads the network's error shapes. Never throws, whatever the body. */
  classify(answer: RawAnswer, now: number): Classified;
  rateSignals(answer: RawAnswer, operation: string, now: number): readonly RateSignal[];
  /** The network's own page for writing a post, with the text where it takes one; left out where there is none. */
  composerUrl?(account: AccountRef, text: string): string;
  /** Media travel with `publish` or `stage` and not before it (YouTube, TikTok); `upload` is then not called. */
  readonly uploadsInPublish?: boolean;
  /** What it tells of an account's followers as a whole; left out where it tells apps nothing. */
  readonly audience?: AudienceReadings;
  readonly api: PlatformApi;
}

/** What a network's no means. */
export type Classified = Omit<Failure, 'reach' | 'status'> & {
  /** The network does not know itself whether it acted, whatever the status says: a write is then unclear. */
  readonly inDoubt?: true;
};

/** What an account may be used for; `mentions` is what others say of it, be it mentions or comments under own posts. */
export type Feature =
  | 'publish'
  | 'media'
  | 'comment'
  | 'delete'
  | 'metrics'
  | 'account_metrics'
  | 'mentions'
  | 'search';

/** What a network says about posting often, or the same again. */
export interface Pace {
  /** The most posts of one account in any 24 hours. */
  readonly perDay?: number;
  /** The same text is against its rules, however long ago and from whichever of one's accounts. */
  readonly neverTwice?: boolean;
}

/** A budget of calls that is counted on this machine. */
export interface LocalQuota {
  readonly bucket: string;
  /** What is counted, in the plural and in small letters, as a person reads it; the bucket's name where left out. */
  readonly label?: string;
  readonly limit: number;
  /** Whose it is: all accounts of one developer app share its budget. */
  readonly of: 'account' | 'app';
  /** `day`: it is full again at midnight in `zone`; `window`: so long after each use, in milliseconds. */
  readonly refills:
    | { readonly kind: 'day'; readonly zone: string }
    | { readonly kind: 'window'; readonly ms: number };
}

/** What the network does for one account. Every method makes its calls through `http` and nothing else. */
export interface PlatformApi {
  /** `known`: the account as it was stored, where one token serves several; null at the first sign-in. */
  profile(http: AccountHttp, known: AccountRef | null): Promise<CallResult<AccountProfile>>;
  /**
   * Publishes one part. The one call here whose repetition would post twice: the caller has written `sending` before
   * and settles an unclear answer. Where the network works on it further, the answer says when to ask, by `probe`.
   */
  publish(http: AccountHttp, part: PublishPart): Promise<CallResult<PublishAnswer>>;
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
  /** Asks whether a post that was taken still stands, and by which name. For `confirms`; nothing is sent. */
  confirm?(http: AccountHttp, taken: TakenPart, context: { now(): number }): Promise<Confirmation>;
  /** When the network made a post, by its id alone (epoch ms); null where ids do not tell. */
  madeAt?(remoteId: string): number | null;
  /** Uploads or goes on uploading; calls `saved` after each step that must not be repeated needlessly. */
  upload(
    http: AccountHttp,
    source: UploadSource,
    progress: UploadProgress | null,
    context: UploadContext,
  ): Promise<UploadResult>;
  /** Absent where apps cannot delete (`lacks`). */
  remove?(
    http: AccountHttp,
    account: AccountRef,
    remoteId: string,
  ): Promise<CallResult<{ deleted: boolean }>>;
  /** Own posts, newest first, since an instant (epoch ms); at most `limit`. */
  ownPosts(
    http: AccountHttp,
    account: AccountRef,
    options: { since: number | null; limit: number },
  ): Promise<CallResult<readonly RemotePost[]>>;
  /** Newest numbers of own posts. Unknown ids are left out of the answer. `publishedAt` lets a network split old from new. */
  postMetrics(
    http: AccountHttp,
    account: AccountRef,
    posts: readonly { remoteId: string; publishedAt: number }[],
    now: number,
  ): Promise<CallResult<ReadonlyMap<string, MetricValues>>>;
  /** The next page of own posts back through the past, newest first, with their numbers where they come along. */
  history?(
    http: AccountHttp,
    account: AccountRef,
    options: { cursor: string | null; limit: number },
  ): Promise<CallResult<HistoryPage>>;
  /** The account's own numbers beyond those of `profile`. Names that the network retired are left out, and fail nothing. */
  accountMetrics?(http: AccountHttp, account: AccountRef, now: number): Promise<CallResult<MetricValues>>;
  /** Posts by others that name the account, newest first. Absent where the network tells apps of none. */
  mentions?(
    http: AccountHttp,
    account: AccountRef,
    options: { sinceId: string | null; limit: number },
  ): Promise<CallResult<readonly RemoteMention[]>>;
  /** Comments and replies under own posts, newest first. Absent where `mentions` has them, or where there are none to be had. */
  comments?(
    http: AccountHttp,
    account: AccountRef,
    options: {
      posts: readonly { remoteId: string; publishedAt: number }[];
      since: number | null;
      limit: number;
    },
  ): Promise<CallResult<readonly RemoteMention[]>>;
  /** Public posts that hold these words, newest first. Absent where the network has no search for apps. */
  search?(
    http: AccountHttp,
    account: AccountRef,
    options: { query: string; limit: number },
  ): Promise<CallResult<readonly RemoteMention[]>>;
  /**
   * Somebody's account by the name that a user writes, an address of it included; null where nobody has that name. Absent
   * where apps may not look others up.
   */
  publicProfile?(
    http: AccountHttp,
    account: AccountRef,
    handle: string,
  ): Promise<CallResult<PublicProfile | null>>;
  /** Somebody's public posts since an instant (epoch ms), newest first, without answers to others and without what was passed on. */
  publicPosts?(
    http: AccountHttp,
    account: AccountRef,
    of: Pick<PublicProfile, 'remoteId' | 'handle'>,
    options: { since: number; limit: number },
  ): Promise<CallResult<PublicPosts>>;
  /** What the network reports as rising; `place` is one of `trendPlaces`, null for everywhere or where the network has one list. */
  trends?(
    http: AccountHttp,
    account: AccountRef,
    place: string | null,
  ): Promise<CallResult<readonly Trend[]>>;
  /** What the network itself wants looked at: account type, Page link, audit or privacy state, quota left, version served. */
  doctor?(http: AccountHttp, account: AccountRef, now: number): Promise<readonly DoctorFinding[]>;
  /** What became of a post that the network was to publish by itself. For `nativeSchedule`. */
  scheduled?(http: AccountHttp, account: AccountRef, scheduledId: string): Promise<ScheduledState>;
  /** Takes back a post that the network has not published yet. `deleted` is false where it is out or gone. */
  unschedule?(
    http: AccountHttp,
    account: AccountRef,
    scheduledId: string,
  ): Promise<CallResult<{ deleted: boolean }>>;
  /** Whether a post of the account's list is the one that was sent, for settling. */
  matches(
    sent: { text: string; inReplyTo: string | null; sendingAt: number; mediaCount: number },
    seen: RemotePost,
  ): boolean;
  /** The id in a post's public address; null where it holds none, or is none of this network's. */
  postIdOf(url: string, account?: AccountRef): string | null;
  /** Whether it is a post's public address here, with or without an id in it. Left out: only where there is one. */
  isPostAddress?(url: string, account?: AccountRef): boolean;
  /** What reading costs, in micro-dollars, for a sum shown before asking. */
  readCost(kind: ReadingKind, count: number): number;
}

/** What is read, for `readCost`; `trends` is counted in lists, all else in things read. */
export type ReadingKind =
  | 'own_posts'
  | 'post_metrics'
  | 'mentions'
  | 'profile'
  | 'public_profile'
  | 'public_posts'
  | 'trends';
