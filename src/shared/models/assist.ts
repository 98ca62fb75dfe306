import { z } from 'zod';
import { mediaId } from './ids.ts';
import { measurementSchema } from './measurement.ts';
import { modelFailure } from './model-failure.ts';
import { instant } from './time.ts';

/** How a rewrite may sound; `own` follows the tone guide that was drawn from the account's best posts. */
export const tones = ['own', 'plain', 'friendly', 'formal', 'playful', 'bold'] as const;
export const tone = z.enum(tones);
export type Tone = z.infer<typeof tone>;

/** What the first line of a version may do. */
export const hooks = ['any', 'question', 'number', 'statement', 'story'] as const;
export const hook = z.enum(hooks);
export type Hook = z.infer<typeof hook>;

/** What a rewrite should achieve. */
export const goals = ['clarity', 'reach', 'replies', 'clicks'] as const;
export const goal = z.enum(goals);

/**
 * What is asked for. Versions of a text differ in tone and hook where several are given (taken in turn). `language` is
 * a BCP 47 tag.
 */
export const assistTask = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rewrite'),
    goal: goal.default('clarity'),
    tones: z.array(tone).max(6).default([]),
    hooks: z.array(hook).max(5).default([]),
    versions: z.int().min(1).max(5).default(2),
  }),
  z.object({ kind: z.literal('shorten'), versions: z.int().min(1).max(5).default(2) }),
  z.object({ kind: z.literal('thread') }),
  z.object({ kind: z.literal('hashtags') }),
  z.object({ kind: z.literal('title'), versions: z.int().min(1).max(5).default(3) }),
  z.object({ kind: z.literal('description') }),
  z.object({ kind: z.literal('alt_text'), mediaId }),
  z.object({ kind: z.literal('translate'), language: z.string().min(2).max(35) }),
]);
export type AssistTask = z.infer<typeof assistTask>;

/** One answer that passed every check; what did not pass is never among them. */
export const assistVersion = z.object({
  text: z.string(),
  /** The text as the parts to publish; one, or a thread. */
  parts: z.array(z.string()),
  /** What was changed and what for, in a sentence. */
  why: z.string(),
  tone: tone.nullable(),
  hook: hook.nullable(),
  /** Of the longest part, by the network's own counting; null for alternative texts. */
  measurement: measurementSchema.nullable(),
});
export type AssistVersion = z.infer<typeof assistVersion>;

/** Who answered. `rules`: no language model took part. `practice`: the practice network played one. */
export const assistSource = z.enum(['model', 'rules', 'practice']);

export const assistAnswer = z.object({
  source: assistSource,
  versions: z.array(assistVersion),
  /** What was thrown away, each with the reason, in sentences. */
  rejected: z.array(z.object({ reason: z.string() })),
  /** A sentence for the user, such as why there is no version. */
  note: z.string().nullable(),
  /** Why the language model that is set up gave no answer, so that rules had to; null where it did, or there is none. */
  failure: modelFailure.nullable(),
  /** Null where no language model was asked now. `costMicros` null: the price of this model is not known. */
  usage: z
    .object({
      inputTokens: z.int(),
      outputTokens: z.int(),
      costMicros: z.int().nullable(),
    })
    .nullable(),
  /** The answer was kept from an earlier time and cost nothing now. */
  cached: z.boolean(),
});
export type AssistAnswer = z.infer<typeof assistAnswer>;

/**
 * How an answer comes in. `draft` is text on its way that nobody has checked yet: shown as such, never offered.
 * `repairing`: versions had faults and the model is asked once more.
 */
export const assistEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asking'), source: assistSource }),
  z.object({ kind: z.literal('draft'), texts: z.array(z.string()) }),
  z.object({ kind: z.literal('repairing'), faults: z.array(z.string()) }),
  z.object({ kind: z.literal('done'), answer: assistAnswer }),
]);
export type AssistEvent = z.infer<typeof assistEvent>;

/** Exactly what a language model would be sent, and what that may cost; nothing is sent to find out. */
export const assistPreview = z.object({
  /** Null: there is no key, so rules would answer and nothing leaves this machine. */
  server: z
    .object({
      origin: z.string(),
      model: z.string(),
      practice: z.boolean(),
      /** The versions go there once more, to be judged by its moderation. */
      moderated: z.boolean(),
    })
    .nullable(),
  instructions: z.string(),
  /** The data, as it would be sent. */
  input: z.string(),
  images: z.array(
    z.object({ mediaId, fileName: z.string(), bytes: z.int(), width: z.int(), height: z.int() }),
  ),
  /**
   * Rising topics among the data: how many are the user's own, how many the network reported and when. They are taken from
   * what is known already, so they cost nothing. Null where none were asked for.
   */
  rising: z.object({ own: z.int(), network: z.int(), networkReadAt: instant.nullable() }).nullable(),
  estimate: z.object({
    inputTokens: z.int(),
    outputTokens: z.int(),
    costMicros: z.int().nullable(),
  }),
  budget: z.object({ monthlyMicros: z.int(), spentMicros: z.int() }),
  /** The answer is kept already, so that nothing would be sent. */
  cached: z.boolean(),
});
export type AssistPreview = z.infer<typeof assistPreview>;

/** How an account's best posts sound, drawn from them; sent along where the tone `own` is asked for. */
export const toneGuide = z.object({
  /** Sentences such as "Short sentences, no exclamation marks". */
  traits: z.array(z.string()),
  /** The posts it was drawn from. */
  basedOn: z.array(z.object({ remoteId: z.string(), text: z.string(), url: z.string().nullable() })),
  source: assistSource,
});
export type ToneGuide = z.infer<typeof toneGuide>;
