import { inhabitedNetwork } from '../life/inhabited-network.ts';
import { MediaFiles } from '../media/files.ts';
import { graphTokenOf } from '../meta/parameters.ts';
import { appRemoved, graphError, limitReached } from '../meta/problems.ts';
import { codeLifeMs, metaHabits } from '../meta/tokens.ts';
import { UsageMeter } from '../meta/usage.ts';
import type { Network, NetworkFactory, Route } from '../network.ts';
import { Apps } from '../oauth/apps.ts';
import { Codes } from '../oauth/codes.ts';
import { Grants } from '../oauth/grants.ts';
import { guarded } from './gate.ts';
import { lifeOfFacebook } from './life.ts';
import { oauthRoutes } from './oauth.ts';
import { facebookPages } from './pages.ts';
import { peopleEndpoints } from './people-endpoints.ts';
import { readingEndpoints } from './read.ts';
import { growing, postPath } from './represent.ts';
import { FacebookState, appearsAt } from './state.ts';
import { webRoutes } from './web-pages.ts';
import type { FacebookWorld } from './world.ts';
import { uploadRoute } from './video-bytes.ts';
import { mediaEndpoints } from './write-media.ts';
import { writingEndpoints } from './write-posts.ts';

/** Facebook Pages, as the Graph API and Facebook Login answer an app in development mode. */
export const createFacebook: NetworkFactory = ({ dataDirectory, clock, journal, baseUrl }): Network => {
  const now = (): number => clock.now();
  const grants = new Grants(dataDirectory, 'facebook', metaHabits('EAA'));
  const meter = new UsageMeter({ type: 'pages', appCallsAnHour: 20_000, objectCallsADay: 50_000 });
  const state = new FacebookState((post) => life.expectReplies(growing(post), post.author));
  const life = lifeOfFacebook(dataDirectory, state, now());
  for (const entry of journal.of('facebook')) state.apply(entry);

  const files = new MediaFiles(dataDirectory, 'facebook');
  const world: FacebookWorld = { state, journal, grants, files, meter, now, origin: baseUrl };
  const desk = { world, apps: new Apps(dataDirectory, 'facebook'), codes: new Codes(codeLifeMs) };
  const endpoints = [
    ...peopleEndpoints(world),
    ...writingEndpoints(world),
    ...mediaEndpoints(world),
    ...readingEndpoints(world),
  ];
  const routes: Route[] = [
    ...oauthRoutes(desk),
    uploadRoute(world),
    ...webRoutes(world),
    ...endpoints.map((endpoint) => guarded(world, endpoint)),
  ];

  return inhabitedNetwork({
    world,
    grants,
    life,
    name: 'facebook',
    title: 'Facebook',
    routes,
    refusals: {
      rateLimited: (resetAt) => {
        const refused = limitReached(80_001);
        return { ...refused, headers: { ...refused.headers, ...meter.usedUp('0', resetAt - now()) } };
      },
      tokenRevoked: (exchange) => {
        const token = graphTokenOf(exchange) ?? '';
        const grant = grants.findExpired(token);
        grants.revoke(token);
        return appRemoved(grant?.clientId ?? '');
      },
      creditsDepleted: () => graphError({ status: 500, code: 1, message: 'An unknown error has occurred.' }),
    },
    identify(exchange) {
      const grant = grants.findExpired(graphTokenOf(exchange) ?? '');
      return facebookPages.byId(grant?.account ?? '');
    },
    residents: facebookPages.practicePeople,
    postsBy: (page) =>
      state
        .postsBy(page.id)
        .filter((post) => appearsAt(post) <= now())
        .map((post) => ({ path: postPath(post.id), text: post.text, at: appearsAt(post) })),
  });
};
