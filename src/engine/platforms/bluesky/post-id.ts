/** The record key in a post's public address: `https://bsky.app/profile/<handle or did>/post/<key>`. */
export const postIdOf = (url: string): string | null =>
  /\/profile\/[^/]+\/post\/([234567a-z]{13})(?:[/?#]|$)/.exec(url)?.[1] ?? null;
