import { createContainerNetwork } from '../meta/containers/network.ts';
import type { NetworkFactory } from '../network.ts';
import { endpoints } from './endpoints.ts';
import { threadsPeople } from './people.ts';
import { pathOf } from './shown.ts';

/** Threads, as its API 1.0 answers an app that Meta has reviewed. */
export const createThreads: NetworkFactory = (world) =>
  createContainerNetwork(world, {
    network: 'threads',
    title: 'Threads',
    hue: 0,
    version: 'v1.0',
    tokenPrefix: 'THAA',
    kind: 'th',
    // The account's id is a number that many cannot read.
    tokenAnswer: ({ account }, accessToken) =>
      `{"access_token":${JSON.stringify(accessToken)},"user_id":${account}}`,
    people: threadsPeople,
    about: () => '',
    scopeWords: {
      threads_basic: 'See your profile and your posts',
      threads_content_publish: 'Publish posts for you',
      threads_manage_replies: 'Write and hide replies for you',
      threads_read_replies: 'See replies to your posts',
      threads_manage_insights: 'See the numbers of your account and posts',
      threads_manage_mentions: 'See posts that mention you',
      threads_keyword_search: 'Search posts',
      threads_delete: 'Delete your posts',
      threads_location_tagging: 'Add places to your posts',
      threads_profile_discovery: 'Look up public profiles',
    },
    basicScope: 'threads_basic',
    words: true,
    pages: ['/:username/post/:code'],
    pathOf,
    endpoints,
  });
