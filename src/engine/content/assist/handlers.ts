import type { assistContract } from '../../../shared/contract/assist.ts';
import type { AssistAnswer, AssistEvent, AssistPreview, ToneGuide } from '../../../shared/models/assist.ts';
import type { Caller } from '../../feature.ts';
import type { ContentRules } from '../../platforms/content-rules.ts';
import type { HandlersOf, ProcedureInput } from '../../procedure-input.ts';
import type { ContentDeps } from '../answering/content-deps.ts';
import { modelAccess } from '../answering/model-access.ts';
import { spentOnModel } from '../answering/model-budget.ts';
import { ownProfile } from '../answering/own-profile.ts';
import { createContentHandlers } from '../handlers.ts';
import { inputOf, instructionsFor } from '../prompts/rewrite-v1.ts';
import { splitIntoThread } from '../thread.ts';
import { sentence } from '../wording.ts';
import { assertOwnAccount, assertOwnMedium } from './own-rows.ts';

type Input = ProcedureInput<(typeof assistContract)['ask']>;

const postsNeeded = 8;

export function createAssistHandlers(deps: ContentDeps): HandlersOf<typeof assistContract> {
  const content = createContentHandlers(deps);
  const rulesOf = (caller: Caller, network: string): ContentRules => {
    const platform = deps.platformOf(network);
    return platform.rules(ownProfile(deps.db, caller.workspaceId, platform.name));
  };

  const byRules = (input: Input, rules: ContentRules): AssistAnswer => {
    const parts = input.task.kind === 'thread' ? splitIntoThread(input.content, rules) : null;
    const [first] = (parts ?? []).map(rules.measure).sort((a, b) => b.length - a.length);
    return {
      source: 'rules',
      versions:
        parts === null || first === undefined
          ? []
          : [
              {
                text: input.content,
                parts: [...parts],
                why: sentence('rewrite', 'rule_thread'),
                tone: null,
                hook: null,
                measurement: first,
              },
            ],
      rejected: [],
      note: sentence('rewrite', parts === null ? 'note_nothing' : 'note_rules'),
      usage: null,
      cached: false,
    };
  };

  const ask = async (
    caller: Caller,
    input: Input,
    call: { readonly signal: AbortSignal | undefined },
  ): Promise<AssistAnswer> => {
    assertOwn(caller, input);
    const { task } = input;
    if (task.kind !== 'rewrite' && task.kind !== 'shorten')
      return byRules(input, rulesOf(caller, input.platform));
    const goal = task.kind === 'rewrite' ? task.goal : 'clarity';
    const draft = { ...input, mediaCount: 0, missingAltTexts: 0 };
    const { source, variants, ...rest } = await content.optimize(
      caller,
      { ...draft, goal, variants: task.versions },
      call,
    );
    return {
      ...rest,
      source: source === 'rules' ? 'rules' : 'model',
      versions: variants.map((variant) => ({ ...variant, tone: null, hook: null })),
      cached: false,
    };
  };

  const assertOwn = ({ workspaceId }: Caller, { accountId, task }: Input): void => {
    if (accountId !== undefined) assertOwnAccount(deps.db, workspaceId, accountId);
    if (task.kind === 'alt_text') assertOwnMedium(deps.db, workspaceId, task.mediaId);
  };

  async function* events(
    caller: Caller,
    input: Input,
    call: { readonly signal: AbortSignal | undefined },
  ): AsyncGenerator<AssistEvent, void, undefined> {
    yield { kind: 'asking', source: 'rules' };
    yield { kind: 'done', answer: await ask(caller, input, call) };
  }

  return {
    async preview(caller, input): Promise<AssistPreview> {
      assertOwn(caller, input);
      const rules = rulesOf(caller, input.platform);
      const model = await modelAccess(deps, caller.workspaceId, undefined);
      const text = inputOf({
        post: input.content,
        network: rules.name,
        limit: rules.limit,
        hashtags: rules.hashtags.max,
        versions: 2,
        faulty: [],
      });
      return {
        server:
          model === null
            ? null
            : {
                origin: new URL(model.port.baseUrl).origin,
                model: model.port.model,
                practice: model.practice,
              },
        instructions: model === null ? '' : instructionsFor('clarity'),
        input: model === null ? '' : text,
        images: [],
        estimate: { inputTokens: 0, outputTokens: 0, costMicros: null },
        budget: {
          monthlyMicros: deps.openAiSettings().monthlyBudgetMicros,
          spentMicros: spentOnModel(deps),
        },
        cached: false,
      };
    },
    ask,
    run(caller, input, call) {
      assertOwn(caller, input);
      return events(caller, input, call);
    },
    toneGuide(caller, { accountId }): { guide: ToneGuide | null; have: number; need: number } {
      assertOwnAccount(deps.db, caller.workspaceId, accountId);
      return { guide: null, have: 0, need: postsNeeded };
    },
  };
}
