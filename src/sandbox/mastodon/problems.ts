import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';

/** Mastodon's one error shape. */
export function problem(status: number, error: string, headers: Record<string, string> = {}): Answer {
  return json(status, { error }, headers);
}

/** A token that is none, was revoked, or is over; the header says it, too (RFC 6750). */
export function badToken(how: 'invalid' | 'revoked' | 'expired'): Answer {
  const words = {
    invalid: 'The access token is invalid',
    revoked: 'The access token was revoked',
    expired: 'The access token expired',
  }[how];
  return problem(401, words, {
    'www-authenticate': `Bearer realm="Doorkeeper", error="invalid_token", error_description="${words}"`,
  });
}

export const outOfScope = (): Answer => problem(403, 'This action is outside the authorized scopes');

export const notFound = (): Answer => problem(404, 'Record not found');

export const invalid = (words: string): Answer => problem(422, `Validation failed: ${words}`);

export const tooManyRequests = (headers: Record<string, string>): Answer =>
  problem(429, 'Too many requests', headers);

/** Whether a check gave an answer, which is then a refusal. */
export function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;
}
