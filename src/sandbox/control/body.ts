import { z } from 'zod';
import { json, jsonOf } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';

/** Reads a control body, or answers what is wrong with it. */
export function controlBody<Value>(exchange: Exchange, schema: z.ZodType<Value>): Value | Answer {
  const parsed = schema.safeParse(jsonOf(exchange));
  return parsed.success ? parsed.data : json(400, { error: z.prettifyError(parsed.error) });
}

/** Whether reading a control body ended in an answer. */
export function isRefusal(value: object | null): value is Answer {
  return value !== null && 'status' in value && 'headers' in value && 'body' in value;
}
