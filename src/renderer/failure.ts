import { ORPCError } from '@orpc/client';
import type { Words } from './words.ts';

/** A failure in words: what happened, what to do, and the code for decisions (never shown alone). */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly fix: string | null;
  /** The structured data of the error, such as the newer version of a post. */
  readonly details: unknown;
}

interface SpokenData {
  readonly message: string;
  readonly fix: string | null;
  readonly details?: unknown;
}

const isSpoken = (data: unknown): data is SpokenData =>
  typeof data === 'object' &&
  data !== null &&
  'message' in data &&
  typeof data.message === 'string' &&
  data.message !== '';

/** The words for an error of any call. The engine's own words come first; the window adds those for what it finds itself. */
export function describeFailure(error: unknown, t: Words): Failure {
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    if (isSpoken(data)) {
      return { code: error.code, message: data.message, fix: data.fix ?? null, details: data.details };
    }
    if (error.status === 401 || error.status === 403) {
      return say('signed_out', t('states.error.signedOut'), t('states.error.signedOutFix'));
    }
    if (error.status === 404) return say('older', t('states.error.older'), t('states.error.olderFix'));
    if (error.status === 502 || error.status === 503) {
      return say('unreachable', t('states.error.unreachable'), t('states.error.unreachableFix'));
    }
  }
  if (error instanceof TypeError) {
    return say('unreachable', t('states.error.unreachable'), t('states.error.unreachableFix'));
  }
  return say('unexpected', t('states.error.unexpected'), t('states.error.unexpectedFix'));
}

const say = (code: string, message: string, fix: string): Failure => ({
  code,
  message,
  fix,
  details: undefined,
});

/** True where the call was given up by the window itself, so that nothing is to be said. */
export const isAborted = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
