import { z } from 'zod';

/**
 * X's two error shapes read as one: problem JSON (RFC 9457) and the older list of numbered errors, alone or beside
 * `data` (X API: response codes and errors), and the token endpoint's `error` (RFC 6749, section 5.2).
 */
export type Problem = {
  /** The last segment of the problem's `type`; X changed the host before it. Null for `about:blank` and none. */
  readonly type: string | null;
  /** Numbers of the older error list. */
  readonly codes: readonly number[];
  /** Everything X says in words, for matching where words are the only signal. */
  readonly words: string;
  /** The one sentence that says most. */
  readonly detail: string;
  /** Names of the parameters that X did not take. */
  readonly parameters: readonly string[];
  /** The token endpoint's error code. */
  readonly oauthError: string | null;
  /** `reason` of a client problem, such as `client-not-enrolled`. */
  readonly reason: string | null;
};

const word = z.string().optional().catch(undefined);

const entry = z
  .object({
    code: z.coerce.number().int().optional().catch(undefined),
    message: word,
    detail: word,
    title: word,
    type: word,
    parameters: z.record(z.string(), z.unknown()).optional().catch(undefined),
    parameter: word,
  })
  .catch({});

const problemBody = z
  .object({
    title: word,
    detail: word,
    type: word,
    reason: word,
    error: word,
    error_description: word,
    errors: z.array(entry).catch([]).default([]),
  })
  .catch({ errors: [] });

/** Reads an error body of any shape; what cannot be read is empty. Never throws. */
export const readProblem = (body: unknown): Problem => {
  const {
    title,
    detail,
    type,
    reason,
    error,
    error_description: description,
    errors,
  } = problemBody.parse(body);
  const first = errors[0];
  const said = [
    detail,
    ...errors.flatMap((entry) => [entry.detail, entry.message]),
    description,
    title,
    error,
  ].flatMap((words) => (words === undefined || words === '' ? [] : [words]));
  const specific = said.find((words) => words !== title && !isGeneric(words));
  return {
    type: lastSegment(type) ?? lastSegment(first?.type),
    codes: errors.flatMap(({ code }) => (code === undefined ? [] : [code])),
    words: said.join('\n').toLowerCase(),
    detail: specific ?? said[0] ?? '',
    parameters: errors.flatMap(({ parameters, parameter }) => [
      ...Object.keys(parameters ?? {}),
      ...(parameter === undefined ? [] : [parameter]),
    ]),
    oauthError: error ?? null,
    reason: reason ?? null,
  };
};

const isGeneric = (words: string): boolean =>
  words === 'One or more parameters to your request was invalid.' || words === 'Forbidden';

const lastSegment = (type = 'about:blank'): string | null =>
  type === 'about:blank' ? null : (/([^/]+)\/*$/.exec(type)?.[1] ?? null);
