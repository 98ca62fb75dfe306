import type { Network, NetworkFactory, Route } from '../network.ts';
import { inhabitedNetwork } from '../life/inhabited-network.ts';
import { MediaFiles } from '../media/files.ts';
import { Apps } from '../oauth/apps.ts';
import { bearerOf, refreshTokenOf } from '../oauth/client.ts';
import { Codes } from '../oauth/codes.ts';
import { Grants } from '../oauth/grants.ts';
import { guarded } from './api/endpoint.ts';
import { Quota } from './api/quota.ts';
import { channelEndpoints } from './channels/endpoints.ts';
import { commentEndpoints } from './comments/endpoints.ts';
import { controlRoutesOfYouTube } from './control-routes.ts';
import { lifeOfYouTube } from './life.ts';
import { growing } from './metrics/growth.ts';
import { reportEndpoints } from './metrics/reports.ts';
import { codeLifeMs, habitsOf, oauthRoutes } from './oauth/routes.ts';
import { pageRoutes } from './pages.ts';
import { youtubePeople } from './people.ts';
import { quotaExceeded, tooManyRequests, unauthorized } from './problems.ts';
import { Settings } from './settings.ts';
import { YouTubeState } from './state.ts';
import { videoEndpoints } from './videos/endpoints.ts';
import { playlistEndpoints } from './videos/playlist.ts';
import { searchEndpoints } from './videos/search.ts';
import { completes, forgetOldSessions, putPiece } from './videos/upload.ts';
import type { YouTubeWorld } from './world.ts';

/** YouTube, as its Data API v3, Analytics v2 and Google's OAuth 2.0 answer a desktop app of one's own project. */
export const createYouTube: NetworkFactory = ({ dataDirectory, clock, journal, baseUrl }): Network => {
  const now = (): number => clock.now();
  const settings = new Settings(dataDirectory);
  const apps = new Apps(dataDirectory, 'youtube');
  const grants = new Grants(dataDirectory, 'youtube', habitsOf(settings));
  const quota = new Quota();
  const state = new YouTubeState((video) => {
    const { privacyStatus, publishAt, selfDeclaredMadeForKids } = video.resource.status;
    const open = privacyStatus !== 'private' || publishAt !== undefined;
    if (open && selfDeclaredMadeForKids !== true) life.expectReplies(growing(video), video.channel);
  });
  const life = lifeOfYouTube(dataDirectory, state, now());
  for (const entry of journal.of('youtube')) state.apply(entry);

  const files = new MediaFiles(dataDirectory, 'youtube');
  const world: YouTubeWorld = { state, journal, settings, files, now, baseUrl };
  forgetOldSessions(world);
  const slowed = new Map<string, number>();
  const gate = { grants, quota, settings, now };
  const pieces: Route = {
    method: 'PUT',
    path: '/youtube/upload/youtube/v3/videos',
    operation: 'media.upload',
    operationOf: (exchange) => (completes(exchange) ? 'posts.create' : 'media.upload'),
    handle: (exchange) => putPiece(world, exchange, slowed),
  };
  const routes: Route[] = [
    ...oauthRoutes({ apps, codes: new Codes(codeLifeMs), grants, now }),
    ...[
      ...videoEndpoints(world),
      ...playlistEndpoints(world),
      ...channelEndpoints(world),
      ...commentEndpoints(world),
      ...searchEndpoints(world),
      ...reportEndpoints(world),
    ].map((endpoint) => guarded(gate, endpoint)),
    pieces,
    ...controlRoutesOfYouTube(settings, quota, now),
    ...pageRoutes(world),
  ];

  return inhabitedNetwork({
    world,
    grants,
    life,
    name: 'youtube',
    title: 'YouTube',
    routes,
    refusals: {
      rateLimited: (resetAt) => tooManyRequests(resetAt, now()),
      tokenRevoked: (exchange) => {
        grants.revoke(bearerOf(exchange) ?? '');
        return unauthorized();
      },
      creditsDepleted: quotaExceeded,
    },
    identify(exchange) {
      const session = state.sessions.get(exchange.query.get('upload_id') ?? '');
      const grant =
        grants.find(bearerOf(exchange) ?? '', now()) ??
        grants.findByRefresh(refreshTokenOf(exchange, '/youtube/token'));
      return youtubePeople.byId(grant?.account ?? session?.channel ?? '');
    },
    residents: youtubePeople.practicePeople,
    audience: 'subscribers',
    postsBy: (person) =>
      state.videosOf(person.id).map(({ id, resource, at }) => ({
        path: `/youtube/watch?v=${id}`,
        text: resource.snippet.title,
        at,
      })),
  });
};
