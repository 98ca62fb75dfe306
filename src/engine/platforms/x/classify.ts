import type { Failure, FailureCode, RawAnswer } from '../../http/call.ts';
import { evidence } from '../evidence.ts';
import { codeOfType, codeOfWords, numberedErrors, tokenErrors } from './wire/known-problems.ts';
import { retryAfterOf } from '../../http/retry-after.ts';
import { limitEndsAt } from './wire/limits.ts';
import { readProblem } from './wire/problem.ts';
import type { Problem } from './wire/problem.ts';

/** X lets an account post 300 times in three hours; a daily limit is not dated in the answer. */
const dailyLimitPauseMs = 3 * 3_600_000;

/** Reads X's error shapes. Never throws, whatever the body. */
export const classify = (answer: RawAnswer, now: number): Omit<Failure, 'reach' | 'status'> => {
  const problem = readProblem(answer.body);
  const code = codeOf(answer.status, problem);
  return {
    code,
    retryAt: retryAtOf(code, answer, problem, now),
    detail: evidence(problem.detail),
    // The daily number of posts is the account's; what a month may read is the app's.
    ...(code === 'quota_exhausted' && !problem.codes.includes(185) && { limitOf: 'app' as const }),
  };
};

const codeOf = (status: number, problem: Problem): FailureCode => {
  if (status === 402) return 'credits_exhausted';
  if (status >= 500) return 'unavailable';
  const numbered = problem.codes.map((code) => numberedErrors.get(code)).find((code) => code !== undefined);
  if (numbered !== undefined) return numbered;
  const refusedToken = tokenErrors.get(problem.oauthError ?? '');
  if (refusedToken !== undefined) return refusedToken;
  const typed = codeOfType(problem.type, status);
  if (typed === 'content_rejected') return isAboutMedia(problem) ? 'media_invalid' : typed;
  if (typed !== undefined) return typed;
  if (status === 401) return 'auth_expired';
  if (status === 429) return 'rate_limited';
  return codeOfWords(problem) ?? codeOfStatus(status);
};

const isAboutMedia = ({ parameters, words }: Problem): boolean =>
  parameters.some((name) => name.startsWith('media')) || /media ids? (?:is|are) invalid/.test(words);

const codeOfStatus = (status: number): FailureCode => {
  switch (status) {
    case 400:
    case 422:
      return 'content_rejected';
    case 408:
      return 'unavailable';
    case 410:
      return 'platform_changed';
    case 413:
      return 'media_invalid';
    default:
      return status >= 400 ? 'platform_refused' : 'platform_changed';
  }
};

const retryAtOf = (code: FailureCode, answer: RawAnswer, problem: Problem, now: number): number | null => {
  if (code === 'rate_limited') return limitEndsAt(answer, now);
  if (code === 'quota_exhausted') {
    return problem.codes.includes(185)
      ? Math.max(limitEndsAt(answer, now), now + dailyLimitPauseMs)
      : nextMonth(now);
  }
  return code === 'unavailable' ? retryAfterOf(answer.headers, now) : null;
};

/** The usage cap counts calendar months; X does not say when it ends. */
const nextMonth = (now: number): number => {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
};
