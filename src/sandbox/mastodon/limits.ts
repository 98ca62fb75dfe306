const mebibyte = 1_048_576;

/** What this server takes, as `/api/v2/instance` says it. */
export const limits = {
  characters: 500,
  perUrl: 23,
  media: 4,
  description: 1500,
  imageBytes: 16 * mebibyte,
  videoBytes: 99 * mebibyte,
  imagePixels: 33_177_600,
  frameRate: 120,
  types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'video/webm', 'video/mp4', 'video/quicktime'],
} as const;

/** Posts that a server keeps for later: in all, and for one day. */
export const scheduledLimits = { total: 300, daily: 25, leastAheadMs: 5 * 60_000 } as const;
