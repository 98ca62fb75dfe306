import type { Network, NetworkFactory, Route, World } from '../network.ts';
import { formOf } from '../body.ts';
import { followersAt } from '../growth/followers.ts';
import { MediaFiles } from '../media/files.ts';
import { Apps } from '../oauth/apps.ts';
import { bearerOf } from '../oauth/client.ts';
import { Codes } from '../oauth/codes.ts';
import { Grants } from '../oauth/grants.ts';
import { avatarPath } from '../people/avatar.ts';
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
  const written = journal.after(0).filter(({ network }) => network === name);
  for (const entry of written) state.apply(entry);
  let untouched = written.length === 0;

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
    handle: (exchange) => {
      life.catchUp(now());
      return route.handle(exchange);
    },
  }));

  return {
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
      const refreshToken = formOf(exchange)?.get('refresh_token') ?? '';
      const grant =
        grants.find(bearerOf(exchange) ?? '', now()) ??
        (exchange.path.startsWith(`/${name}/oauth/`) ? grants.findByRefresh(refreshToken) : undefined);
      return grant?.account ? members.byId(grant.account) : undefined;
    },
    clockMoved() {
      untouched &&= journal.after(0).length === 0 && !grants.any;
      // Before anybody came, the invented past may follow the clock; afterwards it is history.
      if (untouched) life.beginAt(now());
    },
    list() {
      life.catchUp(now());
      const authors = name === 'linkedin' ? members.practicePeople : organizations;
      return authors.map((author) => ({
        name: author.name,
        username: author.username,
        avatarPath: avatarPath(ownerOf(author)),
        about: `${author.about} ${followersAt(author, now()).toLocaleString('en')} followers.`,
        posts: state
          .postsOf(author.urn)
          .slice(0, 5)
          .map(({ urn, text, at }) => ({ path: `/${name}/feed/update/${urn}`, text, at })),
      }));
    },
    close() {
      grants.close();
    },
  };
}
