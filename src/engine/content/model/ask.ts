import { APIError } from 'openai';
import { timeLimit } from '../../http/deadline.ts';
import { askByChat } from './by-chat.ts';
import { askByResponses } from './by-responses.ts';
import { failureOf, lacksEndpoint } from './failure-of.ts';
import type { FailureFound } from './failure-of.ts';
import { nothingHeard } from './heard.ts';
import type { Heard } from './heard.ts';
import type { ModelCall, Outcome, Question } from './question.ts';
import { AnswerTooLong, clientOf } from './server.ts';
import type { ModelServer } from './server.ts';

/** Longest wait for the last byte of an answer, in milliseconds of real time. */
export const longestAnswerMs = 120_000;

/**
 * Asks a language model and reads the answer as it comes in; `onText` has all of it so far. A server without the
 * Responses API is asked over chat completions. Ends early when `signal` fires, when the answer grows beyond what was
 * allowed, and when it takes too long; the request is aborted then. Never throws for what a server does.
 *
 * To be imported when it is needed: the client library takes 34 MB.
 */
export async function askModel(
  server: ModelServer,
  question: Question,
  { signal, onText }: { readonly signal: AbortSignal | undefined; readonly onText: (whole: string) => void },
): Promise<Outcome> {
  const calls: ModelCall[] = [];
  const ways = server.known.onlyChat.has(server.baseUrl)
    ? [askByChat]
    : ([askByResponses, askByChat] as const);
  let heard = nothingHeard();
  for (const [index, way] of ways.entries()) {
    heard = nothingHeard();
    const started = server.clock.monotonic();
    const controller = new AbortController();
    const limit = timeLimit(server.clock, longestAnswerMs);
    const stop = (): void => controller.abort();
    const over = signal === undefined ? limit.signal : AbortSignal.any([limit.signal, signal]);
    over.addEventListener('abort', stop);
    let status: number | null = null;
    let failure: unknown = null;
    try {
      if (over.aborted) throw over.reason;
      const client = clientOf(server);
      const onStatus = (given: number): void => void (status = given);
      await way(server.model, { client, question, heard, controller, onText, onStatus });
    } catch (error) {
      failure = error ?? new Error('Stopped.');
      if (error instanceof APIError) status = error.status ?? status;
    } finally {
      over.removeEventListener('abort', stop);
      limit.cancel();
      // What was not read to its end is not read any further.
      controller.abort();
      calls.push({ status, ms: server.clock.monotonic() - started });
    }
    if (!lacksEndpoint(failure) || index === ways.length - 1) {
      if (way === askByChat && failure === null) server.known.onlyChat.add(server.baseUrl);
      return outcomeOf(heard, failure, calls, {
        cancelled: signal?.aborted === true,
        late: limit.signal.aborted,
        now: server.clock.now(),
      });
    }
  }
  throw new Error('There is always one way to ask.');
}

function outcomeOf(
  heard: Heard,
  failure: unknown,
  calls: readonly ModelCall[],
  over: { readonly cancelled: boolean; readonly late: boolean; readonly now: number },
): Outcome {
  const { usage, text } = heard;
  const common = { usage, spoken: text.length, calls };
  const failed = (found: FailureFound): Outcome => ({ ...common, status: 'failed', ...found });
  if (over.cancelled) return failed({ code: 'cancelled', retryAt: null });
  if (heard.refused) return failed({ code: 'refused', retryAt: null });
  if (failure instanceof AnswerTooLong) return failed({ code: 'endless', retryAt: null });
  if (over.late) return failed({ code: text === '' ? 'timed_out' : 'endless', retryAt: null });
  if (failure !== null) return failed(failureOf(failure, over.now));
  // Without its end nobody knows what the model would have said.
  if (heard.end !== 'complete') return failed({ code: 'cut', retryAt: null });
  return { ...common, status: 'answered', text, model: heard.model };
}
