import type { Platform } from '../platform.ts';
import { card } from './card.ts';
import { check } from './check.ts';
import { classify } from './classify.ts';
import { comments } from './comments.ts';
import { doctor } from './doctor.ts';
import { imageTarget } from './limits.ts';
import { matches } from './match.ts';
import { mentions } from './mentions.ts';
import { options } from './options.ts';
import { history, ownPosts } from './own-posts.ts';
import { postIdOf } from './post-id.ts';
import { postMetrics } from './post-metrics.ts';
import { practiceEndpoints } from './practice-endpoints.ts';
import { profile } from './profile.ts';
import { publicPosts } from './public-posts.ts';
import { publicProfile } from './public-account.ts';
import { publish } from './publish.ts';
import { rateSignals } from './rate-signals.ts';
import { remove } from './remove.ts';
import { rules } from './rules.ts';
import { scheduled, unschedule } from './schedule.ts';
import { search } from './search.ts';
import { endpointsAt } from './server.ts';
import { signIn } from './sign-in.ts';
import { trends } from './trends.ts';
import { upload } from './upload.ts';
import { words } from './words.ts';

/** How long servers remember an idempotency key. */
const keyLivesMs = 3_600_000;

/** Mastodon and servers that speak its API; every account has its own server. */
export const mastodon = {
  name: 'mastodon',
  aliases: ['fediverse'],
  card,
  // Only a stand-in until an account's own server is known.
  endpoints: endpointsAt('https://mastodon.social'),
  practiceEndpoints,
  words,
  signIn,
  scopesOf: {
    publish: ['write:statuses'],
    media: ['write:media'],
    delete: ['write:statuses'],
    comment: ['write:statuses'],
    metrics: ['read:statuses'],
    mentions: ['read:notifications'],
    search: ['read:search'],
  },
  options,
  images: () => imageTarget,
  nativeSchedule: { leastAheadMs: 5 * 60_000, mostAheadMs: 366 * 86_400_000 },
  rules,
  check,
  cost: () => ({ costMicros: 0, note: null }),
  settle: [
    // The key is known to the server once the post is made, so a repeat waits until the first is surely done or lost.
    { kind: 'idempotency_key', livesMs: keyLivesMs, repeatAfterMs: 60_000 },
    { kind: 'list_and_match', readsAfterMs: [10_000, 60_000, 300_000] },
  ],
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
    comments,
    search,
    publicProfile,
    publicPosts,
    trends,
    doctor,
    scheduled,
    unschedule,
    matches,
    postIdOf,
    readCost: () => 0,
  },
} satisfies Platform;
