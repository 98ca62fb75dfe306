import type { Platform, PlatformApi } from '../platform.ts';
import { memberCard, pagesCard } from './card.ts';
import { check } from './check.ts';
import { classify } from './classify.ts';
import { comments } from './comments.ts';
import { doctorBy } from './doctor.ts';
import { matches } from './match.ts';
import { imageTarget } from './limits.ts';
import { options } from './options.ts';
import { history, ownPosts } from './own-posts.ts';
import { noPostMetrics, postMetrics } from './post-metrics.ts';
import { practiceEndpointsOf } from './practice-endpoints.ts';
import { accountProfile, memberProfile } from './profile.ts';
import { publish } from './publish.ts';
import { remove } from './remove.ts';
import { rules } from './rules.ts';
import { memberSignIn, pagesSignIn } from './sign-in.ts';
import { upload } from './upload.ts';
import { madeAt, postIdOf } from './wire/urn.ts';
import { linkedin as words } from './words.ts';

/** A repeat of the same words is refused for at least so long, and the refusal names the first post. */
const duplicate = {
  kind: 'duplicate_answer',
  repeatAfterMs: 15_000,
  withinMs: 10 * 60_000,
  postsOnly: true,
} as const;

const common = {
  endpoints: {
    authorize: 'https://www.linkedin.com/oauth/v2/authorization',
    token: 'https://www.linkedin.com/oauth/v2/accessToken',
    revoke: 'https://www.linkedin.com/oauth/v2/revoke',
    api: 'https://api.linkedin.com',
    upload: 'https://www.linkedin.com',
  },
  words: { preflight: words.preflight, doctor: words.doctor, unread: words.unread },
  options,
  images: () => imageTarget,
  rules,
  check,
  cost: () => ({ costMicros: 0, note: null }),
  classify,
  // LinkedIn counts by the day and says nothing of what is left.
  rateSignals: () => [],
} satisfies Partial<Platform>;

const commonApi = {
  publish,
  upload,
  remove,
  ownPosts,
  matches,
  madeAt,
  postIdOf,
  readCost: () => 0,
} satisfies Partial<PlatformApi>;

/** LinkedIn for one's own profile, with the products that every app gets at once. */
export const linkedin = {
  ...common,
  name: 'linkedin',
  practiceEndpoints: practiceEndpointsOf('linkedin'),
  aliases: [],
  card: memberCard,
  signIn: memberSignIn,
  scopesOf: { publish: ['w_member_social'] },
  lacks: ['metrics', 'account_metrics', 'mentions', 'search'],
  settle: [duplicate, { kind: 'none' }],
  api: { ...commonApi, profile: memberProfile, postMetrics: noPostMetrics, doctor: doctorBy(memberProfile) },
} satisfies Platform;

/** LinkedIn by an app with the Community Management API: the profile and the pages that its owner looks after. */
export const linkedinPages = {
  ...common,
  name: 'linkedin_pages',
  practiceEndpoints: practiceEndpointsOf('linkedin_pages'),
  aliases: ['linkedin-page', 'linkedin_page'],
  card: pagesCard,
  signIn: pagesSignIn,
  scopesOf: {
    publish: ['w_member_social'],
    metrics: ['r_organization_social', 'r_member_postAnalytics'],
    mentions: ['r_organization_social'],
  },
  lacks: ['search'],
  settle: [duplicate, { kind: 'list_and_match', readsAfterMs: [30_000, 120_000, 300_000] }, { kind: 'none' }],
  // No `audience`: followers come by `urn:li:geo` numbers (organizationalEntityFollowerStatistics), and nothing says which country one is.
  api: {
    ...commonApi,
    profile: accountProfile,
    postMetrics,
    history,
    comments,
    doctor: doctorBy(accountProfile),
  },
} satisfies Platform;
