import { postAddress } from '../post-address.ts';
import type { AccountRef } from '../publishing.ts';

/** The id in a video's public address: `watch?v=`, `/shorts/`, `/live/`, `/embed/` or `youtu.be/`; or that of a comment. */
export const postIdOf = (url: string, account?: AccountRef): string | null => {
  const address = postAddress(url, ['youtube.com', 'youtu.be', 'youtube-nocookie.com'], account);
  if (address === null) return null;
  const { hostname, pathname, searchParams } = address;
  const inPath = hostname.endsWith('youtu.be')
    ? /^\/([\w-]{11})\/?$/
    : /\/(?:shorts|live|embed)\/([\w-]{11})(?![\w-])/;
  const video = /^[\w-]{11}$/.exec(searchParams.get('v') ?? '')?.[0] ?? inPath.exec(pathname)?.[1];
  const comment = /^[\w.-]{12,}$/.exec(searchParams.get('lc') ?? '')?.[0];
  return comment ?? video ?? null;
};
