import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** How a server plays one answer. */
export type Play =
  /** A document, streamed in pieces as the Responses API does, or over chat completions where it is asked so. */
  | { readonly says: unknown }
  /** Any text in the place of the document. */
  | { readonly text: string }
  /** The document at once, without streaming. */
  | { readonly whole: unknown }
  /** Half a text, and then nothing: the stream ends without its last event. */
  | { readonly breaksOff: string }
  /** The first words, and then silence until somebody hangs up. */
  | { readonly hangsAfter: string }
  /** Text without an end: `letters` fills the answer, `noise` sends events that say nothing. */
  | { readonly endless: 'letters' | 'noise' }
  | { readonly refuses: string }
  | { readonly sends: string }
  | {
      readonly status: number;
      readonly body: unknown;
      readonly type?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

const bodySchema = z.looseObject({ instructions: z.string().optional(), input: z.unknown().optional() });

export interface Received {
  readonly path: string;
  /** As it came. */
  readonly body: string;
  readonly instructions: string;
  /** The text of the user's message. */
  readonly input: string;
  /** The text of the user's message, parsed. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly images: readonly string[];
}

export interface Adversary {
  readonly baseUrl: string;
  readonly received: Received[];
  /** Resolves when the client has closed a connection before its answer had ended. */
  readonly hungUp: Promise<void>;
}

const usage = { input_tokens: 1_000, output_tokens: 100, total_tokens: 1_100 };

const piecesOf = (text: string): readonly string[] => text.match(/[\s\S]{1,9}/g) ?? [];
const textOf = (play: { says: unknown } | { text: string }): string =>
  'text' in play ? play.text : JSON.stringify(play.says);

const responseOf = (content: object) => ({
  id: 'resp_1',
  object: 'response',
  model: 'served-model-2026',
  status: 'completed',
  output: [{ id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [content] }],
  usage,
});

const partSchema = z.looseObject({ type: z.string(), text: z.string().optional() });
const messageSchema = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(partSchema)]),
});

/** Reads what either endpoint was sent. */
function read(path: string, body: string): Received {
  const parsed = bodySchema.parse(JSON.parse(body));
  const messages = z.array(messageSchema).parse(parsed.input ?? parsed['messages']);
  const system = messages.find(({ role }) => role === 'system')?.content;
  const content = messages.find(({ role }) => role === 'user')?.content ?? '';
  const parts = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  const input = parts.map(({ text }) => text ?? '').join('');
  return {
    path,
    body,
    input,
    instructions: parsed.instructions ?? (typeof system === 'string' ? system : ''),
    data: z.record(z.string(), z.unknown()).parse(JSON.parse(input)),
    images: parts.flatMap((part) => {
      const url = part['image_url'];
      return typeof url === 'string' ? [url] : [];
    }),
  };
}

/** A server on loopback that speaks OpenAI's language and plays the given answers in turn, the last one for ever. */
export async function startAdversary(
  plays: readonly Play[],
  {
    onlyChat = false,
    flags = [] as readonly string[],
    /** What it lists; it has no list without it. */
    models = null as readonly object[] | null,
    /** Nothing but what is below `/v1` is there. */
    strict = false,
  } = {},
): Promise<Adversary> {
  const received: Received[] = [];
  const hungUp = Promise.withResolvers<void>();
  let turn = 0;

  const stream = async (play: Play, path: string, response: ServerResponse): Promise<void> => {
    const isChat = path.endsWith('/chat/completions');
    const send = (event: object): boolean => response.write(`data: ${JSON.stringify(event)}\n\n`);
    const delta = (text: string): boolean =>
      send(
        isChat
          ? { choices: [{ index: 0, delta: { content: text }, finish_reason: null }] }
          : { type: 'response.output_text.delta', delta: text },
      );
    const drained = async (isFree: boolean): Promise<void> => {
      if (!isFree) await new Promise((resolve) => response.once('drain', resolve));
      else await new Promise((resolve) => setImmediate(resolve));
    };
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if ('sends' in play) return void response.end(play.sends);
    if ('endless' in play) {
      while (!response.destroyed)
        await drained(
          play.endless === 'letters'
            ? delta('and more and more '.repeat(40))
            : send({ type: 'noise', pad: 'x'.repeat(8_000) }),
        );
      return;
    }
    if ('breaksOff' in play || 'hangsAfter' in play) {
      const text = 'breaksOff' in play ? play.breaksOff : play.hangsAfter;
      for (const piece of piecesOf(text)) await drained(delta(piece));
      if ('breaksOff' in play) response.end();
      return;
    }
    if ('refuses' in play) {
      send({ type: 'response.refusal.delta', delta: play.refuses });
      send({ type: 'response.completed', response: responseOf({ type: 'refusal', refusal: play.refuses }) });
      return void response.end();
    }
    if (!('says' in play) && !('text' in play)) throw new Error('Not to be streamed.');
    for (const piece of piecesOf(textOf(play))) await drained(delta(piece));
    if (isChat) {
      send({ model: 'served-model-2026', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
      send({ choices: [], usage: { prompt_tokens: 1_000, completion_tokens: 100 } });
      response.end('data: [DONE]\n\n');
    } else {
      send({
        type: 'response.completed',
        response: responseOf({ type: 'output_text', text: textOf(play), annotations: [] }),
      });
      response.end();
    }
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const path = request.url ?? '';
    response.once('close', () => {
      if (!response.writableFinished) hungUp.resolve();
    });
    const json = (status: number, answer: unknown, headers = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    };
    if (path.endsWith('/moderations')) {
      const { input } = z.object({ input: z.array(z.string()) }).parse(JSON.parse(body));
      const results = input.map((text) => {
        const flagged = flags.some((word) => text.includes(word));
        return { flagged, categories: { harassment: flagged, violence: false } };
      });
      return json(200, { id: 'modr_1', results });
    }
    if (strict && !/^\/v1\/(?:responses|chat\/completions|models)$/.test(path)) return json(404, 'Not found');
    if (path.endsWith('/models'))
      return models === null ? json(404, 'Not found') : json(200, { object: 'list', data: models });
    if (onlyChat && path.endsWith('/responses')) return json(404, 'Not found');
    received.push(read(path, body));
    const play = plays[Math.min(turn, plays.length - 1)];
    turn += 1;
    if (play === undefined) return json(500, { error: { message: 'Nothing to play.' } });
    if ('status' in play)
      return json(play.status, play.body, {
        ...play.headers,
        ...(play.type === undefined ? {} : { 'content-type': play.type }),
      });
    if ('whole' in play)
      return json(
        200,
        responseOf({ type: 'output_text', text: JSON.stringify(play.whole), annotations: [] }),
      );
    await stream(play, path, response);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, received, hungUp: hungUp.promise };
}
