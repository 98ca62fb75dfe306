import type { Endpoint } from './api/gate.ts';
import { readUser } from './people/read.ts';
import { beginDirect, beginDraft } from './publishing/begin.ts';
import { publishPhotos } from './publishing/photos.ts';
import { readCreator, readStatus } from './publishing/status.ts';
import { listVideos, queryVideos } from './videos/read.ts';
import type { TikTokWorld } from './world.ts';

const posting = ['video.publish', 'video.upload'] as const;

/** TikTok's API as far as this network has it. */
export function endpoints(world: TikTokWorld): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/tiktok/v2/user/info/',
      operation: 'users.me',
      scopes: ['user.info.basic', 'user.info.profile', 'user.info.stats'],
      handle: (exchange, caller) => readUser(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/tiktok/v2/post/publish/creator_info/query/',
      operation: 'creator.info',
      scopes: ['video.publish'],
      aMinute: 20,
      handle: (_, caller) => readCreator(world, caller),
    },
    {
      method: 'POST',
      path: '/tiktok/v2/post/publish/video/init/',
      operation: 'containers.create',
      scopes: ['video.publish'],
      aMinute: 6,
      handle: (exchange, caller) => beginDirect(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/tiktok/v2/post/publish/inbox/video/init/',
      operation: 'containers.create',
      scopes: ['video.upload'],
      aMinute: 6,
      handle: (exchange, caller) => beginDraft(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/tiktok/v2/post/publish/content/init/',
      operation: 'posts.create',
      scopes: posting,
      aMinute: 6,
      handle: (exchange, caller) => publishPhotos(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/tiktok/v2/post/publish/status/fetch/',
      operation: 'containers.status',
      scopes: posting,
      aMinute: 30,
      handle: (exchange, caller) => readStatus(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/tiktok/v2/video/list/',
      operation: 'posts.list',
      scopes: ['video.list'],
      handle: (exchange, caller) => listVideos(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/tiktok/v2/video/query/',
      operation: 'posts.lookup',
      scopes: ['video.list'],
      handle: (exchange, caller) => queryVideos(world, exchange, caller),
    },
  ];
}
