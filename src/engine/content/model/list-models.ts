import { z } from 'zod';
import { timeLimit } from '../../http/deadline.ts';
import type { ModelCall } from './question.ts';
import { clientOf } from './server.ts';
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

const longestMs = 15_000;

/**
 * The models of a server (`GET /models`, free everywhere). Never throws for what a server does. To be imported when it
 * is needed: the client library takes 34 MB.
 */
export async function listModels(
  server: ModelServer,
  signal: AbortSignal | undefined,
): Promise<ListedModels> {
  const started = server.clock.monotonic();
  const limit = timeLimit(server.clock, longestMs);
  const over = signal === undefined ? limit.signal : AbortSignal.any([limit.signal, signal]);
  let status: number | null = null;
  const ended = (models: ListedModels['models']): ListedModels => ({
    models,
    call: { status, ms: server.clock.monotonic() - started },
  });
  try {
    const response = await clientOf(server).models.list({ signal: over }).asResponse();
    status = response.status;
    const { data } = listSchema.parse(await response.json());
    return ended(data.map(({ id, shutdown_date: shutdown = null }) => ({ id, shutdown })));
  } catch (error) {
    if (error instanceof Error && 'status' in error && typeof error.status === 'number')
      status = error.status;
    return ended(null);
  } finally {
    limit.cancel();
  }
}
