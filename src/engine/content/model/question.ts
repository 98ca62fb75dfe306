import type { FailureFound } from './failure-of.ts';

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
} &
  /** `model`: by the server's own name for it; null where it does not say. */
  (
    | { readonly status: 'answered'; readonly text: string; readonly model: string | null }
    | ({ readonly status: 'failed' } & FailureFound)
  );

/** About how many tokens a text is at the most: three bytes each. Real counts come from the server, after the answer. */
export const tokensAtMost = (text: string): number => Math.ceil(Buffer.byteLength(text, 'utf8') / 3);

/** What a question's words use up at the most, without its pictures. */
export const inputTokensAtMost = ({ instructions, input, schema }: Question): number =>
  tokensAtMost(instructions) + tokensAtMost(input) + tokensAtMost(JSON.stringify(schema));
