import { json } from '../exchange.ts';
import type { Endpoint } from './gate.ts';
import { uploadBlob } from './repo/blobs.ts';
import { collectionOf, deleteRecord, getRecord, listRecords, writeRecord } from './repo/write.ts';
import { accountOf } from './session/session.ts';
import {
  getAuthorFeed,
  getPosts,
  getProfile,
  getTrends,
  listNotifications,
  resolveHandle,
  searchPosts,
} from './views/read.ts';
import { posts } from './state.ts';
import type { BlueskyWorld } from './world.ts';

/** Bluesky's API as far as this network has it, for whoever is signed in. */
export function endpoints(world: BlueskyWorld): readonly Endpoint[] {
  return [
    {
      method: 'POST',
      name: 'com.atproto.repo.createRecord',
      operation: 'posts.create',
      points: 3,
      handle: (exchange, caller) => writeRecord(world, exchange, caller, 'create'),
    },
    {
      method: 'POST',
      name: 'com.atproto.repo.putRecord',
      operation: 'posts.create',
      operationOf: (exchange) => (collectionOf(exchange) === posts ? 'posts.create' : 'records.put'),
      points: 3,
      handle: (exchange, caller) => writeRecord(world, exchange, caller, 'put'),
    },
    {
      method: 'POST',
      name: 'com.atproto.repo.deleteRecord',
      operation: 'posts.delete',
      points: 1,
      handle: (exchange, caller) => deleteRecord(world, exchange, caller),
    },
    {
      method: 'GET',
      name: 'com.atproto.repo.getRecord',
      operation: 'records.get',
      handle: (exchange) => getRecord(world, exchange),
    },
    {
      method: 'GET',
      name: 'com.atproto.repo.listRecords',
      operation: 'records.list',
      handle: (exchange) => listRecords(world, exchange),
    },
    {
      method: 'POST',
      name: 'com.atproto.repo.uploadBlob',
      operation: 'media.upload',
      handle: (exchange, caller) => uploadBlob(world, exchange, caller),
    },
    {
      method: 'GET',
      name: 'com.atproto.server.getSession',
      operation: 'users.me',
      handle: (_exchange, caller) => json(200, accountOf(caller, world.origin())),
    },
    {
      method: 'GET',
      name: 'com.atproto.identity.resolveHandle',
      operation: 'handles.resolve',
      handle: (exchange) => resolveHandle(exchange),
    },
    {
      method: 'GET',
      name: 'app.bsky.actor.getProfile',
      operation: 'users.lookup',
      handle: (exchange) => getProfile(world, exchange),
    },
    {
      method: 'GET',
      name: 'app.bsky.feed.getPosts',
      operation: 'posts.lookup',
      handle: (exchange) => getPosts(world, exchange),
    },
    {
      method: 'GET',
      name: 'app.bsky.feed.getAuthorFeed',
      operation: 'posts.list',
      handle: (exchange) => getAuthorFeed(world, exchange),
    },
    {
      method: 'GET',
      name: 'app.bsky.feed.searchPosts',
      operation: 'posts.search',
      handle: (exchange) => searchPosts(world, exchange),
    },
    {
      method: 'GET',
      name: 'app.bsky.unspecced.getTrends',
      operation: 'trends.list',
      handle: (exchange) => getTrends(world, exchange),
    },
    {
      method: 'GET',
      name: 'app.bsky.notification.listNotifications',
      operation: 'posts.mentions',
      handle: (exchange, caller) => listNotifications(world, exchange, caller),
    },
  ];
}
