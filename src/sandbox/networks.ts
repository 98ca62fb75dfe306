import { createBluesky } from './bluesky/network.ts';
import { createFacebook } from './facebook/network.ts';
import { createLinkedIn, createLinkedInPages } from './linkedin/network.ts';
import { createInstagram } from './instagram/network.ts';
import { createMastodon } from './mastodon/network.ts';
import type { NetworkFactory } from './network.ts';
import { createOpenAi } from './openai/network.ts';
import { createThreads } from './threads/network.ts';
import { createTikTok } from './tiktok/network.ts';
import { createX } from './x/network.ts';
import { createYouTube } from './youtube/network.ts';

/** Every network that the practice server plays. A new one is a folder and a line here. */
export const networks: readonly NetworkFactory[] = [
  createX,
  createOpenAi,
  createBluesky,
  createMastodon,
  createYouTube,
  createTikTok,
  createFacebook,
  createInstagram,
  createThreads,
  createLinkedIn,
  createLinkedInPages,
];
