import type {
  Experiment,
  ExperimentPost,
  ExperimentState,
  ExperimentSummary,
  ExperimentVariant,
} from '../../shared/models/experiment.ts';
import type { ExperimentDeps } from './experiment-deps.ts';
import type { StoredExperiment } from './experiment-store.ts';
import { endOf } from './reading/read-items.ts';
import { reckon } from './reading/reckon.ts';
import { accountFacts, itemsOf } from './reading/test-items.ts';
import type { TestItem } from './reading/test-items.ts';
import { sentenceOf, whyOf } from './sentences.ts';
import type { TestedPost, TestResult } from './test-result.ts';

/** A test as the screens show it, with everything that its result rests on. */
export function viewExperiment(deps: ExperimentDeps, experiment: StoredExperiment): Experiment {
  const items = itemsOf(deps, experiment);
  const { result, lookAt } =
    experiment.result === null
      ? reckon(deps, experiment, items)
      : { result: experiment.result, lookAt: null };
  const out = items.filter(({ state }) => state === 'published').length;
  const planned = items.filter(({ takenBack }) => takenBack === 0).length;
  const state = stateOf(experiment, result, out);
  const winner = result.verdict.kind === 'decided' && lookAt === null ? result.verdict.winner : null;
  const [first] = items;
  const facts = first === undefined ? undefined : accountFacts(deps, experiment.workspaceId, first.accountId);
  const shown: Experiment = {
    ...shared(experiment),
    platform: facts?.platform ?? '',
    practice: facts?.practice ?? false,
    accountIds: [...new Set(items.map(({ accountId }) => accountId))],
    state,
    posts: { planned, out, counted: result.posts.filter(({ use }) => use === 'counted').length },
    variants: variantsOf(experiment, items, result),
    winner,
    sentence: '',
    startsAt: Math.min(...items.map(({ dueAt }) => dueAt)),
    endsAt: endOf(items, experiment.readAfterHours),
    final: lookAt === null,
    morePosts: result.morePosts,
    why: [],
    items: items.map((item, at) => postOf(deps, item, result.posts[at])),
  };
  const about = { experiment, shown, result };
  return { ...shown, sentence: sentenceOf(deps.words, about), why: whyOf(deps.words, about) };
}

/** The part of a test that its row in the list shows. */
export function summaryOf(whole: Experiment): ExperimentSummary {
  const {
    measure: _measure,
    readAfterHours: _age,
    bar: _bar,
    versionsOut: _versions,
    stoppedAt: _stopped,
    final: _final,
    morePosts: _more,
    why: _why,
    items: _items,
    ...summary
  } = whole;
  return summary;
}

function shared(experiment: StoredExperiment) {
  const { id, workspaceId, name, scheme, measure, readAfterHours, bar, versionsOut, stoppedAt, createdAt } =
    experiment;
  return { id, workspaceId, name, scheme, measure, readAfterHours, bar, versionsOut, stoppedAt, createdAt };
}

function stateOf({ state }: StoredExperiment, { verdict }: TestResult, out: number): ExperimentState {
  if (state === 'stopped') return 'stopped';
  if (state === 'closed') return verdict.kind;
  return out === 0 ? 'planned' : 'running';
}

function variantsOf(
  { variants }: StoredExperiment,
  items: readonly TestItem[],
  result: TestResult,
): ExperimentVariant[] {
  return variants.map(({ name, excerpt }, variant) => ({
    name,
    excerpt,
    planned: items.filter((item) => item.variant === variant && item.takenBack === 0).length,
    ...(result.variants[variant] ?? {
      counted: 0,
      impressions: null,
      engagements: 0,
      average: null,
      probabilityBest: null,
      probabilityClearlyBest: null,
      lift: null,
    }),
  }));
}

function postOf(deps: ExperimentDeps, item: TestItem, tested: TestedPost | undefined): ExperimentPost {
  const { postId, deliveryId, accountId, variant, source, publishedAt, url, excerpt } = item;
  const note = tested?.note ?? null;
  return {
    postId,
    deliveryId,
    accountId,
    variant,
    source,
    when: { local: item.dueLocal, timeZone: item.dueZone, instant: item.dueAt, note: 'none' },
    state: item.deleted === 1 || item.state === null ? 'removed' : item.state,
    publishedAt,
    url,
    excerpt,
    engagements: tested?.engagements ?? null,
    impressions: tested?.impressions ?? null,
    readAt: tested?.readAt ?? null,
    use: tested?.use ?? 'left_out',
    note: note === null ? null : deps.words(`experiments.post.${note}`),
  };
}
