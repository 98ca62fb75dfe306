import type { Endpoint } from './api/endpoint.ts';
import { mediaEndpoints } from './media/endpoints.ts';
import { readAnalytics } from './metrics/analytics.ts';
import { readUsage } from './metrics/usage.ts';
import { lookUpPeople, lookUpUsername, readMe } from './people/read.ts';
import { createPost } from './posts/create.ts';
import { deletePost } from './posts/delete.ts';
import { listMentions, listPosts, lookUpPost, lookUpPosts } from './posts/read.ts';
import { searchRecent } from './posts/search.ts';
import { trendsByPlace } from './posts/trends.ts';
import type { XWorld } from './world.ts';

const reading = ['tweet.read', 'users.read'] as const;
const writing = ['tweet.read', 'tweet.write', 'users.read'] as const;

/** X's API as far as this network has it, with the scopes of its OpenAPI description. Fixed paths stand before `:names`. */
export function endpoints(world: XWorld): readonly Endpoint[] {
  return [
    {
      method: 'POST',
      path: '/2/tweets',
      operation: 'posts.create',
      scopes: writing,
      takes: 'person',
      handle: (exchange, caller) => createPost(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/tweets',
      operation: 'posts.lookup',
      scopes: reading,
      takes: 'person or app',
      handle: (exchange, caller) => lookUpPosts(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/tweets/analytics',
      operation: 'posts.analytics',
      scopes: reading,
      takes: 'person',
      handle: (exchange, caller) => readAnalytics(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/tweets/search/recent',
      operation: 'posts.search',
      scopes: reading,
      takes: 'person or app',
      handle: (exchange, caller) => searchRecent(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/tweets/:id',
      operation: 'posts.lookup',
      scopes: reading,
      takes: 'person or app',
      handle: (exchange, caller) => lookUpPost(world, exchange, caller),
    },
    {
      method: 'DELETE',
      path: '/2/tweets/:id',
      operation: 'posts.delete',
      scopes: writing,
      takes: 'person',
      handle: (exchange, caller) => deletePost(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/users/me',
      operation: 'users.me',
      scopes: reading,
      takes: 'person',
      handle: (exchange, caller) => readMe(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/users',
      operation: 'users.lookup',
      scopes: reading,
      takes: 'person or app',
      handle: (exchange, caller) => lookUpPeople(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/users/by/username/:username',
      operation: 'users.by_username',
      scopes: reading,
      takes: 'person or app',
      handle: (exchange, caller) => lookUpUsername(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/users/:id/tweets',
      operation: 'posts.list',
      scopes: reading,
      takes: 'person or app',
      handle: (exchange, caller) => listPosts(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/users/:id/mentions',
      operation: 'posts.mentions',
      scopes: reading,
      takes: 'person or app',
      handle: (exchange, caller) => listMentions(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/2/trends/by/woeid/:woeid',
      operation: 'trends.list',
      scopes: [],
      takes: 'person or app',
      handle: (exchange) => trendsByPlace(world, exchange),
    },
    {
      method: 'GET',
      path: '/2/usage/tweets',
      operation: 'usage.tweets',
      scopes: [],
      takes: 'app',
      handle: (exchange) => readUsage(world, exchange),
    },
    ...mediaEndpoints(world),
  ];
}
