import { postAddress } from '../post-address.ts';

/** The record key in a post's public address, at any client of the network: `https://bsky.app/profile/<handle or did>/post/<key>`. */
export const postIdOf = (url: string): string | null =>
  /\/profile\/[^/]+\/post\/([234567a-z]{13})\/?$/.exec(postAddress(url, null)?.pathname ?? '')?.[1] ?? null;
