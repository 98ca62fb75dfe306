import type { z } from 'zod';

/** The input of a procedure of the contract as its handler receives it: parsed, with defaults filled in. */
export type ProcedureInput<
  Procedure extends { readonly '~orpc': { readonly inputSchema?: z.ZodType | undefined } },
> = z.output<NonNullable<Procedure['~orpc']['inputSchema']>>;
