import type { z } from 'zod';
import type { Caller } from './feature.ts';

/** The input of a procedure of the contract as its handler receives it: parsed, with defaults filled in. */
export type ProcedureInput<
  Procedure extends { readonly '~orpc': { readonly inputSchema?: z.ZodType | undefined } },
> = z.output<NonNullable<Procedure['~orpc']['inputSchema']>>;

/**
 * The functions that serve a part of the contract: one for each procedure, with its input parsed and its answer as the
 * contract says. A feature's handlers satisfy this type, so that a procedure which is missing does not compile.
 */
export type HandlersOf<Part> = {
  readonly [Name in keyof Part]: Part[Name] extends {
    readonly '~orpc': { readonly inputSchema?: infer Input; readonly outputSchema?: infer Output };
  }
    ? (
        caller: Caller,
        input: Input extends z.ZodType ? z.output<Input> : unknown,
        call: { readonly signal: AbortSignal | undefined },
      ) => AnswerOf<Output> | Promise<AnswerOf<Output>>
    : never;
};
type AnswerOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : unknown;
