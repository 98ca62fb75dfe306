import { z } from 'zod';
import {
  experiment,
  experimentAge,
  experimentBar,
  experimentHour,
  experimentMeasure,
  experimentScheme,
  experimentSummary,
  versionsOut,
} from '../models/experiment.ts';
import { accountId, experimentId, postId } from '../models/ids.ts';
import { postParts } from '../models/post.ts';
import { postOptions } from '../models/publish-option.ts';
import { instant, wallTime } from '../models/time.ts';
import { procedure, scope } from './base.ts';
import { preflightLine } from './posts.ts';

const one = scope.extend({ id: experimentId });

const design = scope.extend({
  name: z.string().trim().min(1).max(80),
  scheme: experimentScheme,
  /** One for `comparable_times`; for `comparable_accounts` at least as many as variants, all of one network. */
  accountIds: z.array(accountId).min(1).max(20),
  /**
   * What is compared. Version `i` of each variant is the same source post, written in that variant's way; all have equally
   * many.
   */
  variants: z
    .array(z.object({ name: z.string().trim().min(1).max(40), versions: z.array(postParts).min(1).max(20) }))
    .min(2)
    .max(4),
  labels: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  options: postOptions.default({}),
  /** The hours of the week at which posts go out, on different days; by the workspace's zone. */
  hours: z.array(experimentHour).min(1).max(7),
  /** No post before this instant; now by default. */
  notBefore: instant.optional(),
  /** How often the same words may go out: more than once only where the network is fine with that. */
  repetitions: z.int().min(1).max(10).default(1),
  /** By default a rate where the account's past posts tell how often they were seen. */
  measure: experimentMeasure.optional(),
  readAfterHours: experimentAge.default(24),
  bar: experimentBar.default({ threshold: 0.9, margin: 0.05, posts: 3, impressions: 100 }),
  /** Repeats the lots of a preview. */
  seed: z.int().min(0).max(4_294_967_295).optional(),
});
export type ExperimentDesign = z.output<typeof design>;

/** What a design comes to, before anything is written. */
export const experimentPreview = z.object({
  seed: z.int(),
  measure: experimentMeasure,
  versionsOut,
  /** In the order in which they go out. */
  posts: z.array(z.object({ when: wallTime, accountId, variant: z.int(), source: z.int() })),
  /** When the last one has been read; null where nothing would go out. */
  endsAt: instant.nullable(),
  costMicros: z.int(),
  /** The smallest real difference, as a fraction, that eight in ten such tests would find; null with fewer posts than `bar.posts`. */
  findableLift: z.number().nullable(),
  /** What the test can tell and what it cannot, in words. */
  sentences: z.array(z.string()),
  /** What stands in the way; `create` refuses errors. */
  lines: z.array(preflightLine),
});
export type ExperimentPreview = z.infer<typeof experimentPreview>;

export const experimentsContract = {
  list: procedure
    .route({ method: 'GET', path: '/experiments' })
    .input(scope)
    .output(z.array(experimentSummary)),
  get: procedure.route({ method: 'GET', path: '/experiments/{id}' }).input(one).output(experiment),
  preview: procedure
    .route({ method: 'POST', path: '/experiments/preview' })
    .input(design)
    .output(experimentPreview),
  /** Draws the lots and schedules every post. Refused with `content_invalid` as the preview says. */
  create: procedure
    .route({ method: 'POST', path: '/experiments' })
    .input(
      design.extend({
        /** The draft that it was begun from: it goes to the bin in the same transaction. */
        draftId: postId.optional(),
      }),
    )
    .output(experiment),
  /** Takes back what is not out; what is out is still read. `restore` undoes it while there is something to bring back. */
  stop: procedure.route({ method: 'POST', path: '/experiments/{id}/stop' }).input(one).output(experiment),
  /** Stops it and takes it off the list; its posts stay. `restore` undoes it. */
  remove: procedure.route({ method: 'DELETE', path: '/experiments/{id}' }).input(one).output(experiment),
  /** Undoes `remove`, or else `stop`: posts that were taken back and whose time is still ahead go out again. */
  restore: procedure
    .route({ method: 'POST', path: '/experiments/{id}/restore' })
    .input(one)
    .output(experiment),
};
