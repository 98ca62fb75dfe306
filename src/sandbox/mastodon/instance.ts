import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Route } from '../network.ts';
import { limits } from './limits.ts';
import { host } from './people.ts';

const configuration = {
  urls: { streaming: `wss://${host}` },
  accounts: { max_featured_tags: 10 },
  statuses: {
    max_characters: limits.characters,
    max_media_attachments: limits.media,
    characters_reserved_per_url: limits.perUrl,
  },
  media_attachments: {
    supported_mime_types: limits.types,
    description_limit: limits.description,
    image_size_limit: limits.imageBytes,
    image_matrix_limit: limits.imagePixels,
    video_size_limit: limits.videoBytes,
    video_frame_rate_limit: limits.frameRate,
    video_matrix_limit: 8_294_400,
  },
  polls: { max_options: 4, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2_629_746 },
};

/** `GET /api/v2/instance`. */
function describe(): Answer {
  return json(200, {
    domain: host,
    title: 'Practice',
    version: '4.5.0',
    source_url: 'https://github.com/mastodon/mastodon',
    description: 'A server to practise on.',
    languages: ['en'],
    configuration,
    registrations: { enabled: false },
    api_versions: { mastodon: 7 },
    rules: [],
  });
}

/** `GET /api/v1/instance`, as older apps ask. */
function describeOlder(): Answer {
  return json(200, { uri: host, title: 'Practice', version: '4.5.0', configuration });
}

/** How the server describes itself, to anybody. */
export const instanceRoutes: readonly Route[] = [
  { method: 'GET', path: '/mastodon/api/v2/instance', operation: 'server.describe', handle: describe },
  { method: 'GET', path: '/mastodon/api/v1/instance', operation: 'server.describe', handle: describeOlder },
];
