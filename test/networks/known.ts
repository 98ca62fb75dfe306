import { bluesky } from './bluesky.ts';
import { facebook } from './facebook.ts';
import { instagram } from './instagram.ts';
import { linkedinPages } from './linkedin-pages.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import type { NetworkSeed } from './seed.ts';
import { threads } from './threads.ts';
import { tiktok } from './tiktok.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';

/** Every network that the suites try, in the order of the registry. A new one is a file and a line here. */
export const seeds: readonly NetworkSeed[] = [
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
