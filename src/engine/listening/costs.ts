import type { Reading } from '../../shared/models/listening.ts';
import type { Platform } from '../platforms/platform.ts';
import type { OwnAccount } from './reading-account.ts';

const dayMs = 24 * 60 * 60_000;
const monthMs = 30 * dayMs;

/** How a competitor is read: how often, how far back at first and later (milliseconds), and how many posts at most. */
export interface ReadingPlan {
  readonly periodMs: number;
  readonly firstMs: number;
  readonly againMs: number;
  readonly firstPosts: number;
  readonly againPosts: number;
}

/** Daily, with the posts of the last week anew for their numbers. */
const free: ReadingPlan = {
  periodMs: dayMs,
  firstMs: 90 * dayMs,
  againMs: 7 * dayMs,
  firstPosts: 200,
  againPosts: 100,
};
/** Seldom and few, each post once or twice. */
const paid: ReadingPlan = {
  periodMs: 7 * dayMs,
  firstMs: 30 * dayMs,
  againMs: 8 * dayMs,
  firstPosts: 30,
  againPosts: 20,
};

type Payer = Pick<OwnAccount, 'practice'>;

const costs = ({ api }: Platform, { practice }: Payer): boolean =>
  !practice && api.readCost('public_posts', 1) + api.readCost('public_profile', 1) > 0;

/** Often and much where it is free. */
export const planOf = (platform: Platform, payer: Payer): ReadingPlan =>
  costs(platform, payer) ? paid : free;

/** The most that looking somebody up and reading their posts costs, in micro-dollars. */
export function costOf(platform: Platform, payer: Payer, posts: number): number {
  if (!costs(platform, payer)) return 0;
  return platform.api.readCost('public_profile', 1) + platform.api.readCost('public_posts', posts);
}

/** The most that a network's list of what rises costs, in micro-dollars. */
export const trendsCost = ({ api }: Platform, { practice }: Payer): number =>
  practice ? 0 : api.readCost('trends', 1);

/** What can be read of others' posts at a network, and for how much. */
export function competitorsReading(platform: Platform, account: OwnAccount | undefined): Reading {
  const { api, words } = platform;
  if (api.publicProfile === undefined || api.publicPosts === undefined)
    return { kind: 'unread', why: words.unread?.competitors ?? '' };
  if (account === undefined) return { kind: 'no_account' };
  const plan = planOf(platform, account);
  // The name is looked up once when it is added, and with each reading.
  const first = costOf(platform, account, 0) + costOf(platform, account, plan.firstPosts);
  const month = Math.ceil((monthMs / plan.periodMs) * costOf(platform, account, plan.againPosts));
  return { kind: 'reads', costMicros: first, monthlyMicros: month };
}

/** What can be read of what rises at a network, and for how much. */
export function trendsReading(platform: Platform, account: OwnAccount | undefined): Reading {
  if (platform.api.trends === undefined) return { kind: 'unread', why: platform.words.unread?.trends ?? '' };
  if (account === undefined) return { kind: 'no_account' };
  return { kind: 'reads', costMicros: trendsCost(platform, account), monthlyMicros: 0 };
}
