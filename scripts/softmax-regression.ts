/** One class's score for a row: its intercept plus the row's features times their weights. */
export interface ClassScore {
  readonly intercept: number;
  readonly weights: readonly number[];
}

interface Fit {
  readonly classes: number;
  /** The class of each row, and how much it counts. */
  readonly wanted: readonly number[];
  readonly counts: readonly number[];
  readonly ridge: number;
  readonly rounds: number;
}

/**
 * Multinomial logistic regression with a ridge on standardised features, by accelerated gradient descent from zero: the
 * same data give the same weights. The answer is for features as they are.
 */
export function fitSoftmax(
  features: readonly (readonly number[])[],
  { classes, wanted, counts, ridge, rounds }: Fit,
): ClassScore[] {
  const width = features[0]?.length ?? 0;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const { rows, means, spreads } = standardised(features, width);
  const stride = width + 1;
  // Half the largest curvature of the loss, which the squared length of the rows bounds.
  const bound = rows.reduce((sum, row, index) => sum + (counts[index] ?? 0) * squaredLength(row), 0) / 2;
  const step = 1 / (Math.min(bound, total * 12) + ridge);
  let now = new Float64Array(classes * stride);
  let ahead = now.slice();
  const chances = new Float64Array(classes);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(now.length);
    for (const [index, row] of rows.entries()) {
      chancesOf(row, ahead, chances);
      for (let own = 0; own < classes; own += 1) {
        const error = (counts[index] ?? 0) * ((chances[own] ?? 0) - (wanted[index] === own ? 1 : 0));
        const offset = own * stride;
        for (let column = 0; column < stride; column += 1) {
          gradient[offset + column]! += error * (row[column] ?? 0);
        }
      }
    }
    const next = ahead.map((weight, place) => {
      const isIntercept = place % stride === width;
      return weight - step * ((gradient[place] ?? 0) + (isIntercept ? 0 : ridge * weight));
    });
    const before = now;
    ahead = next.map(
      (weight, place) => weight + ((round - 1) / (round + 2)) * (weight - (before[place] ?? 0)),
    );
    now = next;
  }
  return Array.from({ length: classes }, (_value, own) => {
    const offset = own * stride;
    const weights = Array.from(
      { length: width },
      (_weight, column) => (now[offset + column] ?? 0) / (spreads[column] ?? 1),
    );
    const shift = weights.reduce((sum, weight, column) => sum + weight * (means[column] ?? 0), 0);
    return { intercept: (now[offset + width] ?? 0) - shift, weights };
  });
}

/** What a class scores for a row. */
export function scoreOf({ intercept, weights }: ClassScore, features: readonly number[]): number {
  return features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), intercept);
}

function standardised(features: readonly (readonly number[])[], width: number) {
  const means = new Float64Array(width);
  const spreads = new Float64Array(width);
  for (let column = 0; column < width; column += 1) {
    const mean = features.reduce((sum, row) => sum + (row[column] ?? 0), 0) / features.length;
    const variance =
      features.reduce((sum, row) => sum + ((row[column] ?? 0) - mean) ** 2, 0) / features.length;
    means[column] = mean;
    spreads[column] = Math.sqrt(variance) || 1;
  }
  const rows = features.map((row) =>
    Float64Array.from([
      ...row.map((value, index) => (value - (means[index] ?? 0)) / (spreads[index] ?? 1)),
      1,
    ]),
  );
  return { rows, means, spreads };
}

function squaredLength(row: Float64Array): number {
  return row.reduce((sum, value) => sum + value * value, 0);
}

function chancesOf(row: Float64Array, weights: Float64Array, chances: Float64Array): void {
  let most = -Infinity;
  for (let own = 0; own < chances.length; own += 1) {
    let score = 0;
    for (let column = 0; column < row.length; column += 1) {
      score += (weights[own * row.length + column] ?? 0) * (row[column] ?? 0);
    }
    chances[own] = score;
    most = Math.max(most, score);
  }
  let sum = 0;
  for (let own = 0; own < chances.length; own += 1) {
    const raised = Math.exp((chances[own] ?? 0) - most);
    chances[own] = raised;
    sum += raised;
  }
  for (let own = 0; own < chances.length; own += 1) chances[own]! /= sum;
}
