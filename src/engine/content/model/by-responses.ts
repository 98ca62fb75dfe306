import { APIError } from 'openai';
import { z } from 'zod';
import { hear, readAnswer } from './heard.ts';
import type { Listening } from './heard.ts';

const answerSchema = z.object({
  output: z
    .array(
      z.object({
        type: z.string(),
        content: z
          .array(z.object({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() }))
          .nullish(),
      }),
    )
    .default([]),
  status: z.string().nullish(),
  model: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  usage: z.object({ input_tokens: z.int().nonnegative(), output_tokens: z.int().nonnegative() }).nullish(),
});

const eventSchema = z.object({
  type: z.string(),
  delta: z.string().optional(),
  response: z.unknown().optional(),
});

const failedSchema = z.object({ error: z.looseObject({ code: z.string().nullish() }).nullish() });

/**
 * Asks over the Responses API (`POST /responses`, structured output by JSON schema, nothing stored at the server), as a
 * stream: https://platform.openai.com/docs/api-reference/responses-streaming
 */
export async function askByResponses(model: string, listening: Listening): Promise<void> {
  const { client, question, controller } = listening;
  const response = await client.responses
    .create(
      {
        model,
        instructions: question.instructions,
        input: [
          {
            role: 'user',
            content: [
              { type: 'input_text', text: question.input },
              ...question.images.map((url) => ({
                type: 'input_image' as const,
                image_url: url,
                detail: 'auto' as const,
              })),
            ],
          },
        ],
        max_output_tokens: question.mostOutputTokens,
        store: false,
        stream: true,
        text: {
          format: {
            type: 'json_schema',
            name: question.schemaName,
            strict: true,
            schema: { ...question.schema },
          },
        },
      },
      { signal: controller.signal },
    )
    .asResponse();
  await readAnswer(listening, response, {
    event: (event) => takeEvent(listening, event),
    whole: (answer) => takeWhole(listening, answer),
  });
}

function takeEvent(listening: Listening, raw: unknown): void {
  const { heard } = listening;
  const { type, delta = '', response } = eventSchema.parse(raw);
  if (type === 'response.output_text.delta') return hear(listening, delta);
  if (type === 'response.refusal.delta') heard.refused = true;
  if (type === 'response.failed') {
    const { error } = failedSchema.parse(response);
    throw new APIError(undefined, error ?? {}, undefined, undefined);
  }
  if (type === 'response.completed' || type === 'response.incomplete') takeWhole(listening, response);
}

function takeWhole(listening: Listening, raw: unknown): void {
  const { heard } = listening;
  const answer = answerSchema.parse(raw);
  const contents = answer.output.flatMap(({ type, content }) => (type === 'message' ? (content ?? []) : []));
  const reason = answer.incomplete_details?.reason;
  if (contents.some(({ type }) => type === 'refusal') || reason === 'content_filter') heard.refused = true;
  if (answer.usage)
    heard.usage = { inputTokens: answer.usage.input_tokens, outputTokens: answer.usage.output_tokens };
  heard.model = answer.model ?? null;
  heard.end = answer.status === 'incomplete' ? 'cut' : 'complete';
  const whole = contents.map(({ type, text = '' }) => (type === 'output_text' ? text : '')).join('');
  // What the server says at the end is the answer; some send it only then, some only in pieces.
  if (whole === '') return;
  heard.text = '';
  hear(listening, whole);
}
