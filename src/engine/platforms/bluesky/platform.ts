import type { Platform } from '../platform.ts';
import { card } from './card.ts';
import { check } from './check.ts';
import { classify } from './classify.ts';
import { doctor } from './doctor.ts';
import { matches } from './match.ts';
import { mentions } from './mentions.ts';
import { imageTarget } from './limits.ts';
import { chosenFrom, options } from './options.ts';
import { history, ownPosts } from './own-posts.ts';
import { postIdOf } from './post-id.ts';
import { postMetrics } from './post-metrics.ts';
import { practiceEndpoints } from './practice-endpoints.ts';
import { probe } from './probe.ts';
import { profile } from './profile.ts';
import { publicPosts } from './public-posts.ts';
import { publicProfile } from './public-account.ts';
import { publish } from './publish.ts';
import { rateSignals } from './rate-signals.ts';
import { madeAt, newRecordKey } from './record-key.ts';
import { remove } from './remove.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { endpointsAt, usualServer } from './server.ts';
import { signIn } from './sign-in.ts';
import { trends } from './trends.ts';
import { upload } from './upload.ts';
import { refuses } from './wire/records.ts';
import { words } from './words.ts';

/** Bluesky, by AT Protocol: an account lives on a server of Bluesky's or on one of its own. */
export const bluesky = {
  name: 'bluesky',
  aliases: ['bsky', 'atproto'],
  card,
  endpoints: endpointsAt(usualServer),
  practiceEndpoints,
  words,
  signIn,
  options,
  images: (values) => {
    const { linkTitle, linkPicture } = chosenFrom(values);
    return imageTarget(linkTitle !== '' && linkPicture);
  },
  rules,
  check,
  cost: () => ({ costMicros: 0, note: null }),
  similarPosts: 'allowed',
  settle: [{ kind: 'record_key' }],
  refuses,
  classify,
  rateSignals,
  api: {
    profile,
    publish,
    newKey: newRecordKey,
    probe,
    madeAt,
    upload,
    remove,
    ownPosts,
    history,
    postMetrics,
    mentions,
    search,
    publicProfile,
    publicPosts,
    trends,
    doctor,
    matches,
    postIdOf,
    readCost: () => 0,
  },
} satisfies Platform;
