import { z } from 'zod';

/** An error of Google's, whatever its shape. */
export interface Problem {
  /** Every reason that it names, the most specific first, such as `quotaExceeded`. */
  readonly reasons: readonly string[];
  /** The words for people, without markup. */
  readonly message: string;
}

const word = z.string().optional().catch(undefined);
const named = z.object({ reason: word, message: word }).catch({});
const names = z.array(named).catch([]).default([]);

const problemBody = z
  .object({
    error: z.union([z.string(), z.object({ message: word, status: word, errors: names, details: names })]),
    error_description: word,
  })
  .partial()
  .catch({});

/** Reads an error body of any shape; what cannot be read is empty. Never throws. */
export const readProblem = (body: unknown): Problem => {
  const { error, error_description: description } = problemBody.parse(body);
  if (error === undefined) return { reasons: [], message: '' };
  if (typeof error === 'string') return { reasons: [error], message: description ?? error };
  const { errors, details, status, message } = error;
  const reasons = [...errors, ...details].map(({ reason }) => reason);
  return {
    reasons: [...reasons, status].filter((reason) => reason !== undefined),
    message: plain(message ?? errors[0]?.message ?? ''),
  };
};

/** Google puts links and code marks into its sentences. */
const plain = (words: string): string => words.replaceAll(/<[^<>]*>/g, '');
