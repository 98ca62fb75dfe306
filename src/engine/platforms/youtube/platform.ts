import type { Platform } from '../platform.ts';
import { accountMetrics } from './account-metrics.ts';
import { audience } from './audience.ts';
import { card } from './card.ts';
import { check } from './check.ts';
import { classify } from './classify.ts';
import { comments } from './comments.ts';
import { confirm, confirms } from './confirm.ts';
import { doctor } from './doctor.ts';
import { history } from './history.ts';
import { thumbnailTarget } from './limits.ts';
import { matches } from './match.ts';
import { chosenOf, options } from './options.ts';
import { ownPosts } from './own-posts.ts';
import { postIdOf } from './post-id.ts';
import { postMetrics } from './post-metrics.ts';
import { practiceEndpoints } from './practice-endpoints.ts';
import { probe } from './probe.ts';
import { profile } from './profile.ts';
import { publicPosts } from './public-posts.ts';
import { publicProfile } from './public-account.ts';
import { publish } from './publish.ts';
import { quotas } from './quotas.ts';
import { remove } from './remove.ts';
import { rules } from './rules.ts';
import { scheduled, unschedule } from './scheduled.ts';
import { scope } from './scopes.ts';
import { search } from './search.ts';
import { signIn } from './sign-in.ts';
import { stage } from './stage.ts';
import { trendCountries, trends, usualTrendCountry } from './trends.ts';
import { words } from './words.ts';

const dayMs = 86_400_000;

/** YouTube, by its Data API v3, the Analytics API v2 and Google's OAuth 2.0. */
export const youtube = {
  name: 'youtube',
  aliases: ['yt'],
  card,
  endpoints: {
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    revoke: 'https://oauth2.googleapis.com/revoke',
    api: 'https://www.googleapis.com',
    upload: 'https://www.googleapis.com',
  },
  satellites: { analytics: 'https://youtubeanalytics.googleapis.com' },
  uploadOrigins: ['https://youtube.googleapis.com'],
  practiceEndpoints,
  words,
  signIn,
  scopesOf: {
    publish: [scope.upload],
    media: [scope.upload],
    comment: [scope.manage],
    delete: [scope.manage],
    metrics: [scope.read],
    account_metrics: [scope.analytics],
    mentions: [scope.manage],
    search: [scope.read],
  },
  options,
  // The upload must be done by then; YouTube itself wants no more than a time to come.
  nativeSchedule: { leastAheadMs: 15 * 60_000, mostAheadMs: 365 * dayMs },
  // At its time YouTube makes a video public, whatever else was chosen.
  keeps: (values) => chosenOf(values).privacy === 'public',
  images: () => thumbnailTarget,
  composerUrl: () => 'https://www.youtube.com/upload',
  quotas,
  trendPlaces: { countries: trendCountries, usual: usualTrendCountry },
  rules,
  check,
  cost: () => ({ costMicros: 0, note: null }),
  settle: [
    { kind: 'upload_session', livesMs: 7 * dayMs },
    { kind: 'list_and_match', readsAfterMs: [10_000, 60_000, 300_000] },
  ],
  confirms,
  classify,
  // No header of YouTube's tells what is left.
  rateSignals: () => [],
  uploadsInPublish: true,
  audience,
  api: {
    profile,
    publish,
    stage,
    probe,
    // Never called: videos travel with `stage` and `publish`.
    upload: () =>
      Promise.resolve({
        state: 'failed',
        failure: {
          code: 'platform_refused',
          reach: 'not_sent',
          retryAt: null,
          detail: 'Videos are uploaded with their post.',
          status: null,
        },
      }),
    remove,
    ownPosts,
    postMetrics,
    history,
    accountMetrics,
    comments,
    search,
    publicProfile,
    publicPosts,
    trends,
    doctor,
    confirm,
    scheduled,
    unschedule,
    matches,
    postIdOf,
    readCost: () => 0,
  },
} satisfies Platform;
