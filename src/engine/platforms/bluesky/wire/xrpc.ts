import type { ZodType } from 'zod';
import type { AccountHttp, Call, CallResult } from '../../../http/call.ts';

/** A question to the account's server (HTTP GET `/xrpc/<name>`), which passes on what it does not know itself. */
export const query = <Answer>(
  http: AccountHttp,
  operation: string,
  name: string,
  ask: {
    readonly query: Readonly<Record<string, string | readonly string[]>>;
    readonly answer: ZodType<Answer>;
    readonly cacheMs?: number;
    readonly accepts?: readonly number[];
  },
): Promise<CallResult<Answer>> =>
  http.send({
    operation,
    endpoint: 'api',
    method: 'GET',
    path: `/xrpc/${name}`,
    effect: 'read',
    costMicros: 0,
    ...ask,
  });

/** A change at the account's server (HTTP POST `/xrpc/<name>`). */
export const procedure = <Answer>(
  http: AccountHttp,
  operation: string,
  name: string,
  ask: {
    readonly body: NonNullable<Call<Answer>['body']>;
    readonly effect: 'write' | 'upload';
    readonly answer: ZodType<Answer>;
    readonly timeoutMs?: number;
    readonly signal?: AbortSignal;
  },
): Promise<CallResult<Answer>> => {
  const { signal, ...rest } = ask;
  return http.send(
    { operation, endpoint: 'api', method: 'POST', path: `/xrpc/${name}`, costMicros: 0, ...rest },
    signal === undefined ? {} : { signal },
  );
};
