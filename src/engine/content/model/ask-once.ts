import type OpenAI from 'openai';
import type { z } from 'zod';
import { timeLimit } from '../../http/deadline.ts';
import type { ModelCall } from './question.ts';
import { clientOf } from './server.ts';
import type { ModelServer } from './server.ts';

interface Request<Answer> {
  readonly send: (client: OpenAI, options: { readonly signal: AbortSignal }) => Promise<Response>;
  readonly answer: z.ZodType<Answer>;
  /** After that it is given up. */
  readonly longestMs: number;
  readonly signal: AbortSignal | undefined;
}

/** What came of it; `answer` is null where there was none, or not one of the asked shape. */
export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly call: ModelCall;
}

/** Asks a model's server for something that comes in one piece. Never throws for what a server does. */
export async function askOnce<Answer>(
  server: ModelServer,
  { send, answer, longestMs, signal }: Request<Answer>,
): Promise<Asked<Answer>> {
  const started = server.clock.monotonic();
  const limit = timeLimit(server.clock, longestMs);
  let status: number | null = null;
  const ended = (found: Answer | null): Asked<Answer> => ({
    answer: found,
    call: { status, ms: server.clock.monotonic() - started },
  });
  try {
    const response = await send(clientOf(server), {
      signal: signal === undefined ? limit.signal : AbortSignal.any([limit.signal, signal]),
    });
    status = response.status;
    return ended(answer.parse(await response.json()));
  } catch (error) {
    if (error instanceof Error && 'status' in error && typeof error.status === 'number')
      status = error.status;
    return ended(null);
  } finally {
    limit.cancel();
  }
}
