import { containerHabits } from '../meta/containers/habits.ts';
import { matches } from '../meta/containers/match.ts';
import { nothingToUpload } from '../meta/containers/upload.ts';
import type { Platform } from '../platform.ts';
import { accountMetrics } from './account-metrics.ts';
import { isPostAddress } from './addresses.ts';
import { audience } from './audience.ts';
import { card } from './card.ts';
import { commentScope } from './check-text.ts';
import { check } from './check.ts';
import { comments } from './comments.ts';
import { doctor } from './doctor.ts';
import { imageTarget } from './limits.ts';
import { options } from './options.ts';
import { history, ownPosts } from './own-posts.ts';
import { postMetrics } from './post-metrics.ts';
import { practiceEndpoints } from './practice-endpoints.ts';
import { probe } from './probe.ts';
import { profile } from './profile.ts';
import { publish } from './publish.ts';
import { rules } from './rules.ts';
import { signIn } from './sign-in.ts';
import { stage } from './stage.ts';
import { words } from './words.ts';

const basic = 'instagram_business_basic';
const publishing = [basic, 'instagram_business_content_publish'];
const insights = [basic, 'instagram_business_manage_insights'];

/** Instagram, by the Instagram API with Instagram Login: professional accounts, without a Facebook Page. */
export const instagram = {
  name: 'instagram',
  aliases: ['ig'],
  card,
  endpoints: {
    authorize: 'https://www.instagram.com/oauth/authorize',
    token: 'https://api.instagram.com/oauth/access_token',
    // Instagram takes nothing back by API; the address is never called.
    revoke: 'https://api.instagram.com/oauth/access_token',
    api: 'https://graph.instagram.com',
    upload: 'https://graph.instagram.com',
  },
  practiceEndpoints,
  words: { preflight: words.preflight, doctor: words.doctor, unread: words.unread },
  signIn,
  scopesOf: {
    publish: publishing,
    media: publishing,
    comment: [basic, commentScope],
    metrics: insights,
    account_metrics: insights,
    // Mentions come by webhooks alone, which a desktop has no address for; these are comments under own posts.
    mentions: [basic, commentScope],
  },
  lacks: ['delete', 'search'],
  options,
  images: () => imageTarget,
  // The documentation says 50 in one place and 100 in another; the account's own number is read before it posts.
  pace: { perDay: 50 },
  rules,
  check,
  ...containerHabits,
  audience,
  api: {
    profile,
    publish,
    stage,
    probe,
    upload: nothingToUpload,
    ownPosts,
    history,
    postMetrics,
    accountMetrics,
    comments,
    doctor,
    matches,
    postIdOf: () => null,
    isPostAddress,
    readCost: () => 0,
  },
} satisfies Platform;
