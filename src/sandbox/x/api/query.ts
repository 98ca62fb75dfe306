import { z } from 'zod';
import type { Answer, Exchange } from '../../exchange.ts';
import { invalidRequest } from '../problems.ts';
import type { BadParameter } from '../problems.ts';

/** An id as X writes it. */
export const idSchema = z.string().regex(/^[0-9]{1,19}$/);

/** A list in one parameter, separated by commas. */
export function commaList<Item>(item: z.ZodType<Item, string>, most: number): z.ZodType<Item[], string> {
  return z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(item).min(1).max(most));
}

/** A whole number in a range, as a parameter. */
export function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
}

/** An instant as X takes it, `2026-11-01T10:00:00Z` with or without fractions; becomes milliseconds. */
export const instantSchema = z.iso.datetime().transform((text) => Date.parse(text));

/** Reads a query by a strict schema, or says what X would not take. */
export function readQuery<Value>(exchange: Exchange, schema: z.ZodType<Value>): Value | Answer {
  const names = [...exchange.query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    return invalidRequest({
      name: repeated,
      values: exchange.query.getAll(repeated),
      message: `The query parameter [${repeated}] may be given once`,
    });
  }
  const parsed = schema.safeParse(Object.fromEntries(exchange.query));
  return parsed.success ? parsed.data : refusedBy(parsed.error, exchange.query);
}

/** Reads a JSON body by a strict schema, or says what X would not take. */
export function readBody<Value>(body: unknown, schema: z.ZodType<Value>): Value | Answer {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : refusedBy(parsed.error, new URLSearchParams());
}

/** Whether reading ended in a refusal. */
export function isAnswer(value: object): value is Answer {
  return 'status' in value && 'headers' in value && 'body' in value;
}

function refusedBy(error: z.ZodError, query: URLSearchParams): Answer {
  return invalidRequest(
    ...error.issues.flatMap((issue): BadParameter[] => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((name) => ({
          name: [...issue.path, name].join('.'),
          values: query.getAll(name),
          message: `The parameter [${name}] is not one of those that this endpoint takes`,
        }));
      }
      const name = issue.path.filter((part) => typeof part === 'string').join('.');
      return [{ name, values: query.getAll(name), message: `${name}: ${issue.message}` }];
    }),
  );
}
