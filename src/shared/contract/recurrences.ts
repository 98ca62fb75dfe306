import { z } from 'zod';
import { catchUp } from '../models/delivery.ts';
import { accountId, postId, recurrenceId } from '../models/ids.ts';
import { postParts } from '../models/post.ts';
import { postOptions } from '../models/publish-option.ts';
import { recurrence, recurrenceEvent } from '../models/recurrence.ts';
import { localDateTime, timeZone, wallTime } from '../models/time.ts';
import { procedure, scope } from './base.ts';
import { preflightLine } from './posts.ts';

const one = scope.extend({ id: recurrenceId });
const labels = z.array(z.string().trim().min(1).max(60)).max(30);

const content = z.object({
  parts: postParts,
  accountIds: z.array(accountId).min(1).max(50),
  labels,
  /** By network, as in `posts`. */
  options: postOptions,
  /**
   * RFC 5545 RRULE value without DTSTART, such as `FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10`. Refused with `rule_invalid`: finer
   * than daily, more than two a day, one that never comes true.
   */
  rule: z.string().trim().min(6).max(500),
  /** The first occurrence, and the wall-clock time of all of them; one that has passed gives the rhythm alone. */
  start: localDateTime,
  timeZone,
  /** The workspace's by default. */
  catchUp: catchUp.optional(),
});
/** The draft that it was written in: it goes to the bin in the same transaction. */
const draftId = postId.optional();

export const recurrencesContract = {
  list: procedure.route({ method: 'GET', path: '/recurrences' }).input(scope).output(z.array(recurrence)),
  get: procedure.route({ method: 'GET', path: '/recurrences/{id}' }).input(one).output(recurrence),
  create: procedure
    .route({ method: 'POST', path: '/recurrences' })
    .input(
      scope
        .extend(content.shape)
        .extend({ labels: labels.default([]), options: postOptions.default({}), draftId }),
    )
    .output(recurrence),
  /** Changes what is still ahead; occurrences that were edited one by one, or are out, stay as they are. */
  update: procedure
    .route({ method: 'PATCH', path: '/recurrences/{id}' })
    .input(one.extend({ version: z.int(), draftId }).extend(content.partial().shape))
    .output(recurrence),
  /** No more occurrences; those ahead are taken back. `resume` undoes it. */
  stop: procedure.route({ method: 'POST', path: '/recurrences/{id}/stop' }).input(one).output(recurrence),
  resume: procedure.route({ method: 'POST', path: '/recurrences/{id}/resume' }).input(one).output(recurrence),
  /** Stops it and takes it off the list; what went out stays. `resume` undoes it. */
  remove: procedure.route({ method: 'DELETE', path: '/recurrences/{id}' }).input(one).output(recurrence),
  /** One occurrence is left out. `local` is its wall-clock time by the rule. `restore` undoes it. */
  skip: procedure
    .route({ method: 'POST', path: '/recurrences/{id}/skip' })
    .input(one.extend({ local: localDateTime }))
    .output(recurrence),
  /** A skipped occurrence comes back; one that was edited by itself becomes as the series has it again. */
  restore: procedure
    .route({ method: 'POST', path: '/recurrences/{id}/restore' })
    .input(one.extend({ local: localDateTime }))
    .output(recurrence),
  /** Everything that was done to it, oldest first. */
  history: procedure
    .route({ method: 'GET', path: '/recurrences/{id}/history' })
    .input(one)
    .output(z.array(recurrenceEvent)),
  /**
   * The next times of a rule, before anything is saved, with a sentence that says the rule in words, and what should be
   * known before: that the same words come too often for a network.
   */
  preview: procedure
    .route({ method: 'POST', path: '/recurrences/preview' })
    .input(
      scope.extend({
        rule: content.shape.rule,
        start: localDateTime,
        timeZone,
        count: z.int().min(1).max(50).default(5),
        /** Where it would go, so that the planning rules can be asked. */
        accountIds: z.array(accountId).max(50).default([]),
      }),
    )
    .output(z.object({ sentence: z.string(), times: z.array(wallTime), lines: z.array(preflightLine) })),
  /** The recurrence that a post is an occurrence of; null where it is none. */
  ofPost: procedure
    .route({ method: 'GET', path: '/posts/{postId}/recurrence' })
    .input(scope.extend({ postId }))
    .output(z.object({ recurrence, local: localDateTime }).nullable()),
};
