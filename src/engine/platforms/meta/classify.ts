import type { RawAnswer } from '../../http/call.ts';
import { retryAfterOf } from '../../http/retry-after.ts';
import type { Classified } from '../platform.ts';
import { evidence } from '../evidence.ts';
import { readGraphError } from './graph-error.ts';
import type { GraphError } from './graph-error.ts';
import { checkpoints, knownCodes, knownSubcodes, sessionEnded } from './known-errors.ts';
import type { KnownError } from './known-errors.ts';
import { regainedAt } from './usage.ts';

/** What is known beside the answer. */
export interface GraphContext {
  /**
   * `sixty_days`: the account's token has an end of its own. `none`: it has not (a Page's token), so that a session which
   * ended was ended by somebody. What Graph words as `has expired on` counts as run out either way.
   */
  readonly tokensEnd: 'sixty_days' | 'none';
}

/**
 * What an answer of Graph means, by its numbers and never by its words (Meta, Graph API: handling errors; Instagram
 * Platform: error codes). Never throws, whatever the body.
 */
export const classifyGraph = (answer: RawAnswer, now: number, context: GraphContext): Classified => {
  const error = readGraphError(answer.body);
  const known = error === null ? byStatus(answer.status) : byNumbers(error, answer.status, context);
  const limit = known.code === 'rate_limited' || known.code === 'quota_exhausted';
  const waits = limit || known.code === 'unavailable';
  const said = waits ? (regainedAt(answer, now) ?? retryAfterOf(answer.headers, now)) : null;
  return {
    code: known.code,
    retryAt: said ?? (known.restMs === undefined ? null : now + known.restMs),
    detail: evidence(error === null ? '' : error.userMessage || error.message),
    ...(limit && known.app === true && { limitOf: 'app' as const }),
    ...(known.inDoubt === true && { inDoubt: true as const }),
  };
};

const byNumbers = (error: GraphError, status: number, context: GraphContext): KnownError => {
  const { code, subcode, transient } = error;
  if (error.ofUpload) return transient === true ? { code: 'unavailable' } : { code: 'media_invalid' };
  if (code === 190 || code === 102) return { code: tokenProblem(error, context) };
  const ofSubcode = subcode === null ? undefined : knownSubcodes.get(subcode);
  if (ofSubcode !== undefined) return ofSubcode;
  const ofCode = code === null ? undefined : knownCodes.get(code);
  if (ofCode !== undefined) return ofCode;
  if (code !== null && code >= 200 && code <= 299) return { code: 'scope_missing' };
  if (transient === true) return { code: 'unavailable', inDoubt: true };
  return byStatus(status);
};

/** By Meta's own definition 463 stands for sessions that ran out, were ended or are otherwise no good. */
const tokenProblem = ({ subcode, message }: GraphError, { tokensEnd }: GraphContext): KnownError['code'] => {
  if (subcode !== null && checkpoints.has(subcode)) return 'account_action_required';
  if (subcode !== sessionEnded) return 'auth_revoked';
  return tokensEnd === 'sixty_days' || /session has expired on/i.test(message)
    ? 'auth_expired'
    : 'auth_revoked';
};

const byStatus = (status: number): KnownError => {
  if (status >= 500 || status === 408) return { code: 'unavailable' };
  if (status === 401) return { code: 'auth_revoked' };
  if (status === 413) return { code: 'media_invalid' };
  if (status === 429) return { code: 'rate_limited', restMs: 300_000 };
  if (status === 410 || status === 426) return { code: 'platform_changed' };
  if (status === 400 || status === 422) return { code: 'content_rejected' };
  return status >= 400 ? { code: 'platform_refused' } : { code: 'platform_changed' };
};
