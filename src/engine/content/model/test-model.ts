import { z } from 'zod';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { ModelTest } from '../../../shared/models/model-test.ts';
import type { ContentDeps } from '../answering/content-deps.ts';
import { ownModel } from './access.ts';
import type { ModelAccess } from './access.ts';
import { askAndPay, noteCalls } from './ask-and-pay.ts';
import type { Payer } from './ask-and-pay.ts';
import { jsonOf } from './json-of.ts';
import type { ListedModel } from './list-models.ts';
import { costOf } from './prices.ts';
import { inputTokensAtMost } from './question.ts';
import type { Question } from './question.ts';
import type { KnownServers } from './server.ts';

const answerSchema = z.object({ ready: z.boolean() });

/** Short, and in the shape that every other question has. Models that think first need room for it. */
const question: Question = {
  instructions: 'This is a test of the connection. Answer with "ready" set to true.',
  input: '{}',
  images: [],
  schemaName: 'ready',
  schema: z.toJSONSchema(answerSchema, { target: 'draft-7' }),
  mostOutputTokens: 4_000,
};

/** The question and its costs stand under this name in the list of calls. */
const operation = 'test';
const mostModels = 200;

/**
 * Asks the language model of the settings one short question, over the same way as all others, and says what came of it.
 * Where the model or the address is wrong, looks up what the server has instead. The practice network is never asked.
 * @throws `vault_locked`, `vault_unavailable`
 */
export async function testModel(
  deps: ContentDeps,
  workspaceId: WorkspaceId,
  signal: AbortSignal | undefined,
): Promise<ModelTest> {
  const known: KnownServers = { onlyChat: new Set() };
  const model = await ownModel(deps, known);
  if (model === null) return told(deps, 'no_key');
  const payer = { deps, workspaceId, model, signal };
  const most = { inputTokens: inputTokensAtMost(question), outputTokens: question.mostOutputTokens };
  const outcome = await askAndPay(payer, { operation, question, most }, () => undefined);
  if (outcome === null) return told(deps, 'over_budget');
  const { charged, calls } = outcome;
  const isCharged = charged.inputTokens + charged.outputTokens > 0;
  const seen = {
    ms: Math.round(calls.at(-1)?.ms ?? 0),
    usage: isCharged
      ? { ...charged, costMicros: model.price === null ? null : costOf(model.price, charged) }
      : null,
  };
  if (outcome.status === 'failed') {
    const { code, retryAt } = outcome;
    const found = code === 'unknown_model' || code === 'wrong_address' ? await lookAround(payer, code) : {};
    return { ...told(deps, code), ...seen, retryAt, ...found };
  }
  const { model: name } = model.server;
  if (!answerSchema.safeParse(jsonOf(outcome.text)).success)
    return { ...told(deps, 'no_shape'), ...seen, model: outcome.model ?? name };
  const listed = (await listedBy(payer, model)) ?? [];
  const shutdown = listed.find(({ id }) => id === name)?.shutdown ?? null;
  return { ...told(deps, 'works'), ...seen, ...namesOf(listed), model: outcome.model ?? name, shutdown };
}

function told(deps: ContentDeps, code: ModelTest['code']): ModelTest {
  const group = ['works', 'no_key', 'over_budget', 'no_shape'].includes(code) ? 'modelTest' : 'modelFailed';
  const words = (part: 'text' | 'fix'): string => deps.words(`contentWords.${group}.${code}.${part}`);
  return {
    code,
    text: words('text'),
    fix: words('fix') || null,
    model: null,
    ms: null,
    usage: null,
    retryAt: null,
    models: [],
    shutdown: null,
    baseUrl: null,
  };
}

const namesOf = (listed: readonly ListedModel[]): Pick<ModelTest, 'models'> => ({
  models: listed
    .map(({ id }) => id)
    .toSorted()
    .slice(0, mostModels),
});

async function listedBy(payer: Payer, { server }: ModelAccess): Promise<readonly ListedModel[] | null> {
  const { listModels } = await import('./list-models.ts');
  const { models, call } = await listModels(server, payer.signal);
  await payer.deps.db.patiently(async () => noteCalls(payer, operation, [call], 0));
  return models;
}

/** What the server has instead: its models, or the address under which it answers. */
async function lookAround(
  payer: Payer,
  code: 'unknown_model' | 'wrong_address',
): Promise<Pick<ModelTest, 'models' | 'baseUrl'>> {
  const { model } = payer;
  const bases = code === 'unknown_model' ? [model.server.baseUrl] : likelyBases(model.server.baseUrl);
  for (const baseUrl of bases) {
    const models = await listedBy(payer, { ...model, server: { ...model.server, baseUrl } });
    if (models !== null) return { ...namesOf(models), baseUrl: code === 'unknown_model' ? null : baseUrl };
  }
  return { models: [], baseUrl: null };
}

/** Addresses on the same server that people mean: without the endpoint, and with the version. The key stays at its origin. */
function likelyBases(baseUrl: string): readonly string[] {
  const { origin, pathname } = new URL(baseUrl);
  const plain = pathname.replace(/\/(?:chat\/completions|completions|responses|models)?\/*$/, '');
  const paths = [plain, `${plain}/v1`, '/v1', '/api/v1'];
  return [...new Set(paths.map((path) => `${origin}${path}`))].filter(
    (base) => base !== baseUrl.replace(/\/+$/, ''),
  );
}
