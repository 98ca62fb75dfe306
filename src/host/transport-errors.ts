import { ORPCError, ValidationError } from '@orpc/server';
import type { Log } from '../engine/ports.ts';
import { errorStatus } from '../shared/errors.ts';

const internalSentence = 'OCMA could not do this because of a fault of its own. It is written to the log.';

/** A step around the work of a handler, as oRPC takes it. */
type Step<Options> = <Result>(options: Options & { next: () => Promise<Result> }) => Promise<Result>;

/**
 * What a handler does with errors that no procedure meant: a request of the wrong shape becomes `invalid_input` with
 * the field's name, anything unexpected becomes `internal` and goes to the log. Meant errors pass unchanged.
 */
export function transportErrors(log: Log): {
  interceptors: Step<object>[];
  clientInterceptors: Step<{ path: readonly string[] }>[];
} {
  return {
    // Outermost; what arrives here as something else than an answer is a request that could not be read.
    interceptors: [
      ({ next }) =>
        next().catch((error: unknown) => {
          throw isUnreadable(error) || !(error instanceof ORPCError) ? invalidInput(error) : error;
        }),
    ],
    clientInterceptors: [
      ({ next, path }) =>
        next().catch((error: unknown) => {
          if (isMeant(error)) throw error;
          log.error({ procedure: path.join('.'), error }, 'A call failed unexpectedly.');
          throw new ORPCError('internal', {
            status: errorStatus.internal,
            message: internalSentence,
            data: { message: internalSentence, fix: null },
          });
        }),
    ],
  };
}

/** Whether an error says that a request has the wrong shape. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'BAD_REQUEST';
}

/** An answer of the contract, or a caller that went away. */
function isMeant(error: unknown): boolean {
  if (error instanceof ORPCError) return error.code !== 'INTERNAL_SERVER_ERROR';
  return error instanceof Error && error.name === 'AbortError';
}

/** The error that names what is wrong with a request of the wrong shape. */
export function invalidInput(error: unknown): ORPCError<string, unknown> {
  const cause = error instanceof ORPCError ? error.cause : error;
  const issues = cause instanceof ValidationError ? cause.issues : [];
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
    cause,
  });
}
