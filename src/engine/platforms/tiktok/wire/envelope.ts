import { z } from 'zod';
import type { ZodType } from 'zod';
import type { RawAnswer } from '../../../http/call.ts';

/** What every answer of the v2 API is wrapped in; `error` is there on success too, with the code `ok`. */
export const enveloped = <Data>(data: ZodType<Data>): ZodType<{ data: Data }> => z.object({ data });

const word = z.string().catch('');

const errorBody = z
  .object({
    error: z.union([
      z.object({ code: word, message: word }),
      z.string().transform((code) => ({ code, message: '' })),
    ]),
    error_description: word,
  })
  .catch({ error: { code: '', message: '' }, error_description: '' });

/** The code and the words of an answer's error, `ok` included; both empty where there is none. Never throws. */
export const readError = (body: unknown): { readonly code: string; readonly message: string } => {
  const { error, error_description: description } = errorBody.parse(body);
  return { code: error.code, message: error.message === '' ? description : error.message };
};

/** Whether an answer with a status of success says no: TikTok's status does not tell. */
export const refuses = ({ body }: RawAnswer): boolean => {
  const { code } = readError(body);
  return code !== '' && code !== 'ok';
};
