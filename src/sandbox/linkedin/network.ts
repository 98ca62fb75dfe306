import type { Network, NetworkFactory, Route, World } from '../network.ts';
import { inhabitedNetwork } from '../life/inhabited-network.ts';
import { MediaFiles } from '../media/files.ts';
import { Apps } from '../oauth/apps.ts';
import { bearerOf, refreshTokenOf } from '../oauth/client.ts';
import { Codes } from '../oauth/codes.ts';
import { Grants } from '../oauth/grants.ts';
import { RateWindows } from '../rate-windows.ts';
import { commentEndpoints } from './comments.ts';
import { guarded } from './gate.ts';
import { identityEndpoints } from './identity.ts';
import { lifeOfLinkedIn } from './life.ts';
import { mediaEndpoints } from './media.ts';
import { codeLifeMs, habits, oauthRoutes } from './oauth.ts';
import { addressRoute, pageRoutes } from './pages.ts';
import { members, organizations, ownerOf } from './people.ts';
import { postEndpoints } from './posts.ts';
import { dayUsedUp, tooFast, unauthorized } from './problems.ts';
import { LinkedInState } from './state.ts';
import { growing, statisticsEndpoints } from './statistics.ts';
import { Uploads } from './uploads.ts';
import type { LinkedInWorld } from './world.ts';

/** LinkedIn, as its versioned API answers apps with Share on LinkedIn. */
export const createLinkedIn: NetworkFactory = (world) => play('linkedin', 'LinkedIn', world);

/** The same for apps with the Community Management API; what is written at one of them is not at the other. */
export const createLinkedInPages: NetworkFactory = (world) => play('linkedin_pages', 'LinkedIn Pages', world);

function play(
  name: 'linkedin' | 'linkedin_pages',
  title: string,
  { dataDirectory, clock, journal, baseUrl }: World,
): Network {
  const now = (): number => clock.now();
  const grants = new Grants(dataDirectory, name, habits);
  const desk = { name, apps: new Apps(dataDirectory, name), codes: new Codes(codeLifeMs), grants, now };
  const state = new LinkedInState((post) => {
    const author = [...members.practicePeople, ...organizations].find(({ urn }) => urn === post.author);
    if (author !== undefined) life.expectReplies(growing(post), author.id);
  });
  const life = lifeOfLinkedIn(dataDirectory, name, state, now());
  for (const entry of journal.of(name)) state.apply(entry);

  const files = new MediaFiles(dataDirectory, name);
  const world: LinkedInWorld = { name, state, journal, files, uploads: new Uploads(), now, baseUrl };
  const gate = { grants, windows: new RateWindows(), now };
  const endpoints = [
    ...identityEndpoints(world),
    ...mediaEndpoints(world),
    ...postEndpoints(world),
    ...commentEndpoints(world),
    ...statisticsEndpoints(world),
  ];
  const routes: Route[] = [
    ...oauthRoutes(desk),
    ...endpoints.map((endpoint) => guarded(gate, endpoint)),
    ...pageRoutes(world),
    ...(name === 'linkedin' ? [addressRoute(world, 'linkedin_pages')] : []),
  ].map((route) => ({
    ...route,
    path: route.path.replace(/^\/linkedin\//, `/${name}/`),
  }));

  return inhabitedNetwork({
    world,
    grants,
    life,
    name,
    title,
    routes,
    refusals: {
      rateLimited: (resetAt) => tooFast(Math.ceil((resetAt - now()) / 1000)),
      tokenRevoked: (exchange) => {
        grants.revoke(bearerOf(exchange) ?? '');
        return unauthorized('REVOKED');
      },
      creditsDepleted: () => dayUsedUp('APPLICATION'),
    },
    identify(exchange) {
      const grant =
        grants.find(bearerOf(exchange) ?? '', now()) ??
        grants.findByRefresh(refreshTokenOf(exchange, `/${name}/oauth/`));
      return grant?.account ? members.byId(grant.account) : undefined;
    },
    residents: name === 'linkedin' ? members.practicePeople : organizations,
    picturedAs: ownerOf,
    postsBy: (author) =>
      state
        .postsOf(author.urn)
        .map(({ urn, text, at }) => ({ path: `/${name}/feed/update/${urn}`, text, at })),
  });
}
