import { z } from 'zod';
import { accountId } from './ids.ts';
import { measurementSchema } from './measurement.ts';
import { suggestionSchema } from './suggestion.ts';
import { instant } from './time.ts';
import { messageParamsSchema, noteSchema, reasonSchema } from './reason.ts';

/** A score from 0 to 100; the effects of its reasons, added up and kept within 0 to 100, are the score. */
const scoreSchema = z.object({
  score: z.int().min(0).max(100),
  reasons: z.array(reasonSchema),
});

/**
 * VADER's compound value (-1 to 1, four decimals) and label (positive from 0.05, negative from -0.05), with the terms
 * that made it. Both are null where the text is probably not English; `note` then says so.
 */
export const sentimentSchema = z.object({
  compound: z.number().min(-1).max(1).nullable(),
  label: z.enum(['positive', 'neutral', 'negative']).nullable(),
  drivers: z.array(z.object({ term: z.string(), weight: z.number() })),
  note: noteSchema.nullable(),
});
/** The mood of a text and the terms that made it. */
export type Sentiment = z.infer<typeof sentimentSchema>;

/**
 * Six published formulas. Grades are years of school in the United States. Null where the text has no words or is
 * probably not English; `note` says why, or that the text is too short for the numbers to mean much.
 */
export const readabilitySchema = z.object({
  fleschReadingEase: z.number().nullable(),
  fleschKincaidGrade: z.number().nullable(),
  gunningFog: z.number().nullable(),
  smogIndex: z.number().nullable(),
  automatedReadabilityIndex: z.number().nullable(),
  colemanLiauIndex: z.number().nullable(),
  counts: z.object({
    sentences: z.int().nonnegative(),
    words: z.int().nonnegative(),
    syllables: z.int().nonnegative(),
  }),
  note: noteSchema.nullable(),
});
/** How easy a text is to read. */
export type Readability = z.infer<typeof readabilitySchema>;

/** How well a text can be found: its keyphrases (density is a share of all words, 0 to 1) and where they stand. */
export const seoSchema = scoreSchema.extend({
  keyphrases: z.array(
    z.object({
      phrase: z.string(),
      count: z.int().positive(),
      density: z.number().min(0).max(1),
      weight: z.number().nonnegative(),
    }),
  ),
  firstLineHasKeyphrase: z.boolean(),
});
/** How well a text can be found. */
export type Seo = z.infer<typeof seoSchema>;

/** How a text is built: its opening, its question, what it asks for, and how much ornament it carries. */
export const structureSchema = scoreSchema.extend({
  firstLine: z.string(),
  hasQuestion: z.boolean(),
  hasCallToAction: z.boolean(),
  lineBreaks: z.int().nonnegative(),
  emoji: z.int().nonnegative(),
  words: z.int().nonnegative(),
});
/** How a text is built. */
export type Structure = z.infer<typeof structureSchema>;

/**
 * How well the content suits one network. `measurements` has one entry a part. `costMicros` is what publishing all
 * parts costs at the network's list price, in millionths of a US dollar; null where the network charges nothing.
 * `truncatedAt` is the UTF-16 offset in the first part where the network folds the text away; null where it does not.
 */
export const platformFitSchema = scoreSchema.extend({
  measurements: z.array(measurementSchema),
  costMicros: z.int().nonnegative().nullable(),
  truncatedAt: z.int().nonnegative().nullable(),
});
/** How well the content suits one network. */
export type PlatformFit = z.infer<typeof platformFitSchema>;

const notEnoughDataSchema = z.object({
  status: z.literal('not_enough_data'),
  have: z.int().nonnegative(),
  need: z.int().positive(),
  text: z.string(),
});

/** There would be enough history, but this version has no model that could answer. */
const noModelSchema = z.object({
  status: z.literal('no_model'),
  have: z.int().nonnegative(),
  text: z.string(),
});

/** A number that lies between `low` and `high` eight times in ten. */
const rangeSchema = z.object({
  low: z.number().nonnegative(),
  expected: z.number().nonnegative(),
  high: z.number().nonnegative(),
});

/**
 * What the post may earn, from the account's own history: interactions (likes, replies, shares) as an interval that
 * holds the outcome eight times in ten; or how many published posts with metrics there are and how many it takes.
 */
export const predictionSchema = z.discriminatedUnion('status', [
  notEnoughDataSchema,
  noModelSchema,
  z.object({
    status: z.literal('estimate'),
    low: z.number().nonnegative(),
    expected: z.number().nonnegative(),
    high: z.number().nonnegative(),
    /** Times it may be seen; null where the network does not tell. */
    impressions: rangeSchema.nullable().default(null),
    /** Interactions for each time it is seen, 0 to 1; null without impressions. */
    engagementRate: rangeSchema.nullable().default(null),
    /** The rate of the account's posts of late, 0 to 1. */
    usualRate: z.number().nullable().default(null),
    basedOn: z.int().positive(),
    /** Whose posts it is learned from, and when the post is thought to go out. */
    accountId: accountId.nullable().default(null),
    at: instant.nullable().default(null),
    reasons: z.array(reasonSchema),
  }),
]);
/** What the post may earn, or why nobody can say yet. */
export type Prediction = z.infer<typeof predictionSchema>;

/** Who reacts to posts like this one, from the account's own history; or how much history is missing. */
export const audienceSchema = z.discriminatedUnion('status', [
  notEnoughDataSchema,
  noModelSchema,
  z.object({
    status: z.literal('estimate'),
    segments: z.array(z.object({ name: z.string(), share: z.number().min(0).max(1) })),
    basedOn: z.int().positive(),
    reasons: z.array(reasonSchema),
  }),
]);
/** Who reacts to posts like this one, or why nobody can say yet. */
export type Audience = z.infer<typeof audienceSchema>;

/**
 * The hashtags in the text with how much they have to do with it (0 to 1), and others that would suit: from the
 * account's own results (`own_results`) or from the text's keyphrases (`keyphrase`). `range` is the number of hashtags
 * that suits the network.
 */
export const hashtagAdviceSchema = z.object({
  used: z.array(z.object({ tag: z.string(), relevance: z.number().min(0).max(1) })),
  suggested: z.array(
    z.object({
      tag: z.string(),
      source: z.enum(['own_results', 'keyphrase']),
      params: messageParamsSchema,
      text: z.string(),
    }),
  ),
  range: z.object({ min: z.int().nonnegative(), max: z.int().nonnegative() }),
});
/** The hashtags in the text and others that would suit. */
export type HashtagAdvice = z.infer<typeof hashtagAdviceSchema>;

/**
 * The language the text is most likely in (BCP 47, `und` where nobody can say) and whether the measures that need
 * English were taken.
 */
export const languageSchema = z.object({
  code: z.string(),
  english: z.boolean(),
});
/** The language the text is most likely in. */
export type Language = z.infer<typeof languageSchema>;

/** Everything the local analysis says of one post on one network; the answer of `POST /api/ai/analyze`. */
export const analysisSchema = scoreSchema.extend({
  language: languageSchema,
  sentiment: sentimentSchema,
  readability: readabilitySchema,
  seo: seoSchema,
  structure: structureSchema,
  platformFit: platformFitSchema,
  prediction: predictionSchema,
  audience: audienceSchema,
  hashtags: hashtagAdviceSchema,
  suggestions: z.array(suggestionSchema),
});
/** Everything the local analysis says of one post on one network. */
export type Analysis = z.infer<typeof analysisSchema>;
