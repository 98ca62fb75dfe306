import { LRUCache } from 'lru-cache';
import type { Prediction } from '../../shared/models/analysis.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Reason } from '../../shared/models/reason.ts';
import { zonedAt } from '../time/wall-time.ts';
import { featuresOf, postsNeeded, ratePer } from './learn-account.ts';
import type { AccountModels, Learned } from './learn-account.ts';
import type { LearningDeps } from './learning-deps.ts';
import { outcomeOf } from './model/example.ts';
import type { Features } from './model/example.ts';
import { expect } from './model/learn.ts';
import type { Expectation } from './model/learn.ts';
import { learningAccounts } from './own-posts.ts';
import { storedLearning, storedModels } from './stored-models.ts';
import type { StoredLearning } from './stored-models.ts';

type PredictionDeps = Pick<LearningDeps, 'db' | 'ports' | 'words'>;

const mostReasons = 6;
/** Effects below this, as a fraction of what is expected, are not worth a line. */
const worthSaying = 0.01;

/** A draft, with the account and the time that are meant, where they are known. */
export interface PlannedDraft {
  readonly text: string;
  /** One of that network; without it the one from which most was learned. */
  readonly accountId?: AccountId | undefined;
  /** Epoch milliseconds; now where it is left out, or past. */
  readonly at?: number | undefined;
  /** What is shown with the first part; null where that is not known. */
  readonly mediaKinds?: readonly string[] | undefined;
}

/** Accounts whose models are kept at hand: some megabytes each, and a draft is judged at every pause in writing. */
const mostKept = 12;

/** Tells what a draft may earn: null where a workspace has no such account at that network, or nothing was learned yet. */
export type Predictor = (
  workspaceId: WorkspaceId,
  platform: string,
  draft: PlannedDraft,
) => Prediction | null;

export function createPredictor(deps: PredictionDeps): Predictor {
  const { db, words, ports } = deps;
  const kept = new LRUCache<string, AccountModels>({ max: mostKept });
  const modelsOf = (workspaceId: WorkspaceId, { accountId, fingerprint }: StoredLearning) => {
    const key = `${accountId} ${fingerprint}`;
    const models = kept.get(key) ?? storedModels(db, workspaceId, accountId);
    if (models !== null) kept.set(key, models);
    return models;
  };
  return (workspaceId, platform, draft) => {
    const accounts = learningAccounts(db, workspaceId).filter(
      (account) =>
        account.platform === platform && (draft.accountId === undefined || account.id === draft.accountId),
    );
    const known = storedLearning(db, workspaceId)
      .filter(({ accountId }) => accounts.some(({ id }) => id === accountId))
      .toSorted((left, right) => right.posts - left.posts)[0];
    const account = accounts.find(({ id }) => id === known?.accountId);
    if (known === undefined || account === undefined) return null;
    const models = modelsOf(workspaceId, known);
    if (models?.interactions === undefined || models.interactions === null) {
      const have = Math.min(known.posts, postsNeeded - 1);
      const text = words('analysis.status.prediction_not_enough_data', { have, need: postsNeeded });
      return { status: 'not_enough_data', have, need: postsNeeded, text };
    }
    const at = Math.max(ports.clock.now(), draft.at ?? 0);
    const offsetMs = zonedAt(at, account.timeZone).offsetNanoseconds / 1e6;
    const features = featuresOf({ at, offsetMs, text: draft.text, type: typeOf(draft), reply: false });
    const learned = { ...models, interactions: models.interactions };
    return { ...estimateOf(deps, learned, features, at), accountId: account.id, at };
  };
}

function typeOf({ mediaKinds }: PlannedDraft): string | null {
  return mediaKinds === undefined ? null : (mediaKinds[0] ?? 'text');
}

function estimateOf(
  { words }: PredictionDeps,
  { interactions, impressions, rate }: AccountModels & { readonly interactions: Learned },
  features: Features,
  at: number,
): Omit<Extract<Prediction, { status: 'estimate' }>, 'accountId' | 'at'> {
  const own = expectAt(interactions, features, at);
  const ownRate = rate === null ? null : expectAt(rate, features, at);
  const share = ownRate === null ? null : rangeOf(ownRate, 1 / ratePer);
  return {
    status: 'estimate',
    ...rangeOf(own, 1),
    impressions: impressions === null ? null : rangeOf(expectAt(impressions, features, at), 1),
    engagementRate:
      share === null
        ? null
        : {
            low: Math.min(1, share.low),
            expected: Math.min(1, share.expected),
            high: Math.min(1, share.high),
          },
    usualRate: ownRate === null ? null : Math.min(1, outcomeOf(ownRate.level) / ratePer),
    basedOn: interactions.model.posts,
    reasons: reasonsOf(words, own),
  };
}

function expectAt({ model, level, lastAt }: Learned, features: Features, at: number): Expectation {
  const gap = Math.log1p(Math.max(0, at - lastAt) / 3_600_000);
  return expect(model, '', features, { ...level, features: { ...level.features, 'account.gap': gap } });
}

function rangeOf({ low, expected, high }: Expectation, unit: number) {
  return { low: outcomeOf(low) * unit, expected: outcomeOf(expected) * unit, high: outcomeOf(high) * unit };
}

/** The account's level first, what moved the estimate away from it, the strongest first, in percent, and what is assumed. */
function reasonsOf(words: PredictionDeps['words'], { level, effects }: Expectation): Reason[] {
  const usual = Math.round(outcomeOf(level));
  const moved = new Map<string, number>();
  for (const [feature, effect] of effects) {
    const id = `prediction_${feature.replace(/^account\..*$/, 'account').replace('.', '_')}`;
    moved.set(id, (moved.get(id) ?? 0) + effect);
  }
  const lines = [...moved]
    .filter(([, effect]) => Math.abs(Math.expm1(effect)) >= worthSaying)
    .sort((left, right) => Math.abs(right[1]) - Math.abs(left[1]))
    .slice(0, mostReasons)
    .map(([id, effect]) => {
      const percent = Math.round(Math.expm1(effect) * 1000) / 10;
      const params = { percent: `${percent > 0 ? '+' : ''}${percent}` };
      return { id, effect: percent, params, text: words(`analysis.reason.${id}`, params) };
    });
  const plain = (id: string, params: Reason['params']): Reason => ({
    id,
    effect: 0,
    params,
    text: words(`analysis.reason.${id}`, params),
  });
  return [plain('prediction_level', { usual }), ...lines, plain('prediction_prior', {})];
}
