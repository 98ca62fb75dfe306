import { inhabitedNetwork } from '../life/inhabited-network.ts';
import { MediaFiles } from '../media/files.ts';
import type { Network, NetworkFactory, Route } from '../network.ts';
import { bearerOf } from '../oauth/client.ts';
import { Grants } from '../oauth/grants.ts';
import { endpoints } from './endpoints.ts';
import { Gate, headersOf } from './gate.ts';
import { instanceRoutes } from './instance.ts';
import { lifeOfMastodon } from './life.ts';
import { Clients } from './oauth/clients.ts';
import { habits, oauthRoutes } from './oauth/routes.ts';
import { pageRoutes } from './pages.ts';
import { host, mastodonPeople } from './people.ts';
import { badToken, problem, tooManyRequests } from './problems.ts';
import { MastodonState } from './state.ts';
import { publishDue } from './statuses/create.ts';
import { growing } from './statuses/represent.ts';
import type { MastodonWorld } from './world.ts';

/** A server of Mastodon 4.5, as it answers an app that made itself known. */
export const createMastodon: NetworkFactory = ({ dataDirectory, clock, journal, baseUrl }): Network => {
  const now = (): number => clock.now();
  const origin = (): string => `${baseUrl()}/mastodon`;
  const grants = new Grants(dataDirectory, 'mastodon', habits);
  const clients = new Clients(dataDirectory);
  const state = new MastodonState((status) => life.expectReplies(growing(status), status.author));
  const life = lifeOfMastodon(dataDirectory, state, now());
  for (const entry of journal.of('mastodon')) state.apply(entry);

  const world: MastodonWorld = {
    state,
    journal,
    files: new MediaFiles(dataDirectory, 'mastodon'),
    now,
    origin,
  };
  const gate = new Gate(grants, now);
  const routes: Route[] = [
    ...oauthRoutes(clients, grants, { dataDirectory, now, origin }),
    ...instanceRoutes,
    ...endpoints(world).map((endpoint) => gate.guarded(endpoint)),
    ...pageRoutes(world),
  ];

  return inhabitedNetwork({
    world,
    grants,
    life,
    bringDue: () => publishDue(world),
    name: 'mastodon',
    title: 'Mastodon',
    routes,
    refusals: {
      rateLimited: (resetAt) => tooManyRequests(headersOf({ limit: 300, remaining: 0, endsAt: resetAt })),
      tokenRevoked: (exchange) => {
        grants.revoke(bearerOf(exchange) ?? '');
        return badToken('revoked');
      },
      creditsDepleted: () =>
        problem(503, 'There was a temporary problem serving your request, please try again'),
    },
    identify(exchange) {
      const grant = grants.find(bearerOf(exchange) ?? '', now());
      return grant?.account ? mastodonPeople.byId(grant.account) : undefined;
    },
    residents: mastodonPeople.practicePeople,
    nameOf: ({ username }) => `${username}@${host}`,
    postsBy: (person) =>
      state
        .statusesBy(person.id)
        .map(({ id, text, at }) => ({ path: `/mastodon/@${person.username}/${id}`, text, at })),
  });
};
