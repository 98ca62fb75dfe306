/** One question to a language model: what it is told, the data, and the shape of the answer. */
export interface Question {
  /** Of the app's own making; holds nothing that a user wrote or a network sent. */
  readonly instructions: string;
  /** The data, as one JSON object. */
  readonly input: string;
  /** Pictures as data URLs. */
  readonly images: readonly string[];
  readonly schemaName: string;
  /** A JSON schema (draft 7) that structured output in its strict form takes. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly mostOutputTokens: number;
}

/** Tokens as the server counts them. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export const noUsage: Usage = { inputTokens: 0, outputTokens: 0 };

export const plus = (a: Usage, b: Usage): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
});

/**
 * Why a language model gave no answer. `invalid_key`: the server does not accept the key; `rate_limited`: ask again
 * later; `unavailable`: not reachable, or an error of its own; `unknown_model`: the server has none of this name;
 * `not_understood`: the server refuses the question as it is put; `refused`: the model declines this text; `budget`: the
 * account's credit is used up; `endless`: the answer did not end and was cut off; `cut`: the server ended it too early;
 * `cancelled`: the user closed the question.
 */
export type ModelFailure =
  | 'invalid_key'
  | 'rate_limited'
  | 'unavailable'
  | 'unknown_model'
  | 'not_understood'
  | 'refused'
  | 'budget'
  | 'endless'
  | 'cut'
  | 'cancelled';

/** One request that left, for the list of calls. */
export interface ModelCall {
  /** Null where nothing was answered. */
  readonly status: number | null;
  readonly ms: number;
}

/** What came of a question. `usage` null: the server did not say, and `spoken` tells how many characters came. */
export type Outcome = {
  readonly usage: Usage | null;
  readonly spoken: number;
  readonly calls: readonly ModelCall[];
} & (
  | { readonly status: 'answered'; readonly text: string }
  | { readonly status: 'failed'; readonly code: ModelFailure }
);

/** About how many tokens a text is at the most: three bytes each. Real counts come from the server, after the answer. */
export const tokensAtMost = (text: string): number => Math.ceil(Buffer.byteLength(text, 'utf8') / 3);
