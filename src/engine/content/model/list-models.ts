import { z } from 'zod';
import { askOnce } from './ask-once.ts';
import type { ModelCall } from './question.ts';
import type { ModelServer } from './server.ts';

/** A model that a server has; `shutdown` is the day on which it is turned off, where the server says so. */
export interface ListedModel {
  readonly id: string;
  readonly shutdown: string | null;
}

/** What a server lists; null where it has no such list. */
export interface ListedModels {
  readonly models: readonly ListedModel[] | null;
  readonly call: ModelCall;
}

const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string().min(1).max(200),
      shutdown_date: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .nullish()
        .catch(null),
    }),
  ),
});

/**
 * The models of a server (`GET /models`, free everywhere). Never throws for what a server does. To be imported when it
 * is needed: the client library takes 34 MB.
 */
export async function listModels(
  server: ModelServer,
  signal: AbortSignal | undefined,
): Promise<ListedModels> {
  const { answer, call } = await askOnce(server, {
    send: (client, options) => client.models.list(options).asResponse(),
    answer: listSchema,
    longestMs: 15_000,
    signal,
  });
  const models = answer?.data.map(({ id, shutdown_date: shutdown = null }) => ({ id, shutdown })) ?? null;
  return { models, call };
}
