import type { z } from 'zod';
import { json, jsonOf } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';

function failure(
  status: number,
  error: { message: string; type: string; param: string | null; code: string | null },
  headers: Record<string, string> = {},
): Answer {
  return json(status, { error }, headers);
}

/** 401: the key does not begin with `practice-`, or was revoked. The key itself is not repeated. */
export function incorrectKey(): Answer {
  return failure(401, {
    message: 'Incorrect API key provided. Keys of the practice endpoint begin with practice-.',
    type: 'invalid_request_error',
    param: null,
    code: 'invalid_api_key',
  });
}

/** 429 for being too fast; the time until it is allowed again in milliseconds. */
export function rateLimited(waitMs: number): Answer {
  const seconds = Math.max(0, Math.ceil(waitMs / 1000));
  return failure(
    429,
    {
      message: `Rate limit reached for requests. Please try again in ${seconds}s.`,
      type: 'requests',
      param: null,
      code: 'rate_limit_exceeded',
    },
    {
      'retry-after': String(seconds),
      'retry-after-ms': String(Math.max(0, Math.ceil(waitMs))),
      'x-ratelimit-limit-requests': '500',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': `${seconds}s`,
    },
  );
}

/** 429 for having no credit left. */
export function insufficientQuota(): Answer {
  return failure(429, {
    message: 'You exceeded your current quota, please check your plan and billing details.',
    type: 'insufficient_quota',
    param: null,
    code: 'insufficient_quota',
  });
}

/** 404 for a model that is not served. */
export function unknownModel(model: string): Answer {
  return failure(404, {
    message: `The model '${model}' does not exist or you do not have access to it.`,
    type: 'invalid_request_error',
    param: null,
    code: 'model_not_found',
  });
}

/** 400 for a request that does not fit. */
export function invalid(message: string, param: string | null, code: string | null = null): Answer {
  return failure(400, { message, type: 'invalid_request_error', param, code });
}

/** Reads a body by a strict schema, or says which parameter is wrong. */
export function readStrictly<Value>(exchange: Exchange, schema: z.ZodType<Value>): Value | Answer {
  const parsed = schema.safeParse(jsonOf(exchange));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    const name = [...issue.path, issue.keys[0] ?? ''].join('.');
    return invalid(`Unknown parameter: '${name}'.`, name, 'unknown_parameter');
  }
  return invalid(`Invalid value for '${path}': ${issue?.message ?? 'not JSON'}`, path === '' ? null : path);
}

/** Whether reading ended in a refusal. */
export function isAnswer(value: object): value is Answer {
  return 'status' in value && 'headers' in value && 'body' in value;
}
