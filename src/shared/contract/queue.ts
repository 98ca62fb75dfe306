import { z } from 'zod';
import { catchUp, delivery, deliveryEvent, problemAction, publishMode } from '../models/delivery.ts';
import { accountId, deliveryId, mediaId } from '../models/ids.ts';
import { queueStatistics } from '../models/queue-statistics.ts';
import { instant } from '../models/time.ts';
import { page, procedure, scope } from './base.ts';
import { scheduleChoice } from './posts.ts';

const one = scope.extend({ id: deliveryId });

/** Several deliveries at once, by what they have in common; all that stopped where neither is given. */
const kindOfFailure = scope.extend({ code: z.string().optional(), accountId: accountId.optional() });

/** What happens with a send whose fate nobody can find out: the user is asked, or has decided. */
const standingAnswer = z.enum(['ask', 'send_again', 'drop']);

/** What the network, or the way to it, said when a delivery stopped: the evidence behind the sentence. */
const answer = z.object({
  /** HTTP status; null where nothing was answered. */
  status: z.int().nullable(),
  code: z.string(),
  /** The network's own words, shortened and without secrets; empty where it gave none. */
  says: z.string(),
  at: instant,
  attempts: z.int(),
  /** Earlier tries, oldest first. */
  tries: z.array(z.object({ at: instant, code: z.string(), says: z.string() })),
});

/** Deliveries of one account that stopped for one reason. */
const deadLetterGroup = z.object({
  code: z.string(),
  accountId,
  platform: z.string(),
  count: z.int(),
  message: z.string(),
  fix: z.string(),
  actions: z.array(problemAction),
  newestAt: instant,
  /** True where the account was signed out then and is connected again: one decision sends all of them. */
  reconnected: z.boolean(),
});

const deadLetters = z.object({ groups: z.array(deadLetterGroup), total: z.int() });
export type DeadLetters = z.infer<typeof deadLetters>;
/** Deliveries of one account that stopped for one reason. */
export type DeadLetterGroup = z.infer<typeof deadLetterGroup>;

/** What is known of a part that a network may or may not have taken. */
const sendEvidence = z.object({
  part: z.int(),
  sentText: z.string(),
  mediaCount: z.int(),
  sentAt: instant,
  /** The first such send, where it was sent again since. */
  firstSentAt: instant,
  /** Each look at the network, oldest first; the last one shows what is there now. */
  readings: z.array(
    z.object({
      at: instant,
      found: z.boolean(),
      /** It could be this post or another of the same words. */
      ambiguous: z.boolean(),
      note: z.string(),
      /** What the network said of it; null where only a list was read. */
      said: z.string().nullable(),
      /** How many posts were looked at; null where no list was read. */
      seen: z.int().nullable(),
      /** The account's posts nearest to the send. */
      nearest: z.array(
        z.object({
          text: z.string(),
          url: z.string().nullable(),
          at: instant,
          mediaCount: z.int().nullable(),
        }),
      ),
    }),
  ),
  /** What the network, or the way to it, answered. */
  failures: z.array(
    z.object({ at: instant, code: z.string(), says: z.string(), status: z.int().nullable() }),
  ),
  /** Null where it is not looked at again by itself. */
  nextReadingAt: instant.nullable(),
});
export type SendEvidence = z.infer<typeof sendEvidence>;

/** One delivery in full. */
const queueDetail = z.object({
  delivery,
  events: z.array(deliveryEvent),
  /** For a part whose fate is open: what was sent and what the network shows now. */
  evidence: sendEvidence.nullable(),
  /** For what stopped or waits after a failure. */
  answer: answer.nullable(),
});
export type QueueDetail = z.infer<typeof queueDetail>;

/** How the posts of an account go out. */
const accountPublishing = z.object({
  mode: publishMode,
  /** Handed to the network ahead of their time, which publishes them by itself. */
  nativeSchedule: z.boolean(),
  /** Whether the network can do that. */
  canScheduleNatively: z.boolean(),
});
export type AccountPublishing = z.infer<typeof accountPublishing>;

/** What a user needs to publish a post by hand. */
const reminder = z.object({
  parts: z.array(
    z.object({
      text: z.string(),
      media: z.array(
        z.object({
          id: mediaId,
          fileName: z.string(),
          altText: z.string(),
          /** The file on this machine. */
          path: z.string(),
          /** Where the host serves it, relative to its own address. */
          url: z.string(),
        }),
      ),
    }),
  ),
  /** What was chosen for the network, by the fields' labels. */
  options: z.array(z.object({ label: z.string(), value: z.string() })),
  /** The network's own page for writing a post, with the text where it takes one; null where it has none. */
  composerUrl: z.string().nullable(),
});
export type Reminder = z.infer<typeof reminder>;

export const queueContract = {
  /** `needs_me`: failed, unknown, missed, needs_you. `next`: scheduled, publishing and with the network, soonest first. `done`: newest first. */
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
        /** Of those that need the user, the ones whose time has passed. */
        missed: z.int(),
        nextDueAt: instant.nullable(),
        paused: z.boolean(),
      }),
    ),
  /** How publishing has been going. */
  statistics: procedure
    .route({ method: 'GET', path: '/queue/statistics', summary: 'How publishing has been going' })
    .input(scope)
    .output(queueStatistics),
  /** What stopped, by reason and account, the largest group first. */
  deadLetters: procedure
    .route({ method: 'GET', path: '/queue/dead-letters', summary: 'What stopped, by reason and account' })
    .input(scope)
    .output(deadLetters),
  /** Posts whose time has passed without them, oldest first. */
  missed: procedure
    .route({ method: 'GET', path: '/queue/missed', summary: 'Posts that missed their time' })
    .input(scope.extend(page.shape))
    .output(z.object({ deliveries: z.array(delivery), next: z.string().nullable(), total: z.int() })),
  /**
   * One decision for all that missed their time, or for those named. Late posts of one account go out a minute apart.
   * `left`: those for which no slot was free; they stay as they are.
   */
  decideMissed: procedure
    .route({
      method: 'POST',
      path: '/queue/missed/decide',
      summary: 'Decide on posts that missed their time',
    })
    .input(
      scope.extend({
        decision: z.enum(['publish_now', 'next_slot', 'drop']),
        ids: z.array(deliveryId).min(1).max(1_000).optional(),
      }),
    )
    .output(z.object({ decided: z.int(), left: z.int(), ids: z.array(deliveryId) })),
  get: procedure.route({ method: 'GET', path: '/queue/{id}' }).input(one).output(queueDetail),
  /** Sends what has not been sent yet; parts that are out stay out. For failed and missed deliveries. */
  retry: procedure.route({ method: 'POST', path: '/queue/{id}/retry' }).input(one).output(delivery),
  /**
   * Retries all of a kind, oldest first, a minute apart on each account. `skipped`: those of accounts that are not
   * connected, which would only stop again.
   */
  retryAll: procedure
    .route({ method: 'POST', path: '/queue/retry' })
    .input(kindOfFailure.extend({ at: z.enum(['now', 'next_slot']).default('now') }))
    .output(z.object({ retried: z.int(), skipped: z.int() })),
  /** Gives up on a delivery; parts that are out stay out. */
  drop: procedure.route({ method: 'POST', path: '/queue/{id}/drop' }).input(one).output(delivery),
  /** Gives up on all of a kind that stopped. `ids` is what `restoreAll` takes back. */
  dropAll: procedure
    .route({ method: 'POST', path: '/queue/drop' })
    .input(kindOfFailure)
    .output(z.object({ dropped: z.int(), ids: z.array(deliveryId) })),
  /**
   * Undoes a drop or a cancel: it stands where it stood. Refused where a part was given up after an unclear send, since
   * that one may be out.
   */
  restore: procedure.route({ method: 'POST', path: '/queue/{id}/restore' }).input(one).output(delivery),
  restoreAll: procedure
    .route({ method: 'POST', path: '/queue/restore' })
    .input(scope.extend({ ids: z.array(deliveryId).min(1).max(20_000) }))
    .output(z.object({ restored: z.int() })),
  /** The user's word on an unknown outcome. `published` may carry the address of the post on the network. */
  settle: procedure
    .route({ method: 'POST', path: '/queue/{id}/settle' })
    .input(
      one.extend({
        answer: z.enum(['published', 'send_again', 'drop']),
        url: z.url().optional(),
        /** Decides so for every unclear send of this account; not for `published`, which nobody can know ahead. */
        fromNowOn: z.boolean().default(false),
      }),
    )
    .output(delivery),
  /** What the user decided for all unclear sends of an account. */
  standingAnswer: procedure
    .route({ method: 'GET', path: '/queue/standing-answer', summary: 'The decision on unclear sends' })
    .input(scope.extend({ accountId }))
    .output(z.object({ answer: standingAnswer })),
  /** `ask` takes the decision back. */
  setStandingAnswer: procedure
    .route({ method: 'PUT', path: '/queue/standing-answer', summary: 'Decide on unclear sends ahead' })
    .input(scope.extend({ accountId, answer: standingAnswer }))
    .output(z.object({ answer: standingAnswer })),
  /** Looks at the network once more. */
  lookAgain: procedure.route({ method: 'POST', path: '/queue/{id}/look' }).input(one).output(delivery),
  reschedule: procedure
    .route({ method: 'POST', path: '/queue/{id}/reschedule' })
    .input(one.extend({ version: z.int(), when: scheduleChoice, catchUp: catchUp.optional() }))
    .output(delivery),
  cancel: procedure
    .route({ method: 'POST', path: '/queue/{id}/cancel' })
    .input(one.extend({ version: z.int() }))
    .output(delivery),
  /** A post that the user publishes by hand, ready to paste: for reminders, and what a network handed to the user. */
  reminder: procedure
    .route({ method: 'GET', path: '/queue/{id}/reminder', summary: 'A post, ready to paste' })
    .input(one)
    .output(reminder),
  /** The user has published it by hand; with its address where they know it. For `needs_you`. */
  posted: procedure
    .route({ method: 'POST', path: '/queue/{id}/posted', summary: 'Say that a post is out' })
    .input(one.extend({ url: z.url().optional() }))
    .output(delivery),
  /** Reminds again in an hour. For `needs_you`. */
  notNow: procedure
    .route({ method: 'POST', path: '/queue/{id}/not-now', summary: 'Be reminded again later' })
    .input(one)
    .output(delivery),
  /** Who publishes this post: OCMA, or the user after a reminder; null: as its account has it. */
  setMode: procedure
    .route({ method: 'PUT', path: '/queue/{id}/mode', summary: 'Choose who publishes a post' })
    .input(one.extend({ version: z.int(), mode: publishMode.nullable() }))
    .output(delivery),
  /** How the posts of an account go out. */
  publishing: procedure
    .route({ method: 'GET', path: '/queue/publishing', summary: 'How the posts of an account go out' })
    .input(scope.extend({ accountId }))
    .output(accountPublishing),
  /**
   * What is not given stays; waiting posts follow at once. Refused with `invalid_input` where the network does not publish
   * by itself.
   */
  setPublishing: procedure
    .route({ method: 'PUT', path: '/queue/publishing', summary: 'Choose how the posts of an account go out' })
    .input(scope.extend({ accountId, mode: publishMode.optional(), nativeSchedule: z.boolean().optional() }))
    .output(accountPublishing),
  /** Deletes the published post at the network (X charges for it). */
  deleteFromNetwork: procedure
    .route({ method: 'POST', path: '/queue/{id}/delete-from-network' })
    .input(one)
    .output(delivery),
};
