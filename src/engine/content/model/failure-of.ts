import { APIConnectionError, APIError } from 'openai';
import { ZodError } from 'zod';
import type { ModelFailureCode } from '../../../shared/models/model-failure.ts';
import { boundedWish, retryAfterOf } from '../../http/retry-after.ts';
import { NoSuchServer } from './server.ts';

/** What kind of failure it was, and when the server wants to be asked again (epoch ms; null: it did not say). */
export interface FailureFound {
  readonly code: ModelFailureCode;
  readonly retryAt: number | null;
}

/** Whether the server has no such endpoint at all; one that lacks only the model has it. */
export function lacksEndpoint(failure: unknown): boolean {
  if (failure instanceof NoSuchServer) return true;
  return failure instanceof APIError && !isAboutModel(failure) && isNowhere(statusOf(failure));
}

/** What a failure of the client library, or of reading what came, means for the user. */
export function failureOf(failure: unknown, now: number): FailureFound {
  const code = codeOf(failure);
  return { code, retryAt: code === 'rate_limited' ? retryAtOf(failure, now) : null };
}

/** OpenAI's codes for an account that cannot pay. */
const empty: ReadonlySet<string> = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
]);

function codeOf(failure: unknown): ModelFailureCode {
  if (failure instanceof NoSuchServer || failure instanceof ZodError) return 'wrong_address';
  if (failure instanceof SyntaxError) return 'cut';
  if (!(failure instanceof APIError) || failure instanceof APIConnectionError) return 'unreachable';
  const status = statusOf(failure);
  const code = failure.code ?? '';
  if (status === 402 || empty.has(code)) return 'no_credit';
  if (isAboutModel(failure)) return 'unknown_model';
  if (status === 401 || code === 'invalid_api_key' || isAboutKey(failure)) return 'invalid_key';
  if (status === 403) return 'no_access';
  if (status === 429 || code === 'rate_limit_exceeded') return 'rate_limited';
  if (isNowhere(status)) return 'wrong_address';
  return status >= 400 && status < 500 ? 'not_understood' : 'server_error';
}

/** An error inside of a stream has no status of its own, but may name one. */
function statusOf({ status, code }: APIError): number {
  const given: unknown = status ?? code;
  return Number(given ?? 0) || 0;
}

const isNowhere = (status: number): boolean => status === 404 || status === 405 || status === 501;

/** Servers word it each in their own way; only OpenAI has a code for it. */
function isAboutModel(failure: APIError): boolean {
  if (failure.code === 'model_not_found') return true;
  const status = statusOf(failure);
  return (status === 400 || status === 404) && unknownModel.test(failure.message);
}

const unknownModel =
  /\bmodels?\b.*\b(?:not found|not exist|not a valid|not available|unknown)|\b(?:no such|unknown|invalid|not a valid) model\b/i;

/** Some servers answer a wrong key as a wrong question. */
const isAboutKey = (failure: APIError): boolean =>
  statusOf(failure) < 404 &&
  /\bapi[ _-]?key\b/i.test(failure.message) &&
  /valid|incorrect/i.test(failure.message);

function retryAtOf(failure: unknown, now: number): number | null {
  const headers: unknown = failure instanceof APIError ? failure.headers : undefined;
  if (!(headers instanceof Headers)) return null;
  const ms = headers.get('retry-after-ms');
  const at = ms !== null && /^\d{1,15}$/.test(ms) ? now + Number(ms) : retryAfterOf(headers, now);
  return at === null ? null : boundedWish(at, now);
}
