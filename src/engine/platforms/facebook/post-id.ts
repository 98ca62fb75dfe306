import { postAddress } from '../post-address.ts';
import type { AccountRef } from '../publishing.ts';

const ours = (url: string, account?: AccountRef): URL | null =>
  postAddress(url, ['facebook.com', 'fb.com', 'fb.watch'], account);

/**
 * The id in a post's public address. Graph names posts by their Page and a number, so that an address with the Page's name gives
 * the number alone; addresses of the newest kind (`pfbid…`) hold none.
 */
export const postIdOf = (url: string, account?: AccountRef): string | null => {
  const address = ours(url, account);
  if (address === null) return null;
  const { pathname, searchParams } = address;
  const story = searchParams.get('story_fbid') ?? '';
  const owner = searchParams.get('id') ?? '';
  if (/^\d{1,25}$/.test(story)) return /^\d{1,25}$/.test(owner) ? `${owner}_${story}` : story;
  const whole = /\/(\d{1,25}_\d{1,25})(?:\/|$)/.exec(pathname)?.[1];
  if (whole !== undefined) return whole;
  const named = /\/(\d{1,25})\/(?:posts|videos)\/(?:[^/]+\/)?(\d{1,25})(?:\/|$)/.exec(pathname);
  if (named !== null) return `${named[1] ?? ''}_${named[2] ?? ''}`;
  return /\/(?:posts|videos|reel)\/(?:[^/]+\/)?(\d{1,25})(?:\/|$)/.exec(pathname)?.[1] ?? null;
};

/** Whether it is a post's address, also one that holds no id: of the newest kind (`pfbid…`), or shared by its short form. */
export const isPostAddress = (url: string, account?: AccountRef): boolean => {
  const address = ours(url, account);
  if (address === null) return false;
  const { hostname, href, pathname } = address;
  return (
    postIdOf(url, account) !== null ||
    /[/=]pfbid\w{5,}/.test(href) ||
    /\/(?:share|stories|watch|photo|photo\.php|story\.php)\/?.*[/=]\w{5,}/.test(href) ||
    (hostname.endsWith('fb.watch') && /^\/[\w-]{5,}\/?$/.test(pathname))
  );
};
