import type { PostValue } from './post-value.ts';

/** How far apart posts of an account lie that nobody meant to be different. */
export interface Spread {
  /** Variance between posts on the scale of logarithms, without what counting adds. */
  readonly variance: number;
  /** How much is behind it: degrees of freedom of a scaled inverse chi-squared distribution. */
  readonly degrees: number;
  /** Posts it was learned from; 0 means that it is assumed. */
  readonly posts: number;
}

/**
 * What is assumed of an account without a history: its posts differ by a factor of two, up or down. It weighs as much as
 * five posts, so that a history soon has the say.
 */
const assumed = { variance: Math.log(2) ** 2, degrees: 5 } as const;
/** Two posts with the same words never do equally well. */
const leastVariance = 0.05 ** 2;
/** A post further off than this many usual distances counts as this far off. */
export const furthest = 3;

/** A group of posts whose mean is unknown: an account's history, or the posts of one variant. */
export type Group = readonly PostValue[];

/** The spread within groups, pooled with what is assumed. */
export function spreadOf(groups: readonly Group[]): Spread {
  let squares = 0;
  let degrees = 0;
  let posts = 0;
  for (const group of groups) {
    if (group.length < 2) continue;
    const tamed = withoutRunaways(group);
    const mean = meanOf(tamed.map(({ value }) => value));
    const noise = meanOf(tamed.map((post) => post.noise));
    const own = tamed.length - 1;
    const scatter = tamed.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
    squares += Math.max(scatter - own * noise, own * leastVariance);
    degrees += own;
    posts += group.length;
  }
  const all = assumed.degrees + degrees;
  return { variance: (assumed.degrees * assumed.variance + squares) / all, degrees: all, posts };
}

/** A group with its furthest posts drawn in, by median and median distance (1.4826 makes it a normal's deviation). */
export function withoutRunaways(group: Group, distance?: number): PostValue[] {
  const middle = medianOf(group.map(({ value }) => value));
  const usual = distance ?? 1.4826 * medianOf(group.map(({ value }) => Math.abs(value - middle)));
  if (usual === 0) return [...group];
  const reach = furthest * usual;
  return group.map(({ value, noise }) => ({
    value: Math.min(middle + reach, Math.max(middle - reach, value)),
    noise,
  }));
}

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The middle value; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (upper + lower) / 2;
}
