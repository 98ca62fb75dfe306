import { postAddress } from '../post-address.ts';
import type { AccountRef } from '../publishing.ts';

/** Where a profile is looked at; `webOrigin` is the origin of the account's `authorize` endpoint. */
export const profileUrl = (webOrigin: string, username: string): string =>
  `${new URL(webOrigin).origin}/${encodeURIComponent(username)}/`;

/**
 * Whether it is the public address of a post, a reel or a story. The code in it is not the id by which the API names the
 * post, so an address alone leads to no id.
 */
export const isPostAddress = (url: string, account?: AccountRef): boolean => {
  const path = postAddress(url, ['instagram.com', 'instagr.am'], account)?.pathname ?? '';
  return (
    /\/(?:p|reel|reels|tv|share)\/(?:\w+\/)?[\w-]{5,64}\/?$/.test(path) ||
    /\/(?:s|stories\/[\w.]{1,30})\/\w{1,60}\/?$/.test(path)
  );
};
