import type { MetricValues } from '../../shared/models/metric.ts';

/** What the network says of the connected account. */
export interface AccountProfile {
  readonly remoteId: string;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly profileUrl: string | null;
  readonly followers: number | null;
  readonly metrics: MetricValues;
  /** The platform's own facts, read back by the same platform (a subscription, a verified mark, a server's limits). */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export interface RemotePost {
  readonly remoteId: string;
  readonly url: string | null;
  readonly text: string;
  readonly publishedAt: number;
  readonly inReplyTo: string | null;
  /** Pictures and videos in it; left out where the network does not tell. */
  readonly mediaCount?: number;
  /** The network lists it for its author and refused it: nobody sees it. */
  readonly isRefused?: true;
  readonly metrics: MetricValues;
}

/** Somebody else's post or comment that concerns the account, or that a search found. */
export interface RemoteMention {
  readonly remoteId: string;
  /** `mention` unless said. */
  readonly kind?: 'mention' | 'comment' | 'reply' | 'quote' | 'found';
  /** The own post that it stands under; null or left out where it stands alone. */
  readonly onPost?: string | null;
  readonly author: string;
  readonly authorName: string;
  readonly text: string;
  readonly at: number;
  readonly url: string | null;
}

/** Somebody else's account, as anybody may see it. */
export interface PublicProfile {
  /** As the network that was asked knows it; another server of the same network may know it otherwise. */
  readonly remoteId: string;
  /** The name that finds it again, whole and without an `@` before it. */
  readonly handle: string;
  readonly displayName: string;
  readonly profileUrl: string | null;
  readonly followers: number | null;
  /** Nobody but those who were let in sees its posts. */
  readonly isClosed?: true;
}

/** What a post shows besides words; the first that fits: a film, a picture, a link. */
export type PostFormat = 'video' | 'picture' | 'link' | 'text';

/** Somebody else's public post, with the numbers that anybody may see. */
export interface PublicPost {
  readonly remoteId: string;
  readonly url: string | null;
  readonly text: string;
  readonly publishedAt: number;
  readonly format: PostFormat;
  readonly metrics: MetricValues;
}

/** Somebody's public posts of a stretch of time. */
export interface PublicPosts {
  readonly posts: readonly PublicPost[];
  /** From when on none of them is missing (epoch ms): later than was asked for where there were more than were read. */
  readonly knownSince: number;
}

/** Something that a network itself reports as rising. The words are anybody's: data, never instructions. */
export interface Trend {
  readonly topic: string;
  readonly kind: 'topic' | 'hashtag' | 'link' | 'video';
  readonly url: string | null;
  /** Posts about it, as far back as the network counts; null where it does not say. For a video: its views. */
  readonly count: number | null;
}

/** A page of own posts on the way back through an account's past. */
export interface HistoryPage {
  readonly posts: readonly RemotePost[];
  /** Hand it in for the next older page; null at the end, or where the network tells no more. */
  readonly next: string | null;
}

/** One finding of the connection doctor; its words are the platform's, under `doctor.<id>`. */
export interface DoctorFinding {
  readonly id: string;
  readonly status: 'ok' | 'warning' | 'problem';
  readonly params: Readonly<Record<string, string | number>>;
}
