import type { OptimizeDeps, OptimizeRequest, OptimizeResult } from './optimize-types.ts';
import { rewriteByModel } from './rewrite-by-model.ts';
import { rewriteByRules } from './rewrite-by-rules.ts';

/**
 * Rewrites a post: with a language model where a server is configured, else by fixed rules. Never throws for what a
 * server answers; a failed rewrite is a result with its code, and the caller may then ask again without `openAi`.
 */
export const optimize = async (
  { rules, openAi }: OptimizeDeps,
  request: OptimizeRequest,
): Promise<OptimizeResult> =>
  openAi === undefined ? rewriteByRules(request, rules) : rewriteByModel(openAi, request, rules);
