import { postAddress } from '../post-address.ts';
import type { AccountRef } from '../publishing.ts';

/** Where a profile is looked at; `webOrigin` is the origin of the account's `authorize` endpoint. */
export const profileUrl = (webOrigin: string, username: string): string =>
  `${new URL(webOrigin).origin}/@${encodeURIComponent(username)}`;

/**
 * Whether it is a post's public address: `https://www.threads.com/@name/post/C8…`. The code in it is not the id by which the
 * API names the post, so an address alone leads to no id.
 */
export const isPostAddress = (url: string, account?: AccountRef): boolean =>
  /\/(?:@[\w.]{1,30}\/post|t)\/[\w-]{5,64}(?:\/media)?\/?$/.test(
    postAddress(url, ['threads.com', 'threads.net'], account)?.pathname ?? '',
  );
