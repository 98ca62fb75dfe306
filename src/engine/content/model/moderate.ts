import { z } from 'zod';
import { askOnce } from './ask-once.ts';
import type { ModelCall } from './question.ts';
import type { ModelServer } from './server.ts';

const answerSchema = z.object({
  results: z.array(
    z.object({ flagged: z.boolean(), categories: z.record(z.string(), z.boolean()).default({}) }),
  ),
});

/** For each text the kinds of harm that the server sees in it, none where it is fine; null where nobody could say. */
export interface Moderated {
  readonly flags: readonly (readonly string[])[] | null;
  readonly call: ModelCall;
}

/**
 * Has texts looked over by the server (`POST /moderations`, free at OpenAI). Never throws for what a server does. To be
 * imported when it is needed: the client library takes 34 MB.
 */
export async function moderate(
  server: ModelServer,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Moderated> {
  const { answer, call } = await askOnce(server, {
    send: (client, options) => client.moderations.create({ input: [...texts] }, options).asResponse(),
    answer: answerSchema,
    longestMs: 30_000,
    signal,
  });
  if (answer?.results.length !== texts.length) return { flags: null, call };
  const flags = answer.results.map(({ flagged, categories }) => {
    const named = Object.entries(categories).flatMap(([name, found]) => (found ? [name] : []));
    return flagged && named.length === 0 ? ['flagged'] : flagged ? named : [];
  });
  return { flags, call };
}
