/** What is known of a post before it goes out; numbers, or words that name a kind. Null is unknown. */
export type Features = Readonly<Record<string, number | string | null>>;

/** A past post to learn from. */
export interface Example {
  readonly account: string;
  /** Epoch milliseconds; null where the order of the posts is not known. */
  readonly at: number | null;
  readonly features: Features;
  /** What it earned: a count, or any other number from 0 up. */
  readonly outcome: number;
}

/** Outcomes are learned as log(1 + outcome): twice as many is the same step at every size. */
export const logOf = (outcome: number): number => Math.log1p(Math.max(0, outcome));

/** The outcome behind a logarithm. */
export const outcomeOf = (log: number): number => Math.max(0, Math.expm1(log));
