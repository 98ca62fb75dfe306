import { z } from 'zod';
import type { RawAnswer } from '../../../http/call.ts';

const errorBody = z
  .object({ error: z.string().catch(''), error_description: z.string().catch('') })
  .partial()
  .catch({});

/**
 * Everything a server says of an error. The sentence may be in the account's language; what the header
 * `WWW-Authenticate` says of the token stays English on most servers. Never throws.
 */
export const readError = ({ body, headers }: Pick<RawAnswer, 'body' | 'headers'>) => {
  const { error = '', error_description: description = '' } = errorBody.parse(body ?? {});
  const challenge = headers.get('www-authenticate') ?? '';
  return {
    name: error,
    detail: description === '' ? error : description,
    words: `${error}\n${description}\n${challenge}`.toLowerCase(),
  };
};
