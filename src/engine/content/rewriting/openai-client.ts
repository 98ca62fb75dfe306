import { z } from 'zod';
import type { OpenAiPort, OptimizeFailure, Usage } from './optimize-types.ts';

/** Longest wait for one answer. */
const timeoutMs = 60_000;

const mostOutputTokens = 4_000;

/** An answer of a model that fits the schema asked for, or why there is none. */
export type ModelAnswer<Value> =
  | { readonly status: 'answered'; readonly value: Value; readonly usage: Usage }
  /** Charged for, but not what was asked for. */
  | { readonly status: 'malformed'; readonly usage: Usage }
  | {
      readonly status: 'failed';
      readonly code: OptimizeFailure;
      readonly retryAfterMs: number | null;
      readonly usage: Usage;
    };

/** One question to a model: what it is told, the data, and the shape of the answer. */
export type ModelQuestion<Value> = {
  readonly instructions: string;
  readonly input: string;
  readonly schemaName: string;
  readonly schema: z.ZodType<Value>;
};

const noUsage: Usage = { inputTokens: 0, outputTokens: 0 };

const failed = (code: OptimizeFailure, retryAfterMs: number | null = null, usage = noUsage) =>
  ({ status: 'failed', code, retryAfterMs, usage }) as const;

const answerSchema = z.object({
  status: z.string().nullish(),
  output: z.array(
    z.object({
      type: z.string(),
      content: z
        .array(z.object({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() }))
        .optional(),
    }),
  ),
  incomplete_details: z.object({ reason: z.string().optional() }).nullish(),
  usage: z.object({ input_tokens: z.int().nonnegative(), output_tokens: z.int().nonnegative() }).nullish(),
});

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const readAnswer = <Value>(raw: unknown, schema: z.ZodType<Value>): ModelAnswer<Value> => {
  const parsed = answerSchema.safeParse(raw);
  if (!parsed.success) return { status: 'malformed', usage: noUsage };
  const { output, usage: counted, incomplete_details: incomplete } = parsed.data;
  const usage = { inputTokens: counted?.input_tokens ?? 0, outputTokens: counted?.output_tokens ?? 0 };
  const contents = output.flatMap(({ type, content }) => (type === 'message' ? (content ?? []) : []));
  const isRefused =
    contents.some(({ type }) => type === 'refusal') || incomplete?.reason === 'content_filter';
  if (isRefused) return failed('refused', null, usage);
  const text = contents
    .map((content) => (content.type === 'output_text' ? (content.text ?? '') : ''))
    .join('');
  const value = schema.safeParse(jsonOf(text));
  return value.success ? { status: 'answered', value: value.data, usage } : { status: 'malformed', usage };
};

const retryAfterOf = (headers: Headers | undefined): number | null => {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return milliseconds;
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
};

/**
 * Asks a model over OpenAI's Responses API (`POST /responses`, structured output by JSON schema, nothing stored at the
 * server). One request and no retries. The client library is loaded with the first question, since it takes 34 MB.
 */
export const askModel = async <Value>(
  port: OpenAiPort,
  question: ModelQuestion<Value>,
): Promise<ModelAnswer<Value>> => {
  const { OpenAI, APIError } = await import('openai');
  const client = new OpenAI({
    apiKey: port.apiKey,
    baseURL: port.baseUrl,
    fetch: port.fetch,
    maxRetries: 0,
    timeout: timeoutMs,
    organization: null,
    project: null,
    logLevel: 'off',
  });
  try {
    const answer: unknown = await client.responses.create(
      {
        model: port.model,
        instructions: question.instructions,
        input: [{ role: 'user', content: [{ type: 'input_text', text: question.input }] }],
        max_output_tokens: mostOutputTokens,
        store: false,
        text: {
          format: {
            type: 'json_schema',
            name: question.schemaName,
            strict: true,
            schema: { ...z.toJSONSchema(question.schema, { target: 'draft-7' }) },
          },
        },
      },
      port.signal === undefined ? {} : { signal: port.signal },
    );
    return readAnswer(answer, question.schema);
  } catch (error) {
    if (!(error instanceof APIError)) return failed('unavailable');
    const { status, code, headers } = error;
    if (status === 402 || code === 'insufficient_quota') return failed('budget');
    if (status === 401 || status === 403) return failed('invalid_key');
    if (status === 429) return failed('rate_limited', retryAfterOf(headers));
    return failed('unavailable');
  }
};
