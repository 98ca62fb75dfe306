import type { Failure, FailureCode, RawAnswer } from '../../http/call.ts';
import { retryAfterOf } from '../../http/retry-after.ts';
import { evidence } from '../evidence.ts';
import { nextPacificMidnight } from './pacific-day.ts';
import { knownReasons } from './wire/known-reasons.ts';
import { readProblem } from './wire/problem.ts';

const dayMs = 86_400_000;
/** How long to rest where too many requests came at once and Google names no time. */
const rateRestMs = 60_000;

/** Reads the error shapes of Google and YouTube. Never throws, whatever the body. */
export const classify = (answer: RawAnswer, now: number): Omit<Failure, 'reach' | 'status'> => {
  const { reasons, message } = readProblem(answer.body);
  const code = codeOf(answer.status, reasons);
  const ofChannel = reasons.includes('uploadLimitExceeded');
  return {
    code,
    retryAt: retryAtOf(code, ofChannel, answer, now),
    detail: evidence(message),
    // A project's budget is shared by all channels that its app serves.
    ...(isOfApp(code, reasons) && !ofChannel && { limitOf: 'app' as const }),
  };
};

const codeOf = (status: number, reasons: readonly string[]): FailureCode => {
  if (status >= 500) return 'unavailable';
  const known = reasons.map((reason) => knownReasons.get(reason)).find((code) => code !== undefined);
  return known ?? codeOfStatus(status);
};

const codeOfStatus = (status: number): FailureCode => {
  switch (status) {
    case 400:
    case 409:
    case 422:
      return 'content_rejected';
    case 401:
      return 'auth_expired';
    case 408:
      return 'unavailable';
    case 413:
    case 415:
      return 'media_invalid';
    case 429:
      return 'rate_limited';
    default:
      return status >= 400 ? 'platform_refused' : 'platform_changed';
  }
};

const isOfApp = (code: FailureCode, reasons: readonly string[]): boolean =>
  code === 'quota_exhausted' || (code === 'rate_limited' && reasons.includes('rateLimitExceeded'));

const retryAtOf = (
  code: FailureCode,
  ofChannel: boolean,
  { headers }: RawAnswer,
  now: number,
): number | null => {
  // What a channel may upload in a day is not tied to a calendar.
  if (code === 'quota_exhausted') return ofChannel ? now + dayMs : nextPacificMidnight(now);
  const wish = retryAfterOf(headers, now);
  if (code === 'rate_limited') return wish ?? now + rateRestMs;
  return code === 'unavailable' ? wish : null;
};
