import { containerHabits } from '../meta/containers/habits.ts';
import { matches } from '../meta/containers/match.ts';
import { nothingToUpload } from '../meta/containers/upload.ts';
import type { Platform } from '../platform.ts';
import { isPostAddress } from './addresses.ts';
import { audience } from './audience.ts';
import { card } from './card.ts';
import { check } from './check.ts';
import { doctor } from './doctor.ts';
import { imageTarget } from './limits.ts';
import { comments, mentions, search } from './listening.ts';
import { accountMetrics, postMetrics } from './metrics.ts';
import { options } from './options.ts';
import { history, ownPosts } from './own-posts.ts';
import { practiceEndpoints } from './practice-endpoints.ts';
import { probe } from './probe.ts';
import { profile } from './profile.ts';
import { publish } from './publish.ts';
import { remove } from './remove.ts';
import { rules } from './rules.ts';
import { signIn } from './sign-in.ts';
import { stage } from './stage.ts';
import { words } from './words.ts';

const basic = 'threads_basic';
const publishing = [basic, 'threads_content_publish'];
const insights = [basic, 'threads_manage_insights'];

/** Threads, by the Threads API 1.0. */
export const threads = {
  name: 'threads',
  aliases: [],
  card,
  endpoints: {
    // The older name redirects here and loses the question on the way.
    authorize: 'https://www.threads.com/oauth/authorize',
    token: 'https://graph.threads.net/oauth/access_token',
    // Threads takes nothing back by API; the address is never called.
    revoke: 'https://graph.threads.net/oauth/access_token',
    api: 'https://graph.threads.net',
    upload: 'https://graph.threads.net',
  },
  practiceEndpoints,
  words: { preflight: words.preflight, doctor: words.doctor, unread: words.unread },
  signIn,
  scopesOf: {
    publish: publishing,
    media: publishing,
    comment: [...publishing, 'threads_manage_replies'],
    delete: [basic, 'threads_delete'],
    metrics: insights,
    account_metrics: insights,
    mentions: [basic, 'threads_manage_mentions'],
    search: [basic, 'threads_keyword_search'],
  },
  options,
  images: () => imageTarget,
  pace: { perDay: 250 },
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
    remove,
    ownPosts,
    history,
    postMetrics,
    accountMetrics,
    mentions,
    comments,
    search,
    doctor,
    matches,
    postIdOf: () => null,
    isPostAddress,
    readCost: () => 0,
  },
} satisfies Platform;
