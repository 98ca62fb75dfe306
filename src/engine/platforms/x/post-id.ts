import { postAddress } from '../post-address.ts';
import type { AccountRef } from '../publishing.ts';

/** The id in a post's public address: `https://x.com/name/status/123`, also under its old name. */
export function postIdOf(url: string, account?: AccountRef): string | null {
  const address = postAddress(url, ['x.com', 'twitter.com'], account);
  return /\/status(?:es)?\/(\d{1,20})(?:\/|$)/.exec(address?.pathname ?? '')?.[1] ?? null;
}
