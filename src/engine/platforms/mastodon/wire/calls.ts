import type { ZodType } from 'zod';
import type { AccountHttp, CallResult } from '../../../http/call.ts';

/** A question to the account's server. */
export const read = <Answer>(
  http: AccountHttp,
  operation: string,
  path: string,
  answer: ZodType<Answer>,
  query: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<CallResult<Answer>> =>
  http.send({
    operation,
    endpoint: 'api',
    method: 'GET',
    path,
    query,
    effect: 'read',
    costMicros: 0,
    answer,
  });
