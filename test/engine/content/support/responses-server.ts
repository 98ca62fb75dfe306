import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

const requestSchema = z.object({
  model: z.string(),
  instructions: z.string(),
  store: z.literal(false),
  max_output_tokens: z.int().positive(),
  input: z.tuple([
    z.object({
      role: z.literal('user'),
      content: z.tuple([z.object({ type: z.literal('input_text'), text: z.string() })]),
    }),
  ]),
  text: z.object({
    format: z.object({
      type: z.literal('json_schema'),
      name: z.string(),
      strict: z.literal(true),
      schema: z.object({
        type: z.literal('object'),
        additionalProperties: z.literal(false),
        required: z.array(z.string()),
      }),
    }),
  }),
});

/** What the server was asked: the request's body, already checked, with its data parsed. */
export type Asked = { readonly instructions: string; readonly data: Record<string, unknown> };

/** One answer to play: texts of the versions, or a raw status and body. */
export type Answer =
  | { readonly versions: readonly string[] }
  | { readonly output: string }
  | { readonly refusal: string }
  | { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> };

const bodyOf = (content: Record<string, unknown>): unknown => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1_790_000_000,
  status: 'completed',
  model: 'test-model',
  output: [{ id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [content] }],
  usage: { input_tokens: 100, output_tokens: 20, total_tokens: 120 },
});

const reply = (answer: Answer): { status: number; body: unknown; headers?: Record<string, string> } => {
  if ('status' in answer) return answer;
  if ('refusal' in answer) return { status: 200, body: bodyOf({ type: 'refusal', refusal: answer.refusal }) };
  const text =
    'output' in answer
      ? answer.output
      : JSON.stringify({
          variants: answer.versions.map((version) => ({ text: version, why: 'Made it shorter.' })),
        });
  return { status: 200, body: bodyOf({ type: 'output_text', text, annotations: [] }) };
};

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text);
};

/** A server on loopback that speaks the Responses API and plays the given answers in order. */
export const startResponsesServer = async (
  answers: readonly Answer[],
): Promise<{ baseUrl: string; asked: Asked[]; keys: (string | undefined)[]; stop: () => Promise<void> }> => {
  const asked: Asked[] = [];
  const keys: (string | undefined)[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = answers[asked.length];
    const body = requestSchema.safeParse(await readBody(request));
    if (
      request.method !== 'POST' ||
      request.url !== '/v1/responses' ||
      !body.success ||
      answer === undefined
    ) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ error: { message: body.error?.message ?? 'unexpected request', code: 'bad' } }),
      );
      return;
    }
    keys.push(request.headers.authorization);
    const data = z.record(z.string(), z.unknown()).parse(JSON.parse(body.data.input[0].content[0].text));
    asked.push({ instructions: body.data.instructions, data });
    const { status, body: answered, headers = {} } = reply(answer);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof answered === 'string' ? answered : JSON.stringify(answered));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    keys,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
