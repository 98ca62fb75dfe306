import { z } from 'zod';
import { catchUp } from '../models/delivery.ts';
import { accountId, postId, recurrenceId } from '../models/ids.ts';
import { postParts } from '../models/post.ts';
import { recurrence } from '../models/recurrence.ts';
import { localDateTime, timeZone, wallTime } from '../models/time.ts';
import { procedure, scope } from './base.ts';

const one = scope.extend({ id: recurrenceId });

const content = z.object({
  parts: postParts,
  accountIds: z.array(accountId).min(1).max(50),
  labels: z.array(z.string().trim().min(1).max(60)).max(30).default([]),
  /** RFC 5545 RRULE value without DTSTART, such as `FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10`. Finer than daily is refused. */
  rule: z.string().trim().min(6).max(500),
  /** The first occurrence, and the wall-clock time of all of them. */
  start: localDateTime,
  timeZone,
  catchUp: catchUp.optional(),
});

export const recurrencesContract = {
  list: procedure.route({ method: 'GET', path: '/recurrences' }).input(scope).output(z.array(recurrence)),
  get: procedure.route({ method: 'GET', path: '/recurrences/{id}' }).input(one).output(recurrence),
  create: procedure
    .route({ method: 'POST', path: '/recurrences' })
    .input(scope.extend(content.shape))
    .output(recurrence),
  /** Changes what is still ahead; occurrences that were edited one by one, or are out, stay as they are. */
  update: procedure
    .route({ method: 'PATCH', path: '/recurrences/{id}' })
    .input(one.extend({ version: z.int() }).extend(content.partial().shape))
    .output(recurrence),
  /** No more occurrences; those ahead are taken back. `resume` undoes it. */
  stop: procedure.route({ method: 'POST', path: '/recurrences/{id}/stop' }).input(one).output(recurrence),
  resume: procedure.route({ method: 'POST', path: '/recurrences/{id}/resume' }).input(one).output(recurrence),
  /** One occurrence is left out. `local` is its wall-clock time by the rule. `restore` undoes it. */
  skip: procedure
    .route({ method: 'POST', path: '/recurrences/{id}/skip' })
    .input(one.extend({ local: localDateTime }))
    .output(recurrence),
  restore: procedure
    .route({ method: 'POST', path: '/recurrences/{id}/restore' })
    .input(one.extend({ local: localDateTime }))
    .output(recurrence),
  /** The next times of a rule, before anything is saved, with a sentence that says the rule in words. */
  preview: procedure
    .route({ method: 'POST', path: '/recurrences/preview' })
    .input(
      scope.extend({
        rule: content.shape.rule,
        start: localDateTime,
        timeZone,
        count: z.int().min(1).max(50).default(5),
      }),
    )
    .output(z.object({ sentence: z.string(), times: z.array(wallTime) })),
  /** The recurrence that a post is an occurrence of; null where it is none. */
  ofPost: procedure
    .route({ method: 'GET', path: '/posts/{postId}/recurrence' })
    .input(scope.extend({ postId }))
    .output(z.object({ recurrence, local: localDateTime }).nullable()),
};
