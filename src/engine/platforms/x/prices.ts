/**
 * X's list prices in micro-dollars a request or, for reads, a thing read (X API pricing page, 2026-08). Reads of the
 * app owner's own account are cheaper (1,000); whether the connected user owns the app cannot be known, so the higher
 * price is reckoned with.
 */
export const prices = {
  create: 15_000,
  createWithLink: 200_000,
  delete: 10_000,
  mediaMetadata: 5_000,
  postRead: 5_000,
  userRead: 10_000,
  trendRead: 10_000,
} as const;
