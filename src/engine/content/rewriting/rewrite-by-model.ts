import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ContentRules } from '../../platforms/content-rules.ts';
import { inputOf, instructionsFor, promptVersion } from '../prompts/rewrite-v1.ts';
import { sentence } from '../wording.ts';
import { faultsOf } from './faithfulness.ts';
import { askModel } from './openai-client.ts';
import type {
  OpenAiPort,
  OptimizeRequest,
  OptimizeResult,
  Rejection,
  Usage,
  Variant,
} from './optimize-types.ts';

const rewriteSchema = z.object({ variants: z.array(z.object({ text: z.string(), why: z.string() })) });
type Version = z.infer<typeof rewriteSchema>['variants'][number];

type Faulty = { readonly text: string; readonly faults: readonly string[] };

type Sorted = { readonly variants: readonly Variant[]; readonly faulty: readonly Faulty[] };

const plus = (a: Usage, b: Usage): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
});

const longestWhy = 300;

/** Parts the versions that may be shown from those with faults. */
const sortVersions = (
  versions: readonly Version[],
  original: string,
  rules: ContentRules,
  known: readonly Variant[],
): Sorted => {
  const variants: Variant[] = [];
  const faulty: Faulty[] = [];
  const seen = new Set([original.trim(), ...known.map(({ text }) => text)]);
  for (const version of versions) {
    const text = version.text.trim();
    const repeated = seen.has(text) ? [sentence('rewrite', 'rejected_unchanged')] : [];
    const faults = [...repeated, ...faultsOf(original, text, rules)];
    seen.add(text);
    if (faults.length > 0) faulty.push({ text, faults });
    else
      variants.push({
        text,
        parts: [text],
        why: version.why.trim().slice(0, longestWhy),
        measurement: rules.measure(text),
      });
  }
  return { variants, faulty };
};

const cacheKeyOf = (port: OpenAiPort, request: OptimizeRequest, rules: ContentRules): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        promptVersion,
        port.baseUrl,
        port.model,
        rules.name,
        rules.limit,
        request.goal,
        request.variants,
        request.text,
      ]),
    )
    .digest('hex');

const fromCache = async (
  { cache }: OpenAiPort,
  key: string,
  { text }: OptimizeRequest,
  rules: ContentRules,
): Promise<readonly Variant[]> => {
  const kept = (await cache?.get(key)) ?? null;
  if (kept === null) return [];
  try {
    const parsed = rewriteSchema.safeParse(JSON.parse(kept));
    return parsed.success ? sortVersions(parsed.data.variants, text, rules, []).variants : [];
  } catch {
    return [];
  }
};

const rejectionsOf = (faulty: readonly Faulty[]): readonly Rejection[] =>
  faulty.map(({ faults }) => ({ reason: faults.join(' ') }));

/**
 * Rewrites with a language model. Each version is checked against the network's rules and the original's facts; faulty
 * ones get one repair round, in which the model is told their faults, and are thrown away where that fails. The checked
 * versions are cached by the hash of text, network, goal, model and prompt version.
 */
export const rewriteByModel = async (
  port: OpenAiPort,
  request: OptimizeRequest,
  rules: ContentRules,
): Promise<OptimizeResult> => {
  const noUsage: Usage = { inputTokens: 0, outputTokens: 0 };
  const key = cacheKeyOf(port, request, rules);
  const done = { status: 'done', source: 'openai', note: null } as const;
  const kept = await fromCache(port, key, request, rules);
  if (kept.length > 0) return { ...done, variants: kept, rejected: [], usage: noUsage, cached: true };

  let usage = noUsage;
  let variants: readonly Variant[] = [];
  let faulty: readonly Faulty[] = [];
  let rejected: readonly Rejection[] = [];
  for (const round of ['first', 'repair'] as const) {
    const missing = request.variants - variants.length;
    if (missing <= 0 || (round === 'repair' && faulty.length === 0 && rejected.length === 0)) break;
    if (!port.allow()) {
      if (round === 'first') return { status: 'failed', code: 'budget', retryAfterMs: null, usage };
      break;
    }
    const answer = await askModel(port, {
      instructions: instructionsFor(request.goal),
      input: inputOf({
        post: request.text,
        network: rules.name,
        limit: rules.limit,
        hashtags: rules.hashtags.max,
        versions: missing,
        faulty,
      }),
      schemaName: 'rewritten_posts',
      schema: rewriteSchema,
    });
    usage = plus(usage, answer.usage);
    if (answer.status === 'failed') {
      if (variants.length === 0) return { ...answer, usage };
      break;
    }
    if (answer.status === 'malformed') {
      rejected = [...rejected, { reason: sentence('rewrite', 'rejected_malformed') }];
      continue;
    }
    const sorted = sortVersions(answer.value.variants.slice(0, missing), request.text, rules, variants);
    variants = [...variants, ...sorted.variants];
    rejected = [...rejected, ...rejectionsOf(sorted.faulty)];
    faulty = sorted.faulty;
  }
  if (variants.length > 0) {
    await port.cache?.set(
      key,
      JSON.stringify({ variants: variants.map(({ text, why }) => ({ text, why })) }),
    );
  }
  return { ...done, variants, rejected, usage, cached: false };
};
