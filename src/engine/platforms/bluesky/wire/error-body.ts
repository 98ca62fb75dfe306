import { z } from 'zod';

const errorBody = z
  .object({ error: z.string().catch(''), message: z.string().catch('') })
  .partial()
  .catch({});

/** AT Protocol's one error shape: a name and a sentence, either of which may be missing. Never throws. */
export const readError = (body: unknown): { readonly name: string; readonly message: string } => {
  const { error = '', message = '' } = errorBody.parse(body ?? {});
  return { name: error, message };
};
