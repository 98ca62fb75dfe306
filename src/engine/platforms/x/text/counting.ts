/** How weighted characters are counted; the shape of twitter-text's own configurations. */
export type CountingConfiguration = {
  readonly version: number;
  readonly maxWeightedTweetLength: number;
  /** Weights are given in this fraction: a weight of 200 at scale 100 counts 2. */
  readonly scale: number;
  readonly defaultWeight: number;
  readonly emojiParsingEnabled?: boolean;
  readonly transformedURLLength: number;
  readonly ranges: readonly { readonly start: number; readonly end: number; readonly weight: number }[];
};

/** The configuration in force (twitter-text `config/v3.json`): 280, most scripts count 2, a link 23, an emoji 2. */
export const standardCounting: CountingConfiguration = {
  version: 3,
  maxWeightedTweetLength: 280,
  scale: 100,
  defaultWeight: 200,
  emojiParsingEnabled: true,
  transformedURLLength: 23,
  ranges: [
    { start: 0, end: 4351, weight: 100 },
    { start: 8192, end: 8205, weight: 100 },
    { start: 8208, end: 8223, weight: 100 },
    { start: 8242, end: 8247, weight: 100 },
  ],
};

/** The same weights with the length that subscribers may post through the API (X changelog, 2024-08-20). */
export const subscriberCounting: CountingConfiguration = {
  ...standardCounting,
  maxWeightedTweetLength: 25_000,
};
