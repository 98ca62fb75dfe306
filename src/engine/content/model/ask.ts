import { APIError } from 'openai';
import { timeLimit } from '../../http/deadline.ts';
import { askByChat } from './by-chat.ts';
import { askByResponses } from './by-responses.ts';
import type { Heard } from './heard.ts';
import type { ModelCall, ModelFailure, Outcome, Question } from './question.ts';
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
  let heard: Heard = { text: '', refused: false, end: 'open', usage: null };
  for (const [index, way] of ways.entries()) {
    heard = { text: '', refused: false, end: 'open', usage: null };
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
    const isThere = !(failure instanceof APIError && lacksEndpoint(failure));
    if (isThere || index === ways.length - 1) {
      if (way === askByChat && failure === null) server.known.onlyChat.add(server.baseUrl);
      return outcomeOf(heard, failure, calls, {
        cancelled: signal?.aborted === true,
        late: limit.signal.aborted,
      });
    }
  }
  return outcomeOf(heard, new Error('No way to ask.'), calls, { cancelled: false, late: false });
}

/** A server that has no such address at all; one without the model has the address. */
function lacksEndpoint({ status, code }: APIError): boolean {
  return (status === 404 || status === 405 || status === 501) && code !== 'model_not_found';
}

function outcomeOf(
  heard: Heard,
  failure: unknown,
  calls: readonly ModelCall[],
  over: { readonly cancelled: boolean; readonly late: boolean },
): Outcome {
  const { usage, text } = heard;
  const common = { usage, spoken: text.length, calls };
  const failed = (code: ModelFailure): Outcome => ({ ...common, status: 'failed', code });
  if (over.cancelled) return failed('cancelled');
  if (heard.refused) return failed('refused');
  if (failure instanceof AnswerTooLong || (over.late && text !== '')) return failed('endless');
  if (failure !== null) return failed(codeOf(failure));
  // Without its end nobody knows what the model would have said.
  if (heard.end !== 'complete') return failed('cut');
  return { ...common, status: 'answered', text };
}

function codeOf(failure: unknown): ModelFailure {
  if (!(failure instanceof APIError)) return failure instanceof SyntaxError ? 'cut' : 'unavailable';
  const { status, code } = failure;
  if (status === 402 || code === 'insufficient_quota') return 'budget';
  if (status === 401 || status === 403) return 'invalid_key';
  if (status === 429) return 'rate_limited';
  if (status === 404) return 'unknown_model';
  return status === 400 || status === 422 ? 'not_understood' : 'unavailable';
}
