import { OcmaError } from '../../../shared/errors.ts';
import type { AssistAnswer, AssistPreview } from '../../../shared/models/assist.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { ModelFailure } from '../../../shared/models/model-failure.ts';
import type { ContentDeps } from '../answering/content-deps.ts';
import { modelAccess } from '../model/access.ts';
import type { ModelAccess } from '../model/access.ts';
import { createAnswerCache } from '../model/answer-cache.ts';
import { budgetAllows, spentOnModel } from '../model/budget.ts';
import { costOf, unknownPrice } from '../model/prices.ts';
import type { FailureFound } from '../model/failure-of.ts';
import type { KnownServers } from '../model/server.ts';
import { sentence } from '../wording.ts';
import { answerByModel } from './answer-by-model.ts';
import type { Emit } from './answer-by-model.ts';
import type { Commission } from './commission.ts';
import type { AssistKind } from './kind.ts';
import { kinds } from './kinds.ts';
import { readKept } from './kept-answer.ts';
import { commissionOf } from './prepare.ts';
import type { AssistInput } from './prepare.ts';
import { cacheKeyOf, questionFor, usageAbout, usageAtMost } from './question-for.ts';

/** A task that can be begun: everything that could be refused has been asked. */
export interface ReadyTask {
  /** Never throws but `openai_budget`; ends early, with what is there, when `signal` fires. */
  answer(emit: Emit, signal: AbortSignal | undefined): Promise<AssistAnswer>;
}

/** The optimiser: what a language model, or rules where there is none, can do with a draft. */
export interface Assist {
  /**
   * @throws `unknown_platform`, `not_found`, `vault_locked`, `vault_unavailable`, and `openai_budget` where the month's
   * budget does not allow the question
   */
  begin(workspaceId: WorkspaceId, input: AssistInput): Promise<ReadyTask>;
  /** What would be sent; sends nothing. @throws as `begin` does, but for the budget */
  preview(workspaceId: WorkspaceId, input: AssistInput): Promise<AssistPreview>;
}

export function createAssist(deps: ContentDeps): Assist {
  const known: KnownServers = { onlyChat: new Set() };

  const prepare = async (workspaceId: WorkspaceId, input: AssistInput) => {
    const commission = await commissionOf(deps, workspaceId, input);
    const kind = kinds[input.task.kind];
    const impossible = kind.impossible?.(commission) ?? null;
    const model = await modelAccess(deps, workspaceId, known);
    return { commission, kind, impossible, model };
  };

  return {
    async begin(workspaceId, input) {
      const { commission, kind, impossible, model } = await prepare(workspaceId, input);
      if (impossible !== null || model === null) {
        const answer = impossible === null ? byRules(kind, commission, null) : nothing(impossible);
        return {
          answer(emit) {
            emit({ kind: 'asking', source: 'rules' });
            return Promise.resolve(answer);
          },
        };
      }
      const question = questionFor(kind, commission, kind.styles(commission), []);
      const isKept = keptFor(workspaceId, model, kind, commission).length > 0;
      const most = costOf(model.price ?? unknownPrice, usageAtMost(question, commission));
      if (!isKept && !budgetAllows(deps, most)) throw new OcmaError('openai_budget');
      return {
        async answer(emit, signal) {
          emit({ kind: 'asking', source: model.practice ? 'practice' : 'model' });
          const asking = { deps, workspaceId, model, commission, signal };
          const result = await answerByModel(asking, kind, emit);
          if (result.status === 'done')
            return { ...result.answer, note: noteOf(result.answer, kind, model, commission) };
          if (result.status === 'over_budget') throw new OcmaError('openai_budget');
          const { costMicros, ...usage } = {
            ...result.usage,
            costMicros: model.price === null ? null : costOf(model.price, result.usage),
          };
          const isCharged = usage.inputTokens + usage.outputTokens > 0;
          return {
            ...byRules(kind, commission, result),
            usage: isCharged ? { ...usage, costMicros } : null,
          };
        },
      };
    },

    async preview(workspaceId, input) {
      const { commission, kind, impossible, model } = await prepare(workspaceId, input);
      const budget = {
        monthlyMicros: deps.openAiSettings().monthlyBudgetMicros,
        spentMicros: spentOnModel(deps),
      };
      const server = model && {
        origin: new URL(model.server.baseUrl).origin,
        model: model.server.model,
        practice: model.practice,
        moderated: model.moderate,
      };
      if (model === null || impossible !== null)
        return { server, ...unsent, estimate: { ...unsent.estimate }, images: [], rising: null, budget };
      const styles = kind.styles(commission);
      const question = questionFor(kind, commission, styles, []);
      const usage = usageAbout(question, commission, styles.length);
      const { picture, rising } = commission;
      return {
        server,
        instructions: question.instructions,
        input: question.input,
        images:
          picture === null
            ? []
            : [
                {
                  mediaId: picture.mediaId,
                  fileName: picture.fileName,
                  bytes: picture.bytes,
                  width: picture.width,
                  height: picture.height,
                },
              ],
        rising: rising && {
          own: rising.own,
          network: rising.topics.length - rising.own,
          networkReadAt: rising.networkReadAt,
        },
        estimate: { ...usage, costMicros: model.price === null ? null : costOf(model.price, usage) },
        budget,
        cached: keptFor(workspaceId, model, kind, commission).length > 0,
      };
    },
  };

  function keptFor(
    workspaceId: WorkspaceId,
    model: ModelAccess,
    kind: AssistKind,
    commission: Commission,
  ): ReturnType<typeof readKept> {
    const question = questionFor(kind, commission, kind.styles(commission), []);
    const key = cacheKeyOf(workspaceId, model, kind, question, commission);
    return readKept(createAnswerCache(deps.db, deps.ports.clock), key, kind, commission);
  }

  function noteOf(
    answer: AssistAnswer,
    kind: AssistKind,
    model: ModelAccess,
    commission: Commission,
  ): string | null {
    if (answer.versions.length === 0) return answer.note;
    if (model.practice) return deps.words('contentWords.practice');
    return kind.caution?.(commission) ?? answer.note;
  }

  /** What rules make of it; with the reason why no language model did, where one should have. */
  function byRules(kind: AssistKind, commission: Commission, failed: FailureFound | null): AssistAnswer {
    const failure = failed === null ? null : toldOf(failed);
    const made = kind.byRules?.(commission) ?? null;
    if (made === null) return { ...nothing(failure === null ? needsModel(commission) : null), failure };
    const isMade = failure !== null && made.versions.length > 0;
    const note = isMade ? deps.words('contentWords.byRules') : made.note;
    return { ...nothing(note), versions: [...made.versions], failure };
  }

  function toldOf({ code, retryAt }: FailureFound): ModelFailure {
    const words = (part: 'text' | 'fix'): string => deps.words(`contentWords.modelFailed.${code}.${part}`);
    return { code, retryAt, text: words('text'), fix: words('fix') || null };
  }
}

const unsent = {
  instructions: '',
  input: '',
  estimate: { inputTokens: 0, outputTokens: 0, costMicros: 0 },
  cached: false,
};

function nothing(note: string | null): AssistAnswer {
  return { source: 'rules', versions: [], rejected: [], note, failure: null, usage: null, cached: false };
}

function needsModel({ task }: Commission): string {
  switch (task.kind) {
    case 'title':
    case 'description':
    case 'alt_text':
    case 'translate':
      return sentence('assist', `needs_model_${task.kind}`);
    case 'rewrite':
    case 'shorten':
    case 'thread':
    case 'hashtags':
      return sentence('rewrite', 'note_nothing');
  }
}
