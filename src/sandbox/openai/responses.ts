import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { invalid, isAnswer, readStrictly, unknownModel } from './errors.ts';
import { namedSchema, strictRefusal } from './format.ts';
import { serves } from './models.ts';
import { picturesIn } from './pictures.ts';
import { eventStream } from './stream.ts';
import { piecesOf } from './tokens.ts';
import { answerTo } from './written.ts';
import type { Answered } from './written.ts';

const contentSchema = z.union([
  z.string(),
  z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
]);

const requestSchema = z.strictObject({
  model: z.string(),
  input: z.union([
    z.string(),
    z.array(z.looseObject({ role: z.string().optional(), content: contentSchema.optional() })).min(1),
  ]),
  instructions: z.string().nullish(),
  text: z
    .strictObject({
      format: z
        .discriminatedUnion('type', [
          z.strictObject({ type: z.literal('text') }),
          z.strictObject({ type: z.literal('json_object') }),
          z.strictObject({ type: z.literal('json_schema'), ...namedSchema }),
        ])
        .optional(),
      verbosity: z.enum(['low', 'medium', 'high']).nullish(),
    })
    .optional(),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({}).nullish(),
  max_output_tokens: z.int().min(16).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  store: z.boolean().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  reasoning: z.looseObject({}).nullish(),
  user: z.string().optional(),
  safety_identifier: z.string().optional(),
  prompt_cache_key: z.string().optional(),
  service_tier: z.string().nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  tools: z.array(z.unknown()).optional(),
  tool_choice: z.unknown().optional(),
  truncation: z.enum(['auto', 'disabled']).nullish(),
  include: z.array(z.string()).nullish(),
  background: z.boolean().nullish(),
  previous_response_id: z.string().nullish(),
});
type ResponseRequest = z.infer<typeof requestSchema>;

/** `POST /v1/responses`. */
export function answerResponse(exchange: Exchange, now: number): Answer {
  const request = readStrictly(exchange, requestSchema);
  if (isAnswer(request)) return request;
  if (!serves(request.model)) return unknownModel(request.model);
  const format = request.text?.format ?? { type: 'text' as const };
  if (format.type === 'json_schema') {
    const refused = strictRefusal(format.name, format.schema, format.strict, 'text.format.schema');
    if (refused !== undefined) return refused;
  }
  const content = contentOf(request.input);
  const pictures = picturesIn(typeof content === 'string' ? [] : content);
  if (pictures === undefined)
    return invalid('The image data you provided does not represent a valid image.', 'input', 'invalid_image');
  const answered = answerTo(textOf(content), request.instructions ?? '', format, {
    mostTokens: request.max_output_tokens ?? undefined,
    pictures,
  });
  const response = responseFor(request, answered, now);
  return request.stream ? eventStream(events(response, answered)) : json(200, response);
}

function contentOf(input: ResponseRequest['input']): z.infer<typeof contentSchema> {
  if (typeof input === 'string') return input;
  const last = input.findLast(({ role }) => role === undefined || role === 'user') ?? input.at(-1);
  return last?.content ?? '';
}

function textOf(content: z.infer<typeof contentSchema>): string {
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('\n');
}

function responseFor(request: ResponseRequest, answered: Answered, now: number): Record<string, unknown> {
  return {
    id: `resp_${randomBytes(24).toString('hex')}`,
    object: 'response',
    created_at: Math.floor(now / 1000),
    status: answered.cut ? 'incomplete' : 'completed',
    background: false,
    error: null,
    incomplete_details: answered.cut ? { reason: 'max_output_tokens' } : null,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    model: request.model,
    output: [message(answered, answered.cut ? 'incomplete' : 'completed')],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    store: request.store ?? true,
    temperature: request.temperature ?? 1,
    text: { format: request.text?.format ?? { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: request.top_p ?? 1,
    truncation: 'disabled',
    usage: {
      input_tokens: answered.inputTokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: answered.outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: answered.inputTokens + answered.outputTokens,
    },
    metadata: request.metadata ?? {},
  };
}

function message(answered: Answered, status: string): Record<string, unknown> {
  return {
    id: 'msg_practice',
    type: 'message',
    status,
    role: 'assistant',
    content: [outputText(answered.text)],
  };
}

function outputText(text: string): object {
  return { type: 'output_text', text, annotations: [], logprobs: [] };
}

function* events(response: Record<string, unknown>, answered: Answered): Generator<string> {
  let sequence = 0;
  const event = (type: string, data: object): string => {
    const line = JSON.stringify({ type, sequence_number: sequence, ...data });
    sequence += 1;
    return `event: ${type}\ndata: ${line}\n\n`;
  };
  const begun = { ...response, status: 'in_progress', output: [], usage: null, incomplete_details: null };
  const at = { item_id: 'msg_practice', output_index: 0, content_index: 0 };
  const item = message(answered, 'completed');
  yield event('response.created', { response: begun });
  yield event('response.in_progress', { response: begun });
  yield event('response.output_item.added', {
    output_index: 0,
    item: { ...item, status: 'in_progress', content: [] },
  });
  yield event('response.content_part.added', { ...at, part: outputText('') });
  for (const delta of piecesOf(answered.text))
    yield event('response.output_text.delta', { ...at, delta, logprobs: [] });
  yield event('response.output_text.done', { ...at, text: answered.text, logprobs: [] });
  yield event('response.content_part.done', { ...at, part: outputText(answered.text) });
  yield event('response.output_item.done', { output_index: 0, item });
  yield event(answered.cut ? 'response.incomplete' : 'response.completed', { response });
}
