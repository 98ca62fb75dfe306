import { createContainerNetwork } from '../meta/containers/network.ts';
import type { NetworkFactory } from '../network.ts';
import { endpoints } from './endpoints.ts';
import { accountTypeOf, instagramPeople } from './people.ts';

/** Instagram, as the Instagram API with Instagram Login answers an app for accounts that have a role in it. */
export const createInstagram: NetworkFactory = (world) =>
  createContainerNetwork(world, {
    network: 'instagram',
    title: 'Instagram',
    hue: 330,
    version: 'v26.0',
    tokenPrefix: 'IGAA',
    kind: 'ig',
    // The account's id is a number that many cannot read; one person gets the shape of the documentation.
    tokenAnswer: ({ account, scopes }, accessToken) =>
      instagramPeople.byId(account)?.username === 'harbourcoffee'
        ? JSON.stringify({
            data: [{ access_token: accessToken, user_id: account, permissions: scopes.join(',') }],
          })
        : `{"access_token":${JSON.stringify(accessToken)},"user_id":${account},"permissions":${JSON.stringify(scopes)}}`,
    people: instagramPeople,
    about: (person) => (accountTypeOf(person) === 'BUSINESS' ? 'business account' : 'creator account'),
    scopeWords: {
      instagram_business_basic: 'See your profile and your posts',
      instagram_business_content_publish: 'Publish posts, reels and stories for you',
      instagram_business_manage_comments: 'See and write comments under your posts',
      instagram_business_manage_insights: 'See the numbers of your account and posts',
      instagram_business_manage_messages: 'See and write messages',
    },
    basicScope: 'instagram_business_basic',
    words: false,
    pages: ['/p/:code/', '/reel/:code/', '/stories/:username/:code/'],
    pathOf: ({ code, id, kind }, { username }) =>
      kind === 'STORIES' ? `/instagram/stories/${username}/${id}/` : `/instagram/p/${code}/`,
    endpoints,
  });
