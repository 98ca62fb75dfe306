import { z } from 'zod';
import { accountId, categoryId, postId } from '../models/ids.ts';
import {
  category,
  categoryContent,
  planItem,
  planKind,
  planningRules,
  unplacedItem,
} from '../models/planning.ts';
import { instant, localDateTime, timeZone } from '../models/time.ts';
import { nothing, procedure, scope } from './base.ts';

const campaign = z.object({
  /** Becomes a label of its posts when the plan is applied. */
  name: z.string().trim().min(1).max(60),
  /** At least this far apart, in minutes, are any two of its posts, wherever they go. */
  gapMinutes: z.int().min(0).max(10_080),
  /** Accounts in the order in which each post goes to them; those left out follow. */
  order: z.array(accountId).max(50).default([]),
});

/** A post at an account with the wall-clock time that the user settled on. */
const chosenItem = planItem
  .pick({ kind: true, postId: true, accountId: true, version: true })
  .extend({ local: localDateTime });

/** What went wrong with one post of a plan, in words. */
const failedItem = z.object({
  kind: planKind,
  postId,
  code: z.string(),
  message: z.string(),
  fix: z.string().nullable(),
});

export const planningContract = {
  rules: procedure.route({ method: 'GET', path: '/planning/rules' }).input(scope).output(planningRules),
  /** What is not given stays. */
  updateRules: procedure
    .route({ method: 'PATCH', path: '/planning/rules' })
    .input(scope.extend(planningRules.partial().shape))
    .output(planningRules),
  categories: procedure
    .route({ method: 'GET', path: '/planning/categories' })
    .input(scope)
    .output(z.array(category)),
  createCategory: procedure
    .route({ method: 'POST', path: '/planning/categories' })
    .input(scope.extend(categoryContent.shape))
    .output(category),
  /** Posts belong to it by its name, so that a new name takes other posts. */
  updateCategory: procedure
    .route({ method: 'PATCH', path: '/planning/categories/{id}' })
    .input(scope.extend({ id: categoryId, version: z.int() }).extend(categoryContent.partial().shape))
    .output(category),
  /** Its posts and their labels stay as they are. */
  removeCategory: procedure
    .route({ method: 'DELETE', path: '/planning/categories/{id}' })
    .input(scope.extend({ id: categoryId }))
    .output(nothing),
  /**
   * Proposes times for drafts, all of them where none are named, and in `fill_my_week` for evergreen posts whose turn it
   * is. Nothing is changed. A stretch of at most 62 days; what of it has passed is left out.
   */
  propose: procedure
    .route({ method: 'POST', path: '/planning/propose', summary: 'Propose times for drafts' })
    .input(
      scope.extend({
        mode: z.enum(['fill_my_week', 'campaign']),
        from: instant,
        to: instant,
        /** In a campaign in the order in which they go out. */
        drafts: z.array(postId).max(500).optional(),
        campaign: campaign.optional(),
      }),
    )
    .output(
      z.object({
        timeZone,
        items: z.array(planItem),
        unplaced: z.array(unplacedItem),
      }),
    ),
  /** How a plan stands after the user has moved something: which rules each of its items breaks, and why it is where it is. */
  check: procedure
    .route({ method: 'POST', path: '/planning/check', summary: 'Look at a plan by the rules' })
    .input(scope.extend({ timeZone, items: z.array(chosenItem).max(2_000) }))
    .output(
      z.array(
        z.object({
          ...planItem.pick({ kind: true, postId: true, accountId: true, when: true, warnings: true }).shape,
        }),
      ),
    ),
  /** Schedules, post by post, each in one transaction; what did not work is told and keeps nothing else back. */
  apply: procedure
    .route({ method: 'POST', path: '/planning/apply', summary: 'Schedule a plan' })
    .input(
      scope.extend({
        timeZone,
        items: z.array(chosenItem).max(2_000),
        /** Put on the posts, such as the name of a campaign. */
        label: z.string().trim().min(1).max(60).optional(),
      }),
    )
    .output(
      z.object({
        /** What `undo` takes. `madeFrom`: this post is a copy of that one. */
        scheduled: z.array(
          z.object({
            postId,
            madeFrom: postId.nullable(),
            accountIds: z.array(accountId),
            labelled: z.boolean(),
          }),
        ),
        failed: z.array(failedItem),
      }),
    ),
  /** Back to drafts; copies that the plan made go to the bin. */
  undo: procedure
    .route({ method: 'POST', path: '/planning/undo', summary: 'Take a plan back' })
    .input(
      scope.extend({
        scheduled: z
          .array(
            z.object({
              postId,
              accountIds: z.array(accountId).min(1).max(50),
              made: z.boolean().default(false),
              labelled: z.boolean().default(false),
            }),
          )
          .max(2_000),
        label: z.string().trim().min(1).max(60).optional(),
      }),
    )
    .output(z.object({ undone: z.int(), failed: z.array(failedItem.omit({ kind: true })) })),
};
