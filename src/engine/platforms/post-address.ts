import type { AccountRef } from './publishing.ts';

/** Names by which this machine answers: the practice network, and whatever stands in for a network in a test. */
const here = /^(?:127\.0\.0\.1|localhost|\[::1\])$/;

/**
 * A post's address, parsed, where it leads to one of these hosts or a subdomain of them, to where the account's network
 * is, or to this machine; else null. Networks share forms of paths, so that a path alone would take one network's post for
 * another's. `hosts` null: any.
 */
export function postAddress(
  text: string,
  hosts: readonly string[] | null,
  account?: Pick<AccountRef, 'webOrigin'>,
): URL | null {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (hosts === null || here.test(url.hostname) || url.origin === account?.webOrigin) return url;
  return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)) ? url : null;
}
