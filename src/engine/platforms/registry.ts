import { bluesky } from './bluesky/platform.ts';
import { facebook } from './facebook/platform.ts';
import { instagram } from './instagram/platform.ts';
import { linkedin, linkedinPages } from './linkedin/platform.ts';
import { mastodon } from './mastodon/platform.ts';
import type { Platform } from './platform.ts';
import { threads } from './threads/platform.ts';
import { tiktok } from './tiktok/platform.ts';
import { x } from './x/platform.ts';
import { youtube } from './youtube/platform.ts';

/** Every network there is, in the order the screens show them. The only list. */
export const platforms: readonly Platform[] = [
  x,
  bluesky,
  mastodon,
  youtube,
  tiktok,
  facebook,
  instagram,
  threads,
  linkedin,
  linkedinPages,
];

/** Finds a network of `known` by name or alias, in any case; undefined where there is none. */
export const findAmong =
  (known: readonly Platform[]) =>
  (name: string): Platform | undefined => {
    const wanted = name.trim().toLowerCase();
    return known.find((platform) => platform.name === wanted || platform.aliases.includes(wanted));
  };

/** Finds a network of this version. */
export const findPlatform = findAmong(platforms);
