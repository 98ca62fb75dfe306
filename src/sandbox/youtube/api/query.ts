import { z } from 'zod';
import type { Answer, Exchange } from '../../exchange.ts';
import { badRequest } from '../problems.ts';

/** What every call of Google's takes besides its own parameters. */
const everywhere = {
  alt: z.literal('json').optional(),
  fields: z.string().optional(),
  key: z.string().optional(),
  prettyPrint: z.enum(['true', 'false']).optional(),
  quotaUser: z.string().optional(),
};

/** `part`: which parts of a resource are wanted; each must be known. */
export function parts(...known: readonly string[]): z.ZodType<ReadonlySet<string>> {
  return z
    .string()
    .transform((text) => new Set(text.split(',').map((part) => part.trim())))
    .refine((wanted) => wanted.size > 0 && [...wanted].every((part) => known.includes(part)), {
      error: 'part: unknown part',
    });
}

/** A whole number in a parameter. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
}

/** Up to fifty ids with commas between them. */
export const ids = z
  .string()
  .transform((text) => text.split(',').filter((id) => id !== ''))
  .pipe(z.array(z.string()).min(1).max(50));

/** Reads the parameters of a call; those that the call does not have are refused. */
export function readQuery<Shape extends z.ZodRawShape>(
  exchange: Exchange,
  shape: Shape,
): z.infer<z.ZodObject<Shape>> | Answer {
  const sent: Record<string, string> = {};
  for (const [name, value] of exchange.query) {
    // Google takes lists with commas or by repeating the name.
    sent[name] = sent[name] === undefined ? value : `${sent[name]},${value}`;
  }
  const parsed = z.strictObject({ ...everywhere, ...shape }).safeParse(sent);
  if (!parsed.success) return badRequest(z.prettifyError(parsed.error), 'invalidParameter');
  return z.object(shape).parse(sent);
}

export function isAnswer(value: object): value is Answer {
  return 'status' in value && 'headers' in value && 'body' in value;
}
