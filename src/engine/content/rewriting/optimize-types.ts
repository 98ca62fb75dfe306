import type { Measurement } from '../../../shared/models/measurement.ts';
import type { ContentRules } from '../../platforms/content-rules.ts';

/** What a rewrite should achieve. */
export type OptimizeGoal = 'clarity' | 'reach' | 'replies' | 'clicks';

/** A text to rewrite, and how many versions are wanted. */
export type OptimizeRequest = {
  readonly text: string;
  readonly goal: OptimizeGoal;
  readonly variants: number;
};

/** A version that keeps the original's links, numbers, names and hashtags, and that the network takes. */
export type Variant = {
  readonly text: string;
  /** The text as the parts to publish: itself, or a thread where it had to be cut. */
  readonly parts: readonly string[];
  /** What was changed and why, in a sentence for the user. */
  readonly why: string;
  /** The measurement of the longest part. */
  readonly measurement: Measurement;
};

/** A version that was thrown away, with a sentence for the user. */
export type Rejection = { readonly reason: string };

/** Tokens that the server charged for, over all requests of one call. */
export type Usage = { readonly inputTokens: number; readonly outputTokens: number };

/**
 * Why a language model gave no answer. `invalid_key`: the server does not accept the key; `rate_limited`: ask again
 * after `retryAfterMs`; `unavailable`: not reachable, cancelled, an error of its own, or an answer that nobody can read;
 * `refused`: the model declines this text; `budget`: the user's budget or the account's credit is used up.
 */
export type OptimizeFailure = 'invalid_key' | 'rate_limited' | 'unavailable' | 'refused' | 'budget';

/** The outcome of a rewrite; `note` is a sentence for the user, or null. */
export type OptimizeResult =
  | {
      readonly status: 'done';
      readonly source: 'openai' | 'rules';
      readonly variants: readonly Variant[];
      readonly rejected: readonly Rejection[];
      readonly note: string | null;
      /** Null where no language model took part. */
      readonly usage: Usage | null;
      /** The answer came from the cache and cost nothing now. */
      readonly cached: boolean;
    }
  | {
      readonly status: 'failed';
      readonly code: OptimizeFailure;
      readonly retryAfterMs: number | null;
      readonly usage: Usage;
    };

/** Keeps answers by a hash of what was asked; what is kept may be lost at any time. */
export type AnswerCache = {
  readonly get: (key: string) => Promise<string | null>;
  readonly set: (key: string, value: string) => Promise<void>;
};

/** A server that speaks OpenAI's Responses API. */
export type OpenAiPort = {
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Without the endpoint's path: `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  readonly signal?: AbortSignal | undefined;
  /** Asked before each request: whether the user's budget still allows one. */
  readonly allow: () => boolean;
  readonly cache?: AnswerCache | undefined;
};

/** What `optimize` works with; without `openAi` it rewrites by rules. */
export type OptimizeDeps = { readonly rules: ContentRules; readonly openAi?: OpenAiPort | undefined };
