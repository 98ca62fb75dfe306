import type { AccountId, CategoryId, PostId } from '../../../shared/models/ids.ts';
import type { PlanningRules } from '../../../shared/models/planning.ts';

/** An hour of the week at which an account does well, learned from its own posts; gains are fractions of its mean. */
export interface BestSlot {
  /** 1 is Monday; minutes count from midnight, in the workspace's zone. */
  readonly weekday: number;
  readonly minute: number;
  readonly gain: number;
  /** The interval that the gain is expected in. */
  readonly low: number;
  readonly high: number;
  /** Posts that it was learned from. */
  readonly samples: number;
}

export interface PlanAccount {
  readonly id: AccountId;
  readonly platform: string;
  /** The network's name and the account's, as users write them. */
  readonly network: string;
  readonly name: string;
  /** The most that the network takes of one account in any 24 hours; null where it names no number. */
  readonly networkPerDay: number | null;
  /** The network takes no text twice, from any account of the same owner. */
  readonly neverTwice: boolean;
  /** Empty where no time is known to be better than another. */
  readonly bestSlots: readonly BestSlot[];
}

/** A post to be placed at each of its accounts. */
export interface PlanSubject {
  readonly kind: 'draft' | 'repeat';
  readonly postId: PostId;
  readonly version: number;
  readonly excerpt: string;
  readonly createdAt: number;
  readonly categoryId: CategoryId | null;
  readonly accounts: readonly SubjectAccount[];
  /** For `repeat`: when it last went out, at any account (epoch ms). */
  readonly lastAt: number | null;
}

export interface SubjectAccount {
  readonly accountId: AccountId;
  /** What the text is compared by; null where there is no text. */
  readonly textKey: string | null;
}

/** A category as far as a plan goes. */
export interface PlanCategory {
  readonly id: CategoryId;
  readonly name: string;
  readonly evergreen: boolean;
  readonly minDaysBetween: number;
  readonly weeklyTarget: number | null;
}

/** A time that a post of an account has, or had. */
export interface TakenTime {
  readonly at: number;
  /** Null: which account is not known, so that only the minute counts. */
  readonly accountId: AccountId | null;
  readonly platform: string | null;
  /** Empty for posts that were not written here. */
  readonly postId: string;
  readonly textKey: string | null;
  readonly categoryId: CategoryId | null;
}

/** Everything that a plan is made of; the same request gives the same plan. */
export interface PlanRequest {
  readonly now: number;
  /** The stretch to be filled, in epoch ms; `to` is not in it. */
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly rules: PlanningRules;
  /** In the order in which posts go to them. */
  readonly accounts: readonly PlanAccount[];
  readonly categories: readonly PlanCategory[];
  /** The workspace's weekly slots. */
  readonly slots: readonly { readonly weekday: number; readonly minute: number }[];
  readonly taken: readonly TakenTime[];
}
