import type { ExperimentMeasure } from '../../../shared/models/experiment.ts';

/** What was counted of a post at the age at which posts are compared. */
export interface Counted {
  /** Reactions: likes, replies, shares and so on, as `metrics` counts them. */
  readonly engagements: number;
  /** Null where the network does not tell. */
  readonly impressions: number | null;
}

/** A post's worth on a scale of logarithms, on which posts of one account scatter about evenly. */
export interface PostValue {
  readonly value: number;
  /** The variance that mere counting leaves: few reactions say little. Zero for counts, whose scatter holds it. */
  readonly noise: number;
}

/**
 * Of a rate: the log-odds of a reaction, with Haldane and Anscombe's half added to both sides so that none and all are
 * finite, and the variance of that (Gart and Zweifel, 'On the bias of various estimators of the logit', 1967). Of a count:
 * log(1 + reactions). Null where there is nothing to divide by.
 *
 * The impressions of a post do not count as so many independent trials: whoever shows a post to whom decides for all of
 * them at once. A plain beta-binomial posterior over pooled impressions is certain after one post. Here the binomial part
 * is `noise`, and the rest of the scatter, learned from the account's history, is added to each post (`posterior.ts`): the
 * logistic-normal form of over-dispersion.
 */
export function valueOf(measure: ExperimentMeasure, counted: Counted): PostValue | null {
  if (measure === 'engagements') return { value: Math.log1p(counted.engagements), noise: 0 };
  const { impressions } = counted;
  if (impressions === null || impressions <= 0) return null;
  const reacted = Math.min(counted.engagements, impressions) + 0.5;
  const passed = impressions - Math.min(counted.engagements, impressions) + 0.5;
  return { value: Math.log(reacted / passed), noise: 1 / reacted + 1 / passed };
}

/** Back from the scale of `valueOf`: a rate from 0 to 1, or one more than a count, whose ratios are those of growth. */
export function plainOf(measure: ExperimentMeasure, value: number): number {
  return measure === 'engagements' ? Math.exp(value) : 1 / (1 + Math.exp(-value));
}
