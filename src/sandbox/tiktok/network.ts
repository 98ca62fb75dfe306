import type { Exchange } from '../exchange.ts';
import { inhabitedNetwork } from '../life/inhabited-network.ts';
import { MediaFiles } from '../media/files.ts';
import type { Network, NetworkFactory, Route } from '../network.ts';
import { bearerOf, refreshTokenOf } from '../oauth/client.ts';
import { Codes } from '../oauth/codes.ts';
import { Grants } from '../oauth/grants.ts';
import { RateWindows } from '../rate-windows.ts';
import { refused, tokenInvalid, tooMany } from './api/answers.ts';
import { guarded } from './api/gate.ts';
import { controlRoutes } from './control-routes.ts';
import { endpoints } from './endpoints.ts';
import { lifeOfTikTok } from './life.ts';
import { DesktopApps } from './oauth/desktop-apps.ts';
import { codeLifeMs, habits } from './oauth/habits.ts';
import { oauthRoutes } from './oauth/routes.ts';
import { pageRoutes } from './pages.ts';
import { tiktokPeople } from './people/people.ts';
import { isLast, receiveChunk } from './publishing/receive.ts';
import { TikTokState } from './state.ts';
import { Switches } from './switches.ts';
import { growing } from './videos/growth.ts';
import { pathOf } from './videos/read.ts';
import type { TikTokWorld } from './world.ts';

/** TikTok, as its Content Posting API, its Display API and Login Kit for Desktop answer an app. */
export const createTikTok: NetworkFactory = ({ dataDirectory, clock, journal, baseUrl }): Network => {
  const now = (): number => clock.now();
  const apps = new DesktopApps(dataDirectory, 'tiktok');
  const grants = new Grants(dataDirectory, 'tiktok', habits);
  const state = new TikTokState((post) => life.expectReplies(growing(post), post.author));
  const life = lifeOfTikTok(dataDirectory, state, now());
  for (const entry of journal.of('tiktok')) state.apply(entry);

  const files = new MediaFiles(dataDirectory, 'tiktok');
  const switches = new Switches(dataDirectory);
  const world: TikTokWorld = { state, journal, files, switches, now, baseUrl };
  const gate = { grants, windows: new RateWindows(), now };
  const upload: Route = {
    method: 'PUT',
    path: '/tiktok/video/',
    operation: 'media.append',
    operationOf: (exchange) => (isLast(world, exchange) ? 'posts.create' : 'media.append'),
    handle: (exchange) => receiveChunk(world, exchange),
  };
  const routes: Route[] = [
    ...oauthRoutes({ apps, codes: new Codes(codeLifeMs), grants, now }),
    ...endpoints(world).map((endpoint) => guarded(gate, endpoint)),
    upload,
    ...controlRoutes(world, apps),
    ...pageRoutes(world),
  ];

  return inhabitedNetwork({
    world,
    grants,
    life,
    name: 'tiktok',
    title: 'TikTok',
    routes,
    refusals: {
      rateLimited: () => tooMany(),
      tokenRevoked: (exchange) => {
        grants.revoke(bearerOf(exchange) ?? '');
        return tokenInvalid();
      },
      creditsDepleted: () => refused(403, 'spam_risk_too_many_posts'),
    },
    identify(exchange) {
      const grant =
        grants.find(bearerOf(exchange) ?? '', now()) ??
        grants.findByRefresh(refreshTokenOf(exchange, '/tiktok/v2/oauth/token/'));
      const account = grant?.account ?? uploaderOf(state, exchange);
      return account === undefined ? undefined : tiktokPeople.byId(account);
    },
    residents: tiktokPeople.practicePeople,
    postsBy: (person) =>
      state.postsBy(person.id).map((post) => ({ path: pathOf(post), text: post.text, at: post.at })),
  });
};

/** An upload's address speaks for who began it. */
function uploaderOf(state: TikTokState, exchange: Exchange): string | undefined {
  if (exchange.path !== '/tiktok/video/') return undefined;
  return state.publications.get(exchange.query.get('upload_id') ?? '')?.account;
}
