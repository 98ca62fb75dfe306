import { z } from 'zod';
import { catchUp, delivery } from '../models/delivery.ts';
import { accountId, postId } from '../models/ids.ts';
import { post, postParts } from '../models/post.ts';
import { postOptions } from '../models/publish-option.ts';
import { instant, localDateTime, timeZone, wallTime } from '../models/time.ts';
import { nothing, page, procedure, scope } from './base.ts';

const labels = z.array(z.string().trim().min(1).max(60)).max(30);

/** When to publish: now, at the next free slot, or at a wall-clock time in a zone. */
export const scheduleChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('next_slot') }),
  z.object({ kind: z.literal('at'), local: localDateTime, timeZone }),
]);
export type ScheduleChoice = z.infer<typeof scheduleChoice>;

/** A line of the preflight: what stands in the way of a post, or should be known before it goes. */
export const preflightLine = z.object({
  id: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  accountId: accountId.nullable(),
  part: z.int().nullable(),
  text: z.string(),
  fix: z.string().nullable(),
  /** Offset range in the part's text that causes it. */
  range: z.object({ start: z.int(), end: z.int() }).nullable(),
});

const draft = z.object({
  parts: postParts,
  accountIds: z.array(accountId).max(50),
  labels: labels.default([]),
  /** By network; what is left out has its default. */
  options: postOptions.default({}),
});

export const postsContract = {
  create: procedure.route({ method: 'POST', path: '/posts' }).input(scope.extend(draft.shape)).output(post),
  /** What is not given stays. Refused with `stale_version` (and both texts) if the row changed since `version`. Works on drafts and scheduled posts. */
  update: procedure
    .route({ method: 'PATCH', path: '/posts/{id}' })
    .input(
      scope
        .extend({ id: postId, version: z.int() })
        .extend(draft.partial().shape)
        .extend({ labels: labels.optional(), options: postOptions.optional() }),
    )
    .output(post),
  get: procedure
    .route({ method: 'GET', path: '/posts/{id}' })
    .input(scope.extend({ id: postId }))
    .output(post),
  list: procedure
    .route({ method: 'GET', path: '/posts' })
    .input(
      scope
        .extend(page.shape)
        .extend({ state: z.enum(['draft', 'scheduled', 'done', 'any']).default('any') }),
    )
    .output(z.object({ posts: z.array(post), next: z.string().nullable() })),
  /** Moves to the bin; `restore` undoes it. Refused while a part is on its way to a network. */
  remove: procedure
    .route({ method: 'DELETE', path: '/posts/{id}' })
    .input(scope.extend({ id: postId }))
    .output(nothing),
  restore: procedure
    .route({ method: 'POST', path: '/posts/{id}/restore' })
    .input(scope.extend({ id: postId }))
    .output(post),
  duplicate: procedure
    .route({ method: 'POST', path: '/posts/{id}/duplicate' })
    .input(scope.extend({ id: postId }))
    .output(post),
  /** What would stand in the way, and what it would cost, before anything is scheduled. */
  preflight: procedure
    .route({ method: 'POST', path: '/posts/preflight' })
    .input(scope.extend(draft.shape).extend({ when: scheduleChoice.optional(), postId: postId.optional() }))
    .output(
      z.object({
        lines: z.array(preflightLine),
        costs: z.array(z.object({ accountId, costMicros: z.int(), note: z.string().nullable() })),
        when: wallTime.nullable(),
      }),
    ),
  /** Posts due within the hour that would not go out as things stand, soonest first, with what to mend. */
  atRisk: procedure
    .route({ method: 'GET', path: '/posts/at-risk' })
    .input(scope)
    .output(z.array(z.object({ delivery, checkedAt: instant, lines: z.array(preflightLine) }))),
  schedule: procedure
    .route({ method: 'POST', path: '/posts/{id}/schedule' })
    .input(scope.extend({ id: postId, version: z.int(), when: scheduleChoice, catchUp: catchUp.optional() }))
    .output(post),
  /** Back to a draft. */
  unschedule: procedure
    .route({ method: 'POST', path: '/posts/{id}/unschedule' })
    .input(scope.extend({ id: postId, version: z.int() }))
    .output(post),
  /** The next free slots of the workspace, soonest first: with accounts, those that the planning rules allow all of them. */
  slots: procedure
    .route({ method: 'GET', path: '/posts/slots' })
    .input(
      scope.extend({
        count: z.int().min(1).max(50).default(5),
        accountIds: z.array(accountId).max(50).default([]),
      }),
    )
    .output(z.array(wallTime)),
  calendar: procedure
    .route({ method: 'GET', path: '/posts/calendar' })
    .input(scope.extend({ from: instant, to: instant }))
    .output(z.array(delivery)),
  /** Full-text search over one's own posts, written here or read from the networks. */
  search: procedure
    .route({ method: 'GET', path: '/posts/search' })
    .input(
      scope.extend({ query: z.string().trim().min(1).max(200), limit: z.int().min(1).max(100).default(20) }),
    )
    .output(
      z.array(
        z.object({
          kind: z.enum(['post', 'network']),
          postId: postId.nullable(),
          accountId: accountId.nullable(),
          /** The passage around the match, with the matches between U+2068 and U+2069. */
          snippet: z.string(),
          at: instant,
          url: z.string().nullable(),
        }),
      ),
    ),
};
