import { json } from '../exchange.ts';
import type { Endpoint } from './gate.ts';
import { describeMedia, readMedia, uploadMedia } from './media/upload.ts';
import { createStatus } from './statuses/create.ts';
import {
  listNotifications,
  listStatuses,
  lookUpAccount,
  readContext,
  readStatus,
  readStatuses,
  search,
} from './statuses/read.ts';
import { deleteScheduled, deleteStatus, readScheduled } from './statuses/remove.ts';
import { accountView } from './statuses/represent.ts';
import { trendingLinks, trendingTags } from './trends.ts';
import type { MastodonWorld } from './world.ts';

/** Mastodon's API as far as this server has it, with the scopes of its documentation. */
export function endpoints(world: MastodonWorld): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/accounts/verify_credentials',
      operation: 'users.me',
      scopes: ['profile', 'read:accounts'],
      handle: (_exchange, caller) =>
        json(200, { ...accountView(world, caller), source: { privacy: 'public' } }),
    },
    {
      method: 'GET',
      path: '/api/v1/accounts/lookup',
      operation: 'users.lookup',
      scopes: ['profile', 'read:accounts'],
      handle: (exchange) => lookUpAccount(world, exchange),
    },
    {
      method: 'GET',
      path: '/api/v1/trends/tags',
      operation: 'trends.tags',
      scopes: ['profile', 'read:accounts'],
      handle: (exchange) => trendingTags(world, exchange),
    },
    {
      method: 'GET',
      path: '/api/v1/trends/links',
      operation: 'trends.links',
      scopes: ['profile', 'read:accounts'],
      handle: (exchange) => trendingLinks(world, exchange),
    },
    {
      method: 'POST',
      path: '/api/v1/statuses',
      operation: 'posts.create',
      scopes: ['write:statuses'],
      limited: 'posts',
      handle: (exchange, caller) => createStatus(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/api/v1/statuses',
      operation: 'posts.lookup',
      scopes: ['read:statuses'],
      handle: (exchange) => readStatuses(world, exchange),
    },
    {
      method: 'GET',
      path: '/api/v1/statuses/:id',
      operation: 'posts.lookup',
      scopes: ['read:statuses'],
      handle: (exchange) => readStatus(world, exchange),
    },
    {
      method: 'GET',
      path: '/api/v1/statuses/:id/context',
      operation: 'comments.list',
      scopes: ['read:statuses'],
      handle: (exchange) => readContext(world, exchange),
    },
    {
      method: 'DELETE',
      path: '/api/v1/statuses/:id',
      operation: 'posts.delete',
      scopes: ['write:statuses'],
      limited: 'deletes',
      handle: (exchange, caller) => deleteStatus(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/api/v1/scheduled_statuses/:id',
      operation: 'posts.scheduled',
      scopes: ['read:statuses'],
      handle: (exchange, caller) => readScheduled(world, exchange, caller),
    },
    {
      method: 'DELETE',
      path: '/api/v1/scheduled_statuses/:id',
      operation: 'posts.unschedule',
      scopes: ['write:statuses'],
      handle: (exchange, caller) => deleteScheduled(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/api/v1/accounts/:id/statuses',
      operation: 'posts.list',
      scopes: ['read:statuses'],
      handle: (exchange) => listStatuses(world, exchange),
    },
    {
      method: 'GET',
      path: '/api/v1/notifications',
      operation: 'posts.mentions',
      scopes: ['read:notifications'],
      handle: (exchange, caller) => listNotifications(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/api/v2/search',
      operation: 'posts.search',
      scopes: ['read:search'],
      handle: (exchange) => search(world, exchange),
    },
    {
      method: 'POST',
      path: '/api/v2/media',
      operation: 'media.upload',
      scopes: ['write:media'],
      limited: 'media',
      handle: (exchange, caller) => uploadMedia(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/api/v1/media/:id',
      operation: 'media.status',
      scopes: ['write:media'],
      handle: (exchange, caller) => readMedia(world, exchange, caller),
    },
    {
      method: 'PUT',
      path: '/api/v1/media/:id',
      operation: 'media.metadata',
      scopes: ['write:media'],
      handle: (exchange, caller) => describeMedia(world, exchange, caller),
    },
  ];
}
