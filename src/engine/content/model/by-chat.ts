import { z } from 'zod';
import { hear, readAnswer } from './heard.ts';
import type { Listening } from './heard.ts';

const said = z.object({ content: z.string().nullish(), refusal: z.string().nullish() });

const chunkSchema = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        delta: said.optional(),
        message: said.optional(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  usage: z
    .object({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() })
    .nullish(),
});

/** Asks over chat completions, which is all that many servers on one's own machine have (`POST /chat/completions`). */
export async function askByChat(model: string, listening: Listening): Promise<void> {
  const { client, question, controller } = listening;
  const { instructions, input, images } = question;
  const response = await client.chat.completions
    .create(
      {
        model,
        messages: [
          { role: 'system', content: instructions },
          {
            role: 'user',
            content:
              images.length === 0
                ? input
                : [
                    { type: 'text', text: input },
                    ...images.map((url) => ({ type: 'image_url' as const, image_url: { url } })),
                  ],
          },
        ],
        max_tokens: question.mostOutputTokens,
        stream: true,
        stream_options: { include_usage: true },
        response_format: {
          type: 'json_schema',
          json_schema: { name: question.schemaName, strict: true, schema: { ...question.schema } },
        },
      },
      { signal: controller.signal },
    )
    .asResponse();
  const take = (raw: unknown): void => takeChunk(listening, raw);
  await readAnswer(listening, response, { event: take, whole: take });
}

function takeChunk(listening: Listening, raw: unknown): void {
  const { heard } = listening;
  const { choices, usage, model } = chunkSchema.parse(raw);
  heard.model ??= model ?? null;
  if (usage) heard.usage = { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
  const [choice] = choices;
  if (choice === undefined) return;
  const { content, refusal } = choice.delta ?? choice.message ?? {};
  if (refusal) heard.refused = true;
  hear(listening, content ?? '');
  const reason = choice.finish_reason ?? null;
  if (reason === null) return;
  if (reason === 'content_filter') heard.refused = true;
  heard.end = reason === 'length' ? 'cut' : 'complete';
}
