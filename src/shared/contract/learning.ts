import { z } from 'zod';
import { accountId } from '../models/ids.ts';
import { instant } from '../models/time.ts';
import { procedure, scope } from './base.ts';

/** How far what was expected is from what came, on posts that the model had not seen. */
const errorFigures = z.object({
  /** Median of |expected - outcome| / outcome, as a fraction. */
  medianError: z.number(),
  /** Spearman's: whether the better posts were told from the worse, -1 to 1. */
  rankCorrelation: z.number(),
  /** Share of outcomes within the interval that promises 0.8. */
  inInterval: z.number(),
});

/** What predictions of interactions are worth, beside what guessing would be. */
export const learningQuality = z.object({
  /** Posts that were held back to judge: the last 30%. */
  judged: z.int(),
  model: errorFigures,
  /** Guessing the account's median each time. */
  median: errorFigures,
  /** Guessing what the posts just before earned. */
  lastPosts: errorFigures.nullable(),
  /** Interactions of the account's usual post. */
  usual: z.int(),
  /** Those posts in up to ten parts of like size by what was expected, the least first: the medians of what was and what came. */
  parts: z
    .array(z.object({ posts: z.int(), expected: z.number(), outcome: z.number(), inInterval: z.int() }))
    .default([]),
});
export type LearningQuality = z.infer<typeof learningQuality>;

/** Learning that is under way, or waits for its turn. */
export const learningProgress = z.object({
  state: z.enum(['waiting', 'learning']),
  /** Accounts that are done, of all. */
  done: z.int(),
  of: z.int(),
  /** The one that is being learned from, where it is one of these. */
  accountId: accountId.nullable(),
});
export type LearningProgress = z.infer<typeof learningProgress>;

export const learningContract = {
  /** How good the predictions are, for each account: page data of 'how good are these predictions'. */
  quality: procedure
    .route({ method: 'GET', path: '/learning/quality' })
    .input(scope)
    .output(
      z.object({
        /** Posts with results that a model needs. */
        need: z.int(),
        running: learningProgress.nullable(),
        accounts: z.array(
          z.object({
            accountId,
            platform: z.string(),
            username: z.string(),
            /** Posts with results. */
            posts: z.int(),
            state: z.enum(['not_enough_data', 'waiting', 'learned']),
            learnedAt: instant.nullable(),
            quality: learningQuality.nullable(),
          }),
        ),
      }),
    ),
  /** Learns anew, soon and in the background, from accounts whose posts or numbers have changed. */
  retrain: procedure
    .route({ method: 'POST', path: '/learning/retrain' })
    .input(scope)
    .output(z.object({ queued: z.boolean() })),
  /** Ends learning until the next day, of all accounts; what was learned before stays. */
  stop: procedure
    .route({ method: 'POST', path: '/learning/stop' })
    .input(scope)
    .output(z.object({ stopped: z.boolean() })),
};
