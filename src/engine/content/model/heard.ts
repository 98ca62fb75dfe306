import { APIError } from 'openai';
import type { OpenAI } from 'openai';
import { Stream } from 'openai/streaming';
import { z } from 'zod';
import { AnswerTooLong, NoSuchServer } from './server.ts';
import type { Question, Usage } from './question.ts';

/** What an answer has come to so far. */
export interface Heard {
  text: string;
  refused: boolean;
  /** `open`: it has not ended yet; `cut`: the server ended it before the model had. */
  end: 'open' | 'complete' | 'cut';
  usage: Usage | null;
  /** The model by the server's own name for it; null where it does not say. */
  model: string | null;
}

/** Before the first word. */
export const nothingHeard = (): Heard => ({
  text: '',
  refused: false,
  end: 'open',
  usage: null,
  model: null,
});

export interface Listening {
  readonly client: OpenAI;
  readonly question: Question;
  readonly heard: Heard;
  /** Aborts the request. */
  readonly controller: AbortController;
  readonly onText: (whole: string) => void;
  readonly onStatus: (status: number) => void;
}

/** More letters than so many tokens have in any script. */
const lettersPerToken = 12;

/** Takes the next piece of text. @throws AnswerTooLong */
export function hear({ question, heard, onText }: Listening, piece: string): void {
  if (piece === '') return;
  heard.text += piece;
  if (heard.text.length > question.mostOutputTokens * lettersPerToken) throw new AnswerTooLong();
  onText(heard.text);
}

/**
 * Reads an answer event by event; `whole` reads one that came at once, which is what a server sends that knows no
 * streaming.
 */
export async function readAnswer(
  { client, controller, onStatus }: Listening,
  response: Response,
  read: { readonly event: (event: unknown) => void; readonly whole: (answer: unknown) => void },
): Promise<void> {
  onStatus(response.status);
  const type = response.headers.get('content-type') ?? '';
  if (/^text\/html\b/i.test(type)) throw new NoSuchServer();
  if (!/^text\/event-stream\b/i.test(type)) {
    const answer: unknown = JSON.parse(await response.text());
    assertNoError(answer, response.headers);
    return read.whole(answer);
  }
  for await (const event of Stream.fromSSEResponse<unknown>(response, controller, client)) read.event(event);
}

const errorSchema = z.object({ error: z.union([z.string(), z.looseObject({})]) });

/** Some servers say 200 to everything, and what went wrong in the body. @throws NoSuchServer, APIError */
function assertNoError(answer: unknown, headers: Headers): void {
  const read = errorSchema.safeParse(answer);
  if (!read.success) return;
  const { error } = read.data;
  if (typeof error === 'string') throw new NoSuchServer();
  throw new APIError(undefined, error, undefined, headers);
}
