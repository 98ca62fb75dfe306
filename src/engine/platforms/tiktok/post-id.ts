import { postAddress } from '../post-address.ts';
import type { AccountRef } from '../publishing.ts';

const ours = (url: string, account?: AccountRef): URL | null => postAddress(url, ['tiktok.com'], account);

/** The id in a video's or photo post's address; null where it holds none. */
export const postIdOf = (url: string, account?: AccountRef): string | null =>
  /\/@[\w.]+\/(?:video|photo)\/(\d{5,25})(?:\/|$)/.exec(ours(url, account)?.pathname ?? '')?.[1] ?? null;

/** Whether it is a post's address, also a short one (`vm.tiktok.com/ZM123/`, `/t/ZM123/`), which holds no id. */
export const isPostAddress = (url: string, account?: AccountRef): boolean => {
  const address = ours(url, account);
  if (address === null) return false;
  const isShort = /^v[mt]\./.test(address.hostname) && /^\/\w{5,20}\/?$/.test(address.pathname);
  return isShort || /^\/t\/\w{5,20}\/?$/.test(address.pathname) || postIdOf(url, account) !== null;
};
