/** What posts with a trait earn beside those without it, in logarithms. */
export interface Effect {
  /** Drawn towards nothing by how much chance there is in it. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** How often so large a difference comes by chance alone, 0 to 1. */
  readonly chance: number;
  readonly clear: boolean;
}

/** Share of the statements that may be chance: Benjamini and Hochberg (1995). */
const falseShare = 0.05;
/** 95% of a normal distribution lie within so many standard deviations. */
const width = 1.96;

interface Raw {
  readonly difference: number;
  readonly variance: number;
  readonly chance: number;
}

/**
 * The effects of several traits on the same values, judged together. The difference of the means is tested by Welch (1947);
 * the estimates are drawn towards nothing by empirical Bayes, with the spread of the true effects from their own scatter
 * (DerSimonian and Laird 1986); and `clear` holds for those that stand while the false ones among them stay few.
 */
export function effectsOf(values: readonly number[], traits: readonly (readonly boolean[])[]): Effect[] {
  const raw = traits.map((has) =>
    difference(
      values.filter((_, index) => has[index]),
      values.filter((_, index) => !has[index]),
    ),
  );
  const spread = trueSpread(raw);
  const limit = chanceLimit(raw.map(({ chance }) => chance));
  return raw.map(({ difference: seen, variance, chance }) => {
    const trust = spread / (spread + variance);
    const mean = trust * seen;
    const half = width * Math.sqrt(trust * variance);
    const [low, high] = [mean - half, mean + half];
    return { mean, low, high, chance, clear: chance <= limit && (low > 0 || high < 0) };
  });
}

function difference(having: readonly number[], lacking: readonly number[]): Raw {
  const [one, other] = [momentsOf(having), momentsOf(lacking)];
  const [own, rest] = [one.variance / having.length, other.variance / lacking.length];
  const variance = own + rest;
  const seen = one.mean - other.mean;
  if (!(variance > 0)) return { difference: 0, variance: Number.MAX_VALUE, chance: 1 };
  const freedom =
    variance ** 2 / (own ** 2 / Math.max(1, having.length - 1) + rest ** 2 / Math.max(1, lacking.length - 1));
  return { difference: seen, variance, chance: twoSided(seen / Math.sqrt(variance), freedom) };
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / Math.max(1, values.length - 1) };
}

/** Student's t as a normal deviate by Wallace's formula (1959), and its two tails by Zelen and Severo's (1964). */
function twoSided(t: number, freedom: number): number {
  const deviate =
    ((8 * freedom + 1) / (8 * freedom + 3)) * Math.sqrt(freedom * Math.log1p((t * t) / Math.max(1, freedom)));
  const k = 1 / (1 + 0.231_641_9 * deviate);
  const tail = [0.319_381_53, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429].reduceRight(
    (sum, coefficient) => (sum + coefficient) * k,
    0,
  );
  return Math.min(1, (2 * tail * Math.exp((-deviate * deviate) / 2)) / Math.sqrt(2 * Math.PI));
}

/** One strong effect among many that are none makes the scatter look smaller than it is for that one. */
const leastSpread = 0.25 ** 2;

/** Variance of the true effects around nothing: what their scatter has beyond chance. */
function trueSpread(raw: readonly Raw[]): number {
  const weights = raw.map(({ variance }) => 1 / variance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scatter = raw.reduce((sum, { difference: seen, variance }) => sum + seen ** 2 / variance, 0);
  return total > 0 ? Math.max(leastSpread, (scatter - raw.length) / total) : leastSpread;
}

function chanceLimit(chances: readonly number[]): number {
  const sorted = chances.toSorted((left, right) => left - right);
  let limit = 0;
  for (const [index, chance] of sorted.entries()) {
    if (chance <= (falseShare * (index + 1)) / sorted.length) limit = chance;
  }
  return limit;
}
