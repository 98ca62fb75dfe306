import { classifyGraph } from '../meta/classify.ts';
import { usageSignals } from '../meta/usage.ts';
import { graphVersion } from '../meta/version.ts';
import type { Platform } from '../platform.ts';
import { accountMetrics } from './account-metrics.ts';
import { card } from './card.ts';
import { check } from './check.ts';
import { comments } from './comments.ts';
import { doctor } from './doctor.ts';
import { imageTarget, nativeSchedule } from './limits.ts';
import { matches } from './match.ts';
import { mentions } from './mentions.ts';
import { chosen, optionFields } from './options.ts';
import { history, ownPosts } from './own-posts.ts';
import { isPostAddress, postIdOf } from './post-id.ts';
import { postMetrics } from './post-metrics.ts';
import { practiceEndpoints } from './practice-endpoints.ts';
import { probe } from './probe.ts';
import { profile } from './profile.ts';
import { publish } from './publish.ts';
import { remove } from './remove.ts';
import { rules } from './rules.ts';
import { scheduled, unschedule } from './scheduled-posts.ts';
import { signIn } from './sign-in.ts';
import { stage } from './stage.ts';
import { refuses } from './upload-video.ts';
import { facebook as words } from './words.ts';

/** Facebook Pages, by the Graph API. */
export const facebook = {
  name: 'facebook',
  aliases: ['fb', 'facebook pages'],
  card,
  endpoints: {
    authorize: `https://www.facebook.com/${graphVersion}/dialog/oauth`,
    token: `https://graph.facebook.com/${graphVersion}/oauth/access_token`,
    revoke: `https://graph.facebook.com/${graphVersion}/me/permissions`,
    api: `https://graph.facebook.com/${graphVersion}`,
    upload: `https://graph-video.facebook.com/${graphVersion}`,
  },
  uploadOrigins: ['https://rupload.facebook.com'],
  practiceEndpoints,
  words,
  signIn,
  scopesOf: {
    publish: ['pages_manage_posts'],
    media: ['pages_manage_posts'],
    delete: ['pages_manage_posts'],
    comment: ['pages_manage_engagement'],
    metrics: ['pages_read_engagement'],
    account_metrics: ['read_insights'],
    mentions: ['pages_read_user_content'],
  },
  lacks: ['search'],
  options: () => optionFields,
  images: () => imageTarget,
  nativeSchedule,
  keeps: (options) => chosen(options).format !== 'story',
  rules,
  check,
  cost: () => ({ costMicros: 0, note: null }),
  // A video tells by itself. Posts are read soon, after the list has caught up, and when a request that was under way has long ended.
  settle: [
    { kind: 'upload_session', livesMs: 24 * 3_600_000 },
    { kind: 'list_and_match', readsAfterMs: [10_000, 60_000, 300_000] },
  ],
  refuses,
  classify: (answer, now) => classifyGraph(answer, now, { tokensEnd: 'none' }),
  rateSignals: (answer, _operation, now) => usageSignals(answer, now),
  uploadsInPublish: true,
  api: {
    profile,
    publish,
    stage,
    probe,
    // Media travel with `stage`.
    upload: async (_http, source) => ({
      state: 'failed',
      failure: {
        code: 'media_invalid',
        reach: 'not_sent',
        retryAt: null,
        detail: source.fileName,
        status: null,
      },
    }),
    remove,
    ownPosts,
    history,
    postMetrics,
    accountMetrics,
    mentions,
    comments,
    doctor,
    scheduled,
    unschedule,
    matches,
    postIdOf,
    isPostAddress,
    readCost: () => 0,
  },
} satisfies Platform;
