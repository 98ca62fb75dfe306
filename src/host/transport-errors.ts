import { ORPCError, ValidationError } from '@orpc/server';
import type { Log } from '../engine/ports.ts';
import { errorStatus } from '../shared/errors.ts';

const internalSentence = 'OCMA could not do this because of a fault of its own. It is written to the log.';

/**
 * What a handler does with errors that no procedure meant: a request of the wrong shape becomes `invalid_input` with
 * the field's name, anything unexpected becomes `internal` and goes to the log. Meant errors pass unchanged.
 */
export function transportErrors(
  log: Log,
): <Result>(options: { next: () => Promise<Result>; request: { url: URL } }) => Promise<Result> {
  return async ({ next, request }) => {
    try {
      return await next();
    } catch (error) {
      throw transportError(error, (cause) =>
        log.error({ path: request.url.pathname, cause }, 'A call failed unexpectedly.'),
      );
    }
  };
}

/** The error that may leave the process in place of `error`; `unexpected` is told of faults. */
export function transportError(error: unknown, unexpected: (cause: unknown) => void): unknown {
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST') return invalidInput(error);
    if (error.code !== 'INTERNAL_SERVER_ERROR') return error;
  }
  if (error instanceof Error && error.name === 'AbortError') return error;
  unexpected(error);
  return new ORPCError('internal', {
    status: errorStatus.internal,
    message: internalSentence,
    data: { message: internalSentence, fix: null },
  });
}

function invalidInput(error: ORPCError<string, unknown>): ORPCError<string, unknown> {
  const issues = error.cause instanceof ValidationError ? error.cause.issues : [];
  const problems = issues.map((issue) => ({
    field: (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
    problem: issue.message,
  }));
  const [first] = problems;
  const message = first
    ? `${first.field === '' ? 'The request' : `"${first.field}"`} is not right: ${first.problem}.`
    : 'The request could not be read. It must be JSON.';
  return new ORPCError('invalid_input', {
    status: errorStatus.invalid_input,
    message,
    data: { message, fix: null, ...(problems.length > 0 && { details: { problems } }) },
    cause: error,
  });
}
