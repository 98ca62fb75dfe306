import type { OpenAI } from 'openai';
import { Stream } from 'openai/streaming';
import { AnswerTooLong } from './server.ts';
import type { Question, Usage } from './question.ts';

/** What an answer has come to so far. */
export interface Heard {
  text: string;
  refused: boolean;
  /** `open`: it has not ended yet; `cut`: the server ended it before the model had. */
  end: 'open' | 'complete' | 'cut';
  usage: Usage | null;
}

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
  if (!/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')) {
    const text = await response.text();
    return read.whole(JSON.parse(text));
  }
  for await (const event of Stream.fromSSEResponse<unknown>(response, controller, client)) read.event(event);
}
