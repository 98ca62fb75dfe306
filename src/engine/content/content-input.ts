import type { ContentRules } from '../platforms/content-rules.ts';

/** One file shown with a part. */
type ContentMedia = {
  /** Which part it is shown with, counted from 0. */
  readonly part: number;
  readonly kind: 'image' | 'gif' | 'video';
  /** Empty where the user has written none. */
  readonly altText: string;
};

/** An own post that is out. */
export type RecentPost = {
  readonly text: string;
  readonly daysAgo: number;
  /** What a draft is compared with, by `wordRowsOf`. */
  readonly rows: ReadonlySet<string>;
};

/** What is known of the account's own published posts; counted by the caller. */
export type ContentHistory = {
  /** Own published posts whose metrics are known. */
  readonly postsWithMetrics: number;
  /** The newest own posts of the last months, the newest first. */
  readonly recent: readonly RecentPost[];
  /** Hashtags of those posts with their mean engagement (interactions a post). */
  readonly hashtags: readonly { readonly tag: string; readonly posts: number; readonly engagement: number }[];
};

/** A post to analyse, with the rules of the network it is for. */
export type ContentInput = {
  /** The texts of the post's parts in order; one unless it is a thread. */
  readonly parts: readonly string[];
  readonly rules: ContentRules;
  readonly media: readonly ContentMedia[];
  readonly history: ContentHistory;
  readonly title?: string | undefined;
  /** What the user wants to be found for. */
  readonly focusKeyphrase?: string | undefined;
};

/** A history of nothing. */
export const noHistory: ContentHistory = { postsWithMetrics: 0, recent: [], hashtags: [] };
