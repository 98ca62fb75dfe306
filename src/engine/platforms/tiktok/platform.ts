import type { Platform } from '../platform.ts';
import { card } from './card.ts';
import { check } from './check.ts';
import { classify } from './classify.ts';
import { confirm, confirms } from './confirm.ts';
import { doctor } from './doctor.ts';
import { matches } from './match.ts';
import { imageTarget } from './media-limits.ts';
import { options } from './options.ts';
import { isPostAddress, postIdOf } from './post-id.ts';
import { endpointsAt, practiceEndpoints } from './practice-endpoints.ts';
import { probe } from './probe.ts';
import { profile } from './profile.ts';
import { publicationLifeMs, publish } from './publish.ts';
import { rules } from './rules.ts';
import { signIn } from './sign-in.ts';
import { stage } from './stage.ts';
import { upload } from './upload.ts';
import { history, ownPosts, postMetrics } from './videos.ts';
import { quotas } from './wire/calls.ts';
import { refuses } from './wire/envelope.ts';
import { words } from './words.ts';

/** TikTok, by its Content Posting API and Display API, version 2, and Login Kit for Desktop. */
export const tiktok = {
  name: 'tiktok',
  aliases: ['tik_tok', 'tik tok'],
  card,
  endpoints: endpointsAt('https://www.tiktok.com', 'https://open.tiktokapis.com'),
  uploadOrigins: ['https://*.tiktokapis.com'],
  practiceEndpoints,
  words,
  signIn,
  scopesOf: {
    metrics: ['video.list'],
    account_metrics: ['user.info.stats'],
  },
  lacks: ['comment', 'delete', 'mentions', 'search'],
  options,
  quotas,
  images: () => imageTarget,
  // About 15 direct posts, all apps together.
  pace: { perDay: 15 },
  rules,
  check,
  cost: () => ({ costMicros: 0, note: null }),
  // The list holds public posts only; it tells where an answer with the publication's id was lost.
  settle: [
    { kind: 'container', livesMs: publicationLifeMs },
    { kind: 'list_and_match', readsAfterMs: [60_000, 180_000, 600_000] },
  ],
  refuses,
  confirms,
  classify,
  rateSignals: () => [],
  uploadsInPublish: true,
  api: {
    profile,
    publish,
    stage,
    probe,
    confirm,
    upload,
    ownPosts,
    postMetrics,
    history,
    doctor,
    matches,
    postIdOf,
    isPostAddress,
    readCost: () => 0,
  },
} satisfies Platform;
