import type { Prediction } from '../../shared/models/analysis.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Reason } from '../../shared/models/reason.ts';
import { zonedAt } from '../time/wall-time.ts';
import { featuresOf, postsNeeded, ratePer } from './learn-account.ts';
import type { AccountModels, Learned } from './learn-account.ts';
import type { LearningDeps } from './learn-job.ts';
import { outcomeOf } from './model/example.ts';
import type { Features } from './model/example.ts';
import { expect } from './model/learn.ts';
import type { Expectation } from './model/learn.ts';
import { learningAccounts } from './own-posts.ts';
import { storedLearning, storedModels } from './stored-models.ts';

const mostReasons = 6;
/** Effects below this, as a fraction of what is expected, are not worth a line. */
const worthSaying = 0.01;

/**
 * What a draft may earn at the account of that network from which most was learned, were it published now: null where a
 * workspace has no account there, or nothing was learned yet.
 */
export function predictionOf(
  deps: LearningDeps,
  workspaceId: WorkspaceId,
  platform: string,
  draft: { readonly text: string },
): Prediction | null {
  const { db, words, ports } = deps;
  const accounts = learningAccounts(db, workspaceId).filter((account) => account.platform === platform);
  const known = storedLearning(db, workspaceId)
    .filter(({ accountId }) => accounts.some(({ id }) => id === accountId))
    .toSorted((left, right) => right.posts - left.posts)[0];
  const account = accounts.find(({ id }) => id === known?.accountId);
  if (known === undefined || account === undefined) return null;
  const models = storedModels(db, workspaceId, account.id);
  if (models?.interactions === undefined || models.interactions === null) {
    const have = Math.min(known.posts, postsNeeded - 1);
    const text = words('analysis.status.prediction_not_enough_data', { have, need: postsNeeded });
    return { status: 'not_enough_data', have, need: postsNeeded, text };
  }
  const at = ports.clock.now();
  const offsetMs = zonedAt(at, account.timeZone).offsetNanoseconds / 1e6;
  const features = featuresOf({ at, offsetMs, text: draft.text, type: null, reply: false });
  return estimateOf(deps, { ...models, interactions: models.interactions }, features, at);
}

function estimateOf(
  { words }: LearningDeps,
  { interactions, impressions, rate }: AccountModels & { readonly interactions: Learned },
  features: Features,
  at: number,
): Prediction {
  const own = expectAt(interactions, features, at);
  const share = rate === null ? null : rangeOf(expectAt(rate, features, at), 1 / ratePer);
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

/** The account's level first, then what moved the estimate away from it, the strongest first, in percent. */
function reasonsOf(words: LearningDeps['words'], { level, effects }: Expectation): Reason[] {
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
  const params = { usual };
  return [
    { id: 'prediction_level', effect: 0, params, text: words('analysis.reason.prediction_level', params) },
    ...lines,
  ];
}
