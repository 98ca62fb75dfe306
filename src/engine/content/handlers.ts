import type { Optimized, contentContract } from '../../shared/contract/content.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { AssistAnswer } from '../../shared/models/assist.ts';
import type { Analysis } from '../../shared/models/analysis.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import type { Measurement } from '../../shared/models/measurement.ts';
import type { Caller } from '../feature.ts';
import type { ContentRules } from '../platforms/content-rules.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { createAnalyzer } from './analyze.ts';
import type { Assist } from './assist/assist.ts';
import type { ContentDeps } from './answering/content-deps.ts';
import { createOwnTexts, ownHistory } from './answering/own-history.ts';
import { ownProfile } from './answering/own-profile.ts';
import type { ContentInput } from './content-input.ts';

type Input<Name extends keyof typeof contentContract> = ProcedureInput<(typeof contentContract)[Name]>;

export function createContentHandlers(deps: ContentDeps, assist: Assist) {
  const analyze = createAnalyzer();
  const texts = createOwnTexts();
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
      if (input.accountId !== undefined) assertAccount(deps, caller, input.accountId);
      const analysis = analyze({
        parts: [input.content, ...input.replies],
        rules,
        media: mediaOf(input),
        history: ownHistory(
          deps.db,
          {
            workspaceId: caller.workspaceId,
            platform: name,
            accountId: input.accountId ?? null,
            rules,
            now: deps.ports.clock.now(),
          },
          texts,
        ),
        title: titleOf(input),
        focusKeyphrase: input.focusKeyphrase,
      });
      const prediction = deps.predictionOf(caller.workspaceId, name, {
        text: input.content,
        accountId: input.accountId,
        at: input.at,
        mediaKinds: input.mediaKinds,
      });
      return prediction === null ? analysis : { ...analysis, prediction };
    },

    /** Rewrites the first part; further parts follow each version as they are. */
    async optimize(
      caller: Caller,
      { workspaceId, content, platform, replies, focusKeyphrase, goal, variants }: Input<'optimize'>,
      call?: { readonly signal: AbortSignal | undefined },
    ): Promise<Optimized> {
      const task = await assist.begin(caller.workspaceId, {
        workspaceId,
        content,
        platform,
        replies,
        focusKeyphrase,
        withTrends: false,
        task: { kind: 'rewrite', goal, tones: [], hooks: [], versions: variants },
      });
      return optimizedOf(await task.answer(() => undefined, call?.signal));
    },
  };
}

/** @throws `not_found` for an account of others. */
function assertAccount({ db }: ContentDeps, { workspaceId }: Caller, id: AccountId): void {
  const found = db
    .sql('SELECT 1 FROM account WHERE workspace_id = :workspaceId AND id = :id')
    .get({ workspaceId, id });
  if (found === undefined) throw new OcmaError('not_found', { what: 'account' });
}

/** Stands for alternative texts that are written; the analysis only asks whether they are. */
const written = '…';

function titleOf({ options }: Input<'analyze'>): string | undefined {
  const title = options?.['title'];
  return typeof title === 'string' ? title : undefined;
}

function mediaOf(input: Input<'analyze'>): ContentInput['media'] {
  return Array.from({ length: input.mediaCount }, (_, index) => ({
    part: 0,
    kind: 'image' as const,
    altText: index < input.missingAltTexts ? '' : written,
  }));
}

function optimizedOf(answer: AssistAnswer): Optimized {
  const { source, versions, rejected, failure, usage, cached } = answer;
  const note = [failure?.text, failure?.fix, answer.note].filter(Boolean).join(' ');
  return {
    source: source === 'rules' ? 'rules' : 'openai',
    variants: versions.flatMap(({ text, parts, why, measurement }) =>
      measurement === null ? [] : [{ text, parts, why, measurement }],
    ),
    rejected,
    note: note === '' ? null : note,
    usage: cached ? { inputTokens: 0, outputTokens: 0, costMicros: 0 } : usage,
  };
}
