import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';

/** AT Protocol's one error shape. */
export function problem(
  status: number,
  error: string,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  return json(status, { error, message }, headers);
}

export const invalidRequest = (message: string): Answer => problem(400, 'InvalidRequest', message);

export const expiredToken = (): Answer => problem(400, 'ExpiredToken', 'Token has expired');

export const invalidToken = (): Answer => problem(400, 'InvalidToken', 'Token could not be verified');

export const authMissing = (): Answer => problem(401, 'AuthMissing', 'Authentication Required');

/** A limit that is used up, with the headers that say when it ends (epoch seconds). */
export const rateLimited = (headers: Record<string, string>): Answer =>
  problem(429, 'RateLimitExceeded', 'Rate Limit Exceeded', headers);

/** Whether a check gave an answer, which is then a refusal. */
export function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;
}
