import { z } from 'zod';
import { timeLimit } from '../../http/deadline.ts';
import type { ModelCall } from './question.ts';
import { clientOf } from './server.ts';
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

const longestMs = 30_000;

/**
 * Has texts looked over by the server (`POST /moderations`, free at OpenAI). Never throws for what a server does. To be
 * imported when it is needed: the client library takes 34 MB.
 */
export async function moderate(
  server: ModelServer,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Moderated> {
  const started = server.clock.monotonic();
  const limit = timeLimit(server.clock, longestMs);
  const over = signal === undefined ? limit.signal : AbortSignal.any([limit.signal, signal]);
  let status: number | null = null;
  const ended = (flags: Moderated['flags']): Moderated => ({
    flags,
    call: { status, ms: server.clock.monotonic() - started },
  });
  try {
    const response = await clientOf(server)
      .moderations.create({ input: [...texts] }, { signal: over })
      .asResponse();
    status = response.status;
    const { results } = answerSchema.parse(await response.json());
    if (results.length !== texts.length) return ended(null);
    return ended(
      results.map(({ flagged, categories }) => {
        const named = Object.entries(categories).flatMap(([name, found]) => (found ? [name] : []));
        return flagged && named.length === 0 ? ['flagged'] : flagged ? named : [];
      }),
    );
  } catch (error) {
    if (error instanceof Error && 'status' in error && typeof error.status === 'number')
      status = error.status;
    return ended(null);
  } finally {
    limit.cancel();
  }
}
