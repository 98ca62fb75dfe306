import type { Platform } from '../platform.ts';
import { x as words } from './words.ts';
import { card } from './card.ts';
import { check } from './check.ts';
import { classify } from './classify.ts';
import { cost, readCost } from './cost.ts';
import { matches } from './match.ts';
import { imageTarget } from './media-limits.ts';
import { mentions } from './mentions.ts';
import { signIn } from './sign-in.ts';
import { history, ownPosts } from './own-posts.ts';
import { postIdOf } from './post-id.ts';
import { postMetrics } from './post-metrics.ts';
import { practiceEndpoints } from './practice-endpoints.ts';
import { profile } from './profile.ts';
import { publicPosts } from './public-posts.ts';
import { publicProfile } from './public-account.ts';
import { publish } from './publish.ts';
import { remove } from './remove.ts';
import { rules } from './rules.ts';
import { trends } from './trends.ts';
import { trendCountries } from './woeids.ts';
import { upload } from './upload.ts';
import { madeAt } from './wire/post-reading.ts';
import { rateSignals } from './wire/limits.ts';

/** X (formerly Twitter), by its API v2. */
export const x = {
  name: 'x',
  aliases: ['twitter'],
  card,
  endpoints: {
    authorize: 'https://x.com/i/oauth2/authorize',
    token: 'https://api.x.com/2/oauth2/token',
    revoke: 'https://api.x.com/2/oauth2/revoke',
    api: 'https://api.x.com',
    upload: 'https://api.x.com',
  },
  practiceEndpoints,
  composerUrl: (_account, text) => `https://x.com/intent/post?text=${encodeURIComponent(text)}`,
  words,
  signIn,
  images: () => imageTarget,
  // X's rules for automation forbid what was posted before, and its API refuses it for a while.
  pace: { neverTwice: true },
  trendPlaces: { countries: trendCountries, usual: null },
  rules,
  check,
  cost,
  // Read soon, after the index has caught up, and when a request that was under way has long ended.
  settle: [{ kind: 'list_and_match', readsAfterMs: [10_000, 60_000, 300_000] }],
  classify,
  rateSignals,
  api: {
    profile,
    publish,
    upload,
    remove,
    ownPosts,
    history,
    postMetrics,
    mentions,
    publicProfile,
    publicPosts,
    trends,
    matches,
    madeAt,
    postIdOf,
    readCost,
  },
} satisfies Platform;
