import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { invalid, isAnswer, readStrictly, unknownModel } from './errors.ts';
import { namedSchema, strictRefusal } from './format.ts';
import type { Format } from './format.ts';
import { serves } from './models.ts';
import { picturesIn } from './pictures.ts';
import { eventStream } from './stream.ts';
import { piecesOf } from './tokens.ts';
import { answerTo } from './written.ts';
import type { Answered } from './written.ts';

const messageSchema = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z
    .union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))])
    .nullish(),
});

const requestSchema = z.strictObject({
  model: z.string(),
  messages: z.array(messageSchema).min(1),
  response_format: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('text') }),
      z.strictObject({ type: z.literal('json_object') }),
      z.strictObject({ type: z.literal('json_schema'), json_schema: z.strictObject(namedSchema) }),
    ])
    .optional(),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  max_tokens: z.int().positive().nullish(),
  max_completion_tokens: z.int().positive().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  n: z.literal(1).nullish(),
  stop: z.unknown().optional(),
  seed: z.int().nullish(),
  store: z.boolean().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  user: z.string().optional(),
  frequency_penalty: z.number().nullish(),
  presence_penalty: z.number().nullish(),
  reasoning_effort: z.string().nullish(),
  verbosity: z.string().nullish(),
  service_tier: z.string().nullish(),
  logprobs: z.boolean().nullish(),
});
type ChatRequest = z.infer<typeof requestSchema>;

/** `POST /v1/chat/completions`. */
export function answerChat(exchange: Exchange, now: number): Answer {
  const request = readStrictly(exchange, requestSchema);
  if (isAnswer(request)) return request;
  if (!serves(request.model)) return unknownModel(request.model);
  const wanted = request.response_format ?? { type: 'text' as const };
  if (wanted.type === 'json_schema') {
    const { name, schema, strict } = wanted.json_schema;
    const refused = strictRefusal(name, schema, strict, 'response_format');
    if (refused !== undefined) return refused;
  }
  const format: Format =
    wanted.type === 'json_schema'
      ? { type: 'json_schema', name: wanted.json_schema.name, schema: wanted.json_schema.schema }
      : wanted;
  const told = request.messages.filter(({ role }) => role !== 'user').map(textIn);
  const last = request.messages.findLast(({ role }) => role === 'user') ?? request.messages[0];
  const most = request.max_completion_tokens ?? request.max_tokens ?? undefined;
  const content = last?.content ?? '';
  const pictures = picturesIn(typeof content === 'string' ? [] : content);
  if (pictures === undefined) return invalid('Invalid image.', 'messages', 'invalid_image_url');
  const answered = answerTo(last === undefined ? '' : textIn(last), told.join('\n'), format, {
    mostTokens: most,
    pictures,
  });
  const common = {
    id: `chatcmpl-${randomBytes(12).toString('hex')}`,
    created: Math.floor(now / 1000),
    model: request.model,
  };
  return request.stream
    ? eventStream(chunks(request, common, answered))
    : json(200, completion(common, answered));
}

function textIn({ content }: z.infer<typeof messageSchema>): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map(({ text }) => text ?? '').join('\n');
}

function usageOf({ inputTokens, outputTokens }: Answered): object {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}

function completion(common: object, answered: Answered): object {
  return {
    ...common,
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: answered.text, refusal: null },
        logprobs: null,
        finish_reason: answered.cut ? 'length' : 'stop',
      },
    ],
    usage: usageOf(answered),
  };
}

function* chunks(request: ChatRequest, common: object, answered: Answered): Generator<string> {
  const chunk = (choices: object[], more: object = {}): string =>
    `data: ${JSON.stringify({ ...common, object: 'chat.completion.chunk', choices, ...more })}\n\n`;
  const choice = (delta: object, finish_reason: string | null): object[] => [
    { index: 0, delta, finish_reason },
  ];
  yield chunk(choice({ role: 'assistant', content: '' }, null));
  for (const content of piecesOf(answered.text)) yield chunk(choice({ content }, null));
  yield chunk(choice({}, answered.cut ? 'length' : 'stop'));
  if (request.stream_options?.include_usage) yield chunk([], { usage: usageOf(answered) });
  yield 'data: [DONE]\n\n';
}
