import { randomBytes } from 'node:crypto';
import { json } from '../../exchange.ts';
import type { Answer } from '../../exchange.ts';

/** The id that TikTok gives every answer for its support. */
export function logId(): string {
  return `2026${randomBytes(15).toString('hex').toUpperCase()}`;
}

/** A yes: the data, and an error that says there is none. */
export function accepted(data: unknown): Answer {
  return json(200, { data, error: { code: 'ok', message: '', log_id: logId() } });
}

/** A no. */
export function refused(status: number, code: string, message = ''): Answer {
  return json(status, { data: {}, error: { code, message, log_id: logId() } });
}

export const tokenInvalid = (): Answer =>
  refused(401, 'access_token_invalid', 'The access token is invalid or not found in the request.');

export const scopeMissing = (): Answer =>
  refused(
    401,
    'scope_not_authorized',
    'The user did not authorize the scope required for completing this request.',
  );

export const tooMany = (): Answer =>
  refused(429, 'rate_limit_exceeded', 'The API rate limit was exceeded. Please try again later.');

export const invalidParam = (message: string): Answer => refused(400, 'invalid_params', message);
