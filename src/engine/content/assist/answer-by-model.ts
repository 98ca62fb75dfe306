import type { AssistAnswer, AssistEvent, AssistVersion } from '../../../shared/models/assist.ts';
import { sentence } from '../wording.ts';
import { createAnswerCache } from '../model/answer-cache.ts';
import { askAndPay } from '../model/ask-and-pay.ts';
import type { Payer } from '../model/ask-and-pay.ts';
import { jsonOf } from '../model/json-of.ts';
import { costOf } from '../model/prices.ts';
import { noUsage, plus } from '../model/question.ts';
import type { FailureFound } from '../model/failure-of.ts';
import type { Usage } from '../model/question.ts';
import { proposalOf } from './answer-shapes.ts';
import type { Commission, Style } from './commission.ts';
import { draftListener } from './drafts.ts';
import { keep, readKept } from './kept-answer.ts';
import type { AssistKind } from './kind.ts';
import { withoutFlagged } from './moderated.ts';
import { cacheKeyOf, questionFor, usageAtMost } from './question-for.ts';
import type { Faulty } from './question-for.ts';
import { sortVersions } from './sort-versions.ts';
import type { Sorted } from './sort-versions.ts';

export type ByModel =
  | { readonly status: 'done'; readonly answer: AssistAnswer }
  | ({ readonly status: 'failed'; readonly usage: Usage } & FailureFound)
  /** The user's own budget of the month does not allow the question. */
  | { readonly status: 'over_budget' };

/** Who asks which model, for which task. */
export interface Asking extends Payer {
  readonly commission: Commission;
}

export type Emit = (event: AssistEvent) => void;

/**
 * Has a language model do a task. Each version is checked against the network's rules, the original's facts and what was
 * asked for; faulty ones get one repair round, in which the model is told their faults, and are thrown away where that
 * fails. Checked versions are kept by the hash of everything that was sent.
 */
export async function answerByModel(asking: Asking, kind: AssistKind, emit: Emit): Promise<ByModel> {
  const { deps, workspaceId, model, commission, signal } = asking;
  const source = model.practice ? 'practice' : 'model';
  const cache = createAnswerCache(deps.db, deps.ports.clock);
  const wanted = kind.styles(commission);
  const key = cacheKeyOf(workspaceId, model, kind, questionFor(kind, commission, wanted, []), commission);
  const done = (
    versions: readonly AssistVersion[],
    rejected: readonly string[],
    used: { readonly usage: Usage | null },
  ): ByModel => ({
    status: 'done',
    answer: {
      source,
      versions: [...versions],
      rejected: rejected.map((reason) => ({ reason })),
      note: versions.length === 0 ? sentence('assist', 'note_none_passed') : null,
      failure: null,
      usage: used.usage && {
        ...used.usage,
        costMicros: model.price === null ? null : costOf(model.price, used.usage),
      },
      cached: used.usage === null,
    },
  });
  const kept = readKept(cache, key, kind, commission);
  if (kept.length > 0) return done(kept, [], { usage: null });

  let usage = noUsage;
  let good: Sorted['good'] = [];
  let faulty: readonly Faulty[] = [];
  let missing: readonly Style[] = wanted;
  const rejected: string[] = [];
  for (const round of ['first', 'repair'] as const) {
    if (round === 'repair') {
      if (rejected.length === 0 || missing.length === 0) break;
      emit({ kind: 'repairing', faults: [...rejected] });
    }
    const question = questionFor(kind, commission, missing, faulty);
    const known = good.map(({ version }) => version);
    const onText = model.moderate ? () => undefined : draftListener(known, emit);
    const most = usageAtMost(question, commission);
    const outcome = await askAndPay(asking, { operation: commission.task.kind, question, most }, onText);
    if (outcome === null) {
      if (round === 'first') return { status: 'over_budget' };
      break;
    }
    usage = plus(usage, outcome.charged);
    if (outcome.status === 'failed' && outcome.code !== 'cut') {
      if (good.length === 0 || outcome.code === 'cancelled')
        return { status: 'failed', code: outcome.code, retryAt: outcome.retryAt, usage };
      break;
    }
    const answered = outcome.status === 'answered' ? kind.schema.safeParse(jsonOf(outcome.text)) : null;
    if (answered?.success !== true) {
      rejected.push(
        answered === null ? sentence('assist', 'rejected_cut') : sentence('rewrite', 'rejected_malformed'),
      );
      continue;
    }
    const proposals = answered.data.versions.map(proposalOf);
    if (proposals.length === 0) rejected.push(sentence('assist', 'rejected_none'));
    const sorted = sortVersions(kind, commission, proposals, missing, known);
    const { fine, flagged } = await withoutFlagged(asking, sorted.good, signal);
    good = [...good, ...fine];
    rejected.push(...sorted.faulty.map(({ faults }) => faults.join(' ')), ...flagged);
    faulty = sorted.faulty.map(({ text, faults }) => ({ text, faults }));
    missing = stylesLeft(wanted, good);
  }
  if (good.length > 0) await deps.db.patiently(async () => keep(cache, key, good));
  return done(
    good.map(({ version }) => version),
    rejected,
    { usage },
  );
}

/** The styles that no good version has yet. */
function stylesLeft(wanted: readonly Style[], good: Sorted['good']): readonly Style[] {
  const left = [...wanted];
  for (const { version } of good) {
    const at = left.findIndex(({ tone, hook }) => tone === version.tone && hook === version.hook);
    if (at !== -1) left.splice(at, 1);
  }
  return left;
}
