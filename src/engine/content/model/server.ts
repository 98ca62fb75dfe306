import { OpenAI } from 'openai';
import type { Clock, Ports } from '../../ports.ts';

/** Which of the two endpoints a server was found to have; what is kept may be lost. */
export interface KnownServers {
  readonly onlyChat: Set<string>;
}

/** A server that speaks OpenAI's language. */
export interface ModelServer {
  readonly fetch: Ports['fetch'];
  readonly clock: Clock;
  /** Without the endpoint's path: `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  readonly known: KnownServers;
}

/** No more of an answer is read than this: a hundred times what the longest real one has. */
const mostBytes = 4_000_000;

/** The answer has more bytes or letters than any real one. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
}

/** What answers at the address speaks another language: a web page, or an object of another shape. */
export class NoSuchServer extends Error {
  override readonly name = 'NoSuchServer';
}

/** The library's client for a server: one request and no retries; whoever asks ends what takes too long. */
export function clientOf(server: ModelServer): OpenAI {
  return new OpenAI({
    apiKey: server.apiKey,
    baseURL: server.baseUrl,
    fetch: async (input, init) => capped(await server.fetch(input, { ...init, redirect: 'error' })),
    maxRetries: 0,
    organization: null,
    project: null,
    logLevel: 'off',
  });
}

function capped(response: Response): Response {
  if (response.body === null) return response;
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) controller.error(new AnswerTooLong());
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(count), { status, statusText, headers });
}
