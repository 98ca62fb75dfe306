import type { WorkspaceId } from '../../../shared/models/ids.ts';
import { writeAudit } from '../../http/audit.ts';
import { modelPlatform } from '../../http/spending.ts';
import type { OpenAiPort } from '../rewriting/optimize-types.ts';
import { createAnswerCache } from './answer-cache.ts';
import type { ContentDeps } from './content-deps.ts';
import { spentOnModel } from './model-budget.ts';
import { costOf, priceOf, unknownPrice } from './model-prices.ts';
import type { ModelPrice } from './model-prices.ts';

/** A language model that may be asked, and what it costs. */
export interface ModelAccess {
  readonly port: OpenAiPort;
  /** The practice network plays it: no language model takes part. */
  readonly practice: boolean;
  /** Null: not known; the budget then reckons with `unknownPrice`. */
  readonly price: ModelPrice | null;
  /** Whether the user's budget has refused a question. */
  readonly refused: () => boolean;
}

/** The most that one question is expected to use: an instruction with a long post, and a full answer. */
const largestQuestion = { inputTokens: 4_000, outputTokens: 4_000 };

/**
 * The language model that the user has set up, or null where there is no key. In a practice workspace without one the
 * practice network plays it.
 * @throws `vault_locked`, `vault_unavailable`
 */
export async function modelAccess(
  deps: ContentDeps,
  workspaceId: WorkspaceId,
  signal: AbortSignal | undefined,
): Promise<ModelAccess | null> {
  const { db, ports } = deps;
  const settings = deps.openAiSettings();
  const key = await deps.openAiKey();
  const practiceUrl = key === null && isPractice(deps, workspaceId) ? ports.practiceServer.url : null;
  const apiKey = key ?? (practiceUrl === null ? null : 'practice-key');
  if (apiKey === null) return null;
  const baseUrl = practiceUrl === null ? settings.baseUrl : `${practiceUrl.replace(/\/+$/, '')}/v1`;
  const price = priceOf(baseUrl, settings.model);
  let refused = false;
  return {
    price,
    practice: practiceUrl !== null,
    refused: () => refused,
    port: {
      fetch: audited(deps, workspaceId),
      baseUrl,
      apiKey,
      model: settings.model,
      signal,
      allow() {
        const most = costOf(price ?? unknownPrice, largestQuestion);
        refused = most > 0 && spentOnModel(deps) + most > settings.monthlyBudgetMicros;
        return !refused;
      },
      cache: createAnswerCache(db, ports.clock),
    },
  };
}

function isPractice({ db }: Pick<ContentDeps, 'db'>, id: WorkspaceId): boolean {
  return db.sql(`SELECT 1 FROM workspace WHERE id = :id AND kind = 'practice'`).get({ id }) !== undefined;
}

/** Each question leaves a line in the list of calls that left the machine. */
function audited({ db, ports }: ContentDeps, workspaceId: WorkspaceId): OpenAiPort['fetch'] {
  return async (input, init) => {
    const started = ports.clock.monotonic();
    let status: number | null = null;
    try {
      const answer = await ports.fetch(input, init);
      status = answer.status;
      return answer;
    } finally {
      writeAudit(db, {
        at: ports.clock.now(),
        workspaceId,
        accountId: null,
        platform: modelPlatform,
        operation: 'rewrite',
        status,
        code: status === null ? 'network_unreachable' : status < 400 ? null : 'platform_refused',
        ms: ports.clock.monotonic() - started,
        cache: 'none',
        costMicros: 0,
      });
    }
  };
}
