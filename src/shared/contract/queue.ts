import { z } from 'zod';
import { delivery, deliveryEvent } from '../models/delivery.ts';
import { deliveryId } from '../models/ids.ts';
import { instant } from '../models/time.ts';
import { page, procedure, scope } from './base.ts';
import { scheduleChoice } from './posts.ts';

const one = scope.extend({ id: deliveryId });

export const queueContract = {
  /** `needs_me`: failed, unknown, missed, needs_you. `next`: scheduled and publishing, soonest first. `done`: newest first. */
  list: procedure
    .route({ method: 'GET', path: '/queue' })
    .input(scope.extend(page.shape).extend({ section: z.enum(['needs_me', 'next', 'done']) }))
    .output(z.object({ deliveries: z.array(delivery), next: z.string().nullable(), total: z.int() })),
  counts: procedure
    .route({ method: 'GET', path: '/queue/counts' })
    .input(scope)
    .output(
      z.object({
        needsMe: z.int(),
        next: z.int(),
        done: z.int(),
        nextDueAt: instant.nullable(),
        paused: z.boolean(),
      }),
    ),
  get: procedure
    .route({ method: 'GET', path: '/queue/{id}' })
    .input(one)
    .output(
      z.object({
        delivery,
        events: z.array(deliveryEvent),
        /** For `unknown`: what was sent and what the network shows now. */
        evidence: z
          .object({
            sentText: z.string(),
            sentAt: instant,
            readings: z.array(z.object({ at: instant, found: z.boolean(), note: z.string() })),
          })
          .nullable(),
      }),
    ),
  /** Sends what has not been sent yet; parts that are out stay out. For failed and missed deliveries. */
  retry: procedure.route({ method: 'POST', path: '/queue/{id}/retry' }).input(one).output(delivery),
  retryAll: procedure
    .route({ method: 'POST', path: '/queue/retry' })
    .input(scope.extend({ code: z.string().optional() }))
    .output(z.object({ retried: z.int() })),
  /** Gives up on a delivery; parts that are out stay out. */
  drop: procedure.route({ method: 'POST', path: '/queue/{id}/drop' }).input(one).output(delivery),
  /** The user's word on an unknown outcome. `published` may carry the address of the post on the network. */
  settle: procedure
    .route({ method: 'POST', path: '/queue/{id}/settle' })
    .input(one.extend({ answer: z.enum(['published', 'send_again', 'drop']), url: z.url().optional() }))
    .output(delivery),
  /** Looks at the network once more. */
  lookAgain: procedure.route({ method: 'POST', path: '/queue/{id}/look' }).input(one).output(delivery),
  reschedule: procedure
    .route({ method: 'POST', path: '/queue/{id}/reschedule' })
    .input(one.extend({ version: z.int(), when: scheduleChoice }))
    .output(delivery),
  cancel: procedure
    .route({ method: 'POST', path: '/queue/{id}/cancel' })
    .input(one.extend({ version: z.int() }))
    .output(delivery),
  /** Deletes the published post at the network (X charges for it). */
  deleteFromNetwork: procedure
    .route({ method: 'POST', path: '/queue/{id}/delete-from-network' })
    .input(one)
    .output(delivery),
};
