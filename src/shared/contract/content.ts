import { z } from 'zod';
import { platformName } from '../models/account.ts';
import { analysisSchema } from '../models/analysis.ts';
import { accountId } from '../models/ids.ts';
import { measurementSchema } from '../models/measurement.ts';
import { optionValues } from '../models/publish-option.ts';
import { instant } from '../models/time.ts';
import { procedure, scope } from './base.ts';

const draft = scope.extend({
  content: z.string().max(100_000),
  platform: platformName,
  /** Further parts of a thread. */
  replies: z.array(z.string().max(100_000)).max(24).default([]),
  mediaCount: z.int().min(0).max(20).default(0),
  missingAltTexts: z.int().min(0).max(20).default(0),
  focusKeyphrase: z.string().max(100).optional(),
  /** What was chosen for this network; a `title` among it is analysed where the network has titles. */
  options: optionValues.optional(),
});

const optimized = z.object({
  /** `rules` is honest about being rules: no language model took part. */
  source: z.enum(['openai', 'rules']),
  variants: z.array(
    z.object({
      text: z.string(),
      parts: z.array(z.string()),
      why: z.string(),
      measurement: measurementSchema,
    }),
  ),
  rejected: z.array(z.object({ reason: z.string() })),
  note: z.string().nullable(),
  usage: z.object({ inputTokens: z.int(), outputTokens: z.int(), costMicros: z.int().nullable() }).nullable(),
});
export type Optimized = z.infer<typeof optimized>;

export const contentContract = {
  measure: procedure
    .route({ method: 'POST', path: '/content/measure', summary: "Count a text by a network's own rules" })
    .input(scope.extend({ text: z.string().max(100_000), platform: platformName }))
    .output(measurementSchema),
  analyze: procedure
    .route({ method: 'POST', path: '/ai/analyze', summary: 'Analyse a draft' })
    .input(
      draft.extend({
        /** Whose posts the estimate is learned from; without it the account there of which most is known. */
        accountId: accountId.optional(),
        /** When it is to go out; now by default. */
        at: instant.optional(),
        /** What the first part shows, in order. */
        mediaKinds: z
          .array(z.enum(['image', 'gif', 'video']))
          .max(20)
          .optional(),
      }),
    )
    .output(analysisSchema),
  optimize: procedure
    .route({ method: 'POST', path: '/ai/optimize', summary: 'Rewrite a draft' })
    .input(
      draft.extend({
        goal: z.enum(['clarity', 'reach', 'replies', 'clicks']).default('clarity'),
        variants: z.int().min(1).max(5).default(2),
      }),
    )
    .output(optimized),
};
