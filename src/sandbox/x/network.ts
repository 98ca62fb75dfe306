import { inhabitedNetwork } from '../life/inhabited-network.ts';
import type { Network, NetworkFactory, Route } from '../network.ts';
import { Credits } from './api/credits.ts';
import { bearerOf, refreshTokenOf } from '../oauth/client.ts';
import { guarded } from './api/endpoint.ts';
import type { Gate } from './api/endpoint.ts';
import { RateLimits, rateHeaders } from './api/rate-limits.ts';
import { controlRoutesOfX } from './control-routes.ts';
import { endpoints } from './endpoints.ts';
import { lifeOfX } from './life/life.ts';
import { growing } from './metrics/growth.ts';
import { Apps } from '../oauth/apps.ts';
import { Codes } from '../oauth/codes.ts';
import { Grants } from '../oauth/grants.ts';
import { codeLifeMs, habits } from './oauth/habits.ts';
import { oauthRoutes } from './oauth/routes.ts';
import { xPeople } from './people/people.ts';
import { pageRoutes } from './pages/routes.ts';
import { creditsDepleted, tooManyRequests, unauthorized } from './problems.ts';
import { XState } from './state.ts';
import type { XWorld } from './world.ts';

/** X, as its version 2 API and its OAuth 2.0 answer a self-serve app on pay-per-use. */
export const createX: NetworkFactory = ({ dataDirectory, clock, journal, baseUrl }): Network => {
  const now = (): number => clock.now();
  const apps = new Apps(dataDirectory, 'x');
  const grants = new Grants(dataDirectory, 'x', habits);
  const credits = new Credits(dataDirectory);
  const limits = new RateLimits();
  const state = new XState((post) => life.expectReplies(growing(post), post.author));
  const life = lifeOfX(dataDirectory, state, now());
  for (const entry of journal.of('x')) state.apply(entry);

  const world: XWorld = { state, journal, credits, life, now, baseUrl, dataDirectory };
  const gate: Gate = { grants, limits, credits, now };
  const desk = { apps, codes: new Codes(codeLifeMs), grants, now };
  const routes: Route[] = [
    ...oauthRoutes(desk),
    ...endpoints(world).map((endpoint) => guarded(gate, endpoint)),
    ...controlRoutesOfX(apps, credits),
    ...pageRoutes(world),
  ];

  return inhabitedNetwork({
    world,
    grants,
    life,
    name: 'x',
    title: 'X',
    routes,
    refusals: {
      rateLimited: (resetAt) => tooManyRequests(rateHeaders('x-rate-limit-', 100, 0, resetAt)),
      tokenRevoked: (exchange) => {
        grants.revoke(bearerOf(exchange) ?? '');
        return unauthorized();
      },
      creditsDepleted,
    },
    identify(exchange) {
      const grant =
        grants.find(bearerOf(exchange) ?? '', now()) ??
        grants.findByRefresh(refreshTokenOf(exchange, '/2/oauth2/token'));
      return grant?.account ? xPeople.byId(grant.account) : undefined;
    },
    residents: xPeople.practicePeople,
    postsBy: ({ id, username }) =>
      state
        .postsBy(id)
        .map((post) => ({ path: `/${username}/status/${post.id}`, text: post.text, at: post.at })),
  });
};
