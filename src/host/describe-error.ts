import { ORPCError } from '@orpc/client';
import { createWords } from '../engine/words.ts';
import type { Words } from '../engine/words.ts';
import { isOcmaError } from '../shared/errors.ts';
import type { OcmaError } from '../shared/errors.ts';

/** What the user reads of an error. */
export interface ErrorWords {
  readonly message: string;
  readonly fix: string | null;
}

/** The catalogue's words for an expected failure. */
export function describeOcmaError(error: OcmaError, words: Words = createWords()): ErrorWords {
  const fix = words(`errors.${error.code}.fix`, error.params);
  return { message: words(`errors.${error.code}.message`, error.params), fix: fix === '' ? null : fix };
}

/** Words for any error that reaches a host's own user: of this process, of the owner's answer, or unforeseen. */
export function describeAnyError(error: unknown): ErrorWords {
  if (isOcmaError(error)) return describeOcmaError(error);
  if (error instanceof ORPCError) return wordsOfAnswer(error);
  return { message: error instanceof Error ? error.message : String(error), fix: null };
}

function wordsOfAnswer(error: ORPCError<string, unknown>): ErrorWords {
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null) return { message: error.message, fix: null };
  const message: unknown = Reflect.get(data, 'message');
  const fix: unknown = Reflect.get(data, 'fix');
  return {
    message: typeof message === 'string' ? message : error.message,
    fix: typeof fix === 'string' && fix !== '' ? fix : null,
  };
}
