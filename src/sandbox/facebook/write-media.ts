import type { Exchange } from '../exchange.ts';
import type { Endpoint } from './gate.ts';
import type { Video } from './state.ts';
import type { FacebookWorld } from './world.ts';
import { publishPhotoStory, takePhoto } from './write-photos.ts';
import { takeVideoPhase } from './write-videos.ts';

/** What brings media here, and the last phase of a video, which publishes it. */
export function mediaEndpoints(world: FacebookWorld): readonly Endpoint[] {
  const video = (edge: Video['edge'], operation: string): Endpoint => ({
    method: 'POST',
    path: `/:id/${edge}`,
    operation,
    operationOf: (exchange) => (isLastPhase(exchange) ? operation : 'media.upload'),
    needs: 'pages_manage_posts',
    handle: (exchange, caller) => takeVideoPhase(world, exchange, caller, edge),
  });
  return [
    {
      method: 'POST',
      path: '/:id/photos',
      operation: 'media.upload',
      needs: 'pages_manage_posts',
      handle: (exchange, caller) => takePhoto(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/:id/photo_stories',
      operation: 'stories.publish',
      needs: 'pages_manage_posts',
      handle: (exchange, caller) => publishPhotoStory(world, exchange, caller),
    },
    video('videos', 'videos.publish'),
    video('video_reels', 'reels.publish'),
    video('video_stories', 'stories.publish'),
  ];
}

/** A multipart form is a piece of the bytes and never the last phase. */
const isLastPhase = ({ body, headers }: Exchange): boolean =>
  !(headers['content-type'] ?? '').startsWith('multipart/') &&
  Buffer.from(body).toString('utf8').toLowerCase().includes('finish');
