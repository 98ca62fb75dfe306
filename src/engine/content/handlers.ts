import type { Optimized, contentContract } from '../../shared/contract/content.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Analysis } from '../../shared/models/analysis.ts';
import type { Measurement } from '../../shared/models/measurement.ts';
import type { Caller } from '../feature.ts';
import type { ContentRules } from '../platforms/content-rules.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { createAnalyzer } from './analyze.ts';
import type { ContentDeps } from './answering/content-deps.ts';
import { modelAccess } from './answering/model-access.ts';
import { spendOnModel } from './answering/model-budget.ts';
import { costOf, unknownPrice } from './answering/model-prices.ts';
import { ownHistory } from './answering/own-history.ts';
import { ownProfile } from './answering/own-profile.ts';
import type { ContentInput } from './content-input.ts';
import type { OptimizeFailure, OptimizeResult } from './rewriting/optimize-types.ts';
import { optimize } from './rewriting/optimize.ts';

type Input<Name extends keyof typeof contentContract> = ProcedureInput<(typeof contentContract)[Name]>;
type Done = Extract<OptimizeResult, { status: 'done' }>;

export function createContentHandlers(deps: ContentDeps) {
  const analyze = createAnalyzer();
  const rulesOf = (caller: Caller, network: string): { name: string; rules: ContentRules } => {
    const platform = deps.platformOf(network);
    const profile = ownProfile(deps.db, caller.workspaceId, platform.name);
    return { name: platform.name, rules: platform.rules(profile) };
  };

  return {
    measure: (caller: Caller, input: Input<'measure'>): Measurement =>
      rulesOf(caller, input.platform).rules.measure(input.text),

    analyze(caller: Caller, input: Input<'analyze'>): Analysis {
      const { name, rules } = rulesOf(caller, input.platform);
      const analysis = analyze({
        parts: [input.content, ...input.replies],
        rules,
        media: mediaOf(input),
        history: ownHistory(deps.db, caller.workspaceId, name, rules),
        focusKeyphrase: input.focusKeyphrase,
      });
      const prediction = deps.predictionOf(caller.workspaceId, name, { text: input.content });
      return prediction === null ? analysis : { ...analysis, prediction };
    },

    /** Rewrites the first part; further parts follow each version as they are. */
    async optimize(
      caller: Caller,
      input: Input<'optimize'>,
      call?: { readonly signal: AbortSignal | undefined },
    ): Promise<Optimized> {
      const { rules } = rulesOf(caller, input.platform);
      const request = { text: input.content, goal: input.goal, variants: input.variants };
      const byRules = async (note: string | null): Promise<Optimized> => {
        const result = await optimize({ rules }, request);
        if (result.status === 'failed') throw new OcmaError('internal');
        return answerOf({ ...result, note: note ?? result.note }, input.replies, null);
      };
      const model = await modelAccess(deps, caller.workspaceId, call?.signal);
      if (model === null) return await byRules(null);

      const result = await optimize({ rules, openAi: model.port }, request);
      spendOnModel(deps, caller.workspaceId, costOf(model.price ?? unknownPrice, result.usage ?? noTokens));
      if (result.status === 'done') {
        const cost = model.price === null ? null : costOf(model.price, result.usage ?? noTokens);
        const note = model.practice ? deps.words('contentWords.practice') : result.note;
        return answerOf({ ...result, note }, input.replies, cost);
      }
      if (model.refused()) throw new OcmaError('openai_budget');
      return await byRules(noteFor(deps, result.code));
    },
  };
}

const noTokens = { inputTokens: 0, outputTokens: 0 };

/** Stands for alternative texts that are written; the analysis only asks whether they are. */
const written = '…';

function mediaOf(input: Input<'analyze'>): ContentInput['media'] {
  return Array.from({ length: input.mediaCount }, (_, index) => ({
    part: 0,
    kind: 'image' as const,
    altText: index < input.missingAltTexts ? '' : written,
  }));
}

function noteFor({ words }: ContentDeps, code: OptimizeFailure): string {
  return words(`contentWords.rulesInstead.${code}`);
}

function answerOf(result: Done, replies: readonly string[], costMicros: number | null): Optimized {
  return {
    source: result.source,
    variants: result.variants.map(({ text, parts, why, measurement }) => ({
      text,
      parts: [...parts, ...replies],
      why,
      measurement,
    })),
    rejected: [...result.rejected],
    note: result.note,
    usage: result.usage === null ? null : { ...result.usage, costMicros },
  };
}
