import { z } from 'zod';
import { accountId, categoryId, postId } from './ids.ts';
import { messageParamsSchema } from './reason.ts';
import { quietHours } from './settings.ts';
import { wallTime } from './time.ts';

/** What a workspace wants of the times at which its posts go out. Days and weeks are those of the workspace's zone. */
export const planningRules = z.object({
  /** Nothing is planned between these minutes of the day; null: any hour will do. */
  quietHours: quietHours.nullable(),
  /** At least this far apart, in minutes: two posts of one account. */
  accountGapMinutes: z.int().min(0).max(10_080),
  /** At least this far apart, in minutes: one post at two accounts. */
  staggerMinutes: z.int().min(0).max(10_080),
  /** At most this many posts of one account a day, and a week that begins on Monday; null: no cap. */
  accountPerDay: z.int().min(1).max(100).nullable(),
  accountPerWeek: z.int().min(1).max(500).nullable(),
  /** The same text does not go to the same account again for so many days. */
  sameTextDays: z.int().min(0).max(730),
});
export type PlanningRules = z.infer<typeof planningRules>;

const categoryShape = {
  name: z.string().trim().min(1).max(60),
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
  /** What went out once comes around again. */
  evergreen: z.boolean(),
  /** Days between two goes of the same post, at each account. */
  minDaysBetween: z.int().min(1).max(730),
  /** Posts of it a week; null: as many as there are. */
  weeklyTarget: z.int().min(1).max(50).nullable(),
};

/** What can be said of a category. A post is in it when it has a label of the same name, whatever the case. */
export const categoryContent = z.object(categoryShape);
export type CategoryContent = z.infer<typeof categoryContent>;

export const category = z.object({ id: categoryId, ...categoryShape, version: z.int() });
export type Category = z.infer<typeof category>;

/** A sentence of the plan; `id` is its key under `planningWords` in the catalogue, `text` the sentence filled in. */
export const planSentence = z.object({ id: z.string(), params: messageParamsSchema, text: z.string() });
export type PlanSentence = z.infer<typeof planSentence>;

/** `repeat`: a post that was out goes out again, as a copy of it. */
export const planKind = z.enum(['draft', 'repeat']);

const plannedPost = {
  kind: planKind,
  postId,
  accountId,
};

/** One post at one account, with the time proposed for it. */
export const planItem = z.object({
  ...plannedPost,
  platform: z.string(),
  /** The post's, for `apply`. */
  version: z.int(),
  categoryId: categoryId.nullable(),
  when: wallTime,
  excerpt: z.string(),
  /** Why this time. */
  why: z.array(planSentence),
  /** Rules that it breaks; empty for what the planner chose itself. */
  warnings: z.array(planSentence),
});
export type PlanItem = z.infer<typeof planItem>;

/** What could not be placed, and why; without an account where all of the post could not. */
export const unplacedItem = z.object({
  ...plannedPost,
  accountId: accountId.nullable(),
  excerpt: z.string(),
  why: planSentence,
});
export type UnplacedItem = z.infer<typeof unplacedItem>;
