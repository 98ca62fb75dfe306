import { z } from 'zod';
import { json, jsonOf } from '../exchange.ts';
import type { Exchange } from '../exchange.ts';
import { inhabitedNetwork } from '../life/inhabited-network.ts';
import { MediaFiles } from '../media/files.ts';
import type { Network, NetworkFactory, Route } from '../network.ts';
import { bearerOf } from '../oauth/client.ts';
import { Grants } from '../oauth/grants.ts';
import { endpoints } from './endpoints.ts';
import { Gate, headersOf } from './gate.ts';
import { lifeOfBluesky } from './life.ts';
import { pageRoutes } from './pages.ts';
import { blueskyPeople, personNamed } from './people.ts';
import { invalidToken, problem, rateLimited } from './problems.ts';
import { createSession, deleteSession, refreshSession } from './session/session.ts';
import type { SessionDesk } from './session/session.ts';
import { habits, secretOf } from './session/tokens.ts';
import { BlueskyState } from './state.ts';
import { growing } from './views/growing.ts';
import type { BlueskyWorld } from './world.ts';

/** Bluesky, as an account's own server and the view of the whole network answer an app with an app password. */
export const createBluesky: NetworkFactory = ({ dataDirectory, clock, journal, baseUrl }): Network => {
  const now = (): number => clock.now();
  const origin = (): string => `${baseUrl()}/bluesky`;
  const grants = new Grants(dataDirectory, 'bluesky', habits);
  const state = new BlueskyState((post) => life.expectReplies(growing(post), post.author));
  const life = lifeOfBluesky(dataDirectory, state, now());
  for (const entry of journal.of('bluesky')) state.apply(entry);

  const world: BlueskyWorld = {
    state,
    journal,
    files: new MediaFiles(dataDirectory, 'bluesky'),
    now,
    origin,
  };
  const gate = new Gate(grants, now);
  const routes: Route[] = [
    ...sessionRoutes({ grants, now, origin }, gate),
    ...endpoints(world).map((endpoint) => gate.guarded(endpoint)),
    ...pageRoutes(world),
  ];

  return inhabitedNetwork({
    world,
    grants,
    life,
    name: 'bluesky',
    title: 'Bluesky',
    routes,
    refusals: {
      rateLimited: (resetAt) => rateLimited(headersOf({ limit: 5000, remaining: 0, endsAt: resetAt })),
      tokenRevoked: (exchange) => {
        grants.revoke(secretOf(bearerOf(exchange) ?? ''));
        return invalidToken();
      },
      creditsDepleted: () => problem(503, 'NotEnoughResources', 'The server has no room for this.'),
    },
    identify(exchange) {
      const secret = secretOf(bearerOf(exchange) ?? '');
      const grant = grants.findExpired(secret) ?? grants.findByRefresh(secret);
      return grant?.account ? blueskyPeople.byId(grant.account) : personNamed(identifierOf(exchange));
    },
    residents: blueskyPeople.practicePeople,
    nameOf: ({ handle }) => handle,
    postsBy: ({ id, handle }) =>
      state.postsBy(id).map(({ key, record, at }) => ({
        path: `/bluesky/profile/${handle}/post/${key}`,
        text: record.text,
        at,
      })),
  });
};

/** Sessions begin without a token; servers describe themselves to anybody. */
function sessionRoutes(desk: SessionDesk, gate: Gate): readonly Route[] {
  const at = (name: string): string => `/bluesky/xrpc/com.atproto.server.${name}`;
  return [
    {
      method: 'POST',
      path: at('createSession'),
      operation: 'oauth.token',
      handle: (exchange) => gate.session(identifierOf(exchange), () => createSession(desk, exchange)),
    },
    {
      method: 'POST',
      path: at('refreshSession'),
      operation: 'oauth.token',
      handle: (exchange) => refreshSession(desk, exchange),
    },
    {
      method: 'POST',
      path: at('deleteSession'),
      operation: 'oauth.revoke',
      handle: (exchange) => deleteSession(desk, exchange),
    },
    {
      method: 'GET',
      path: at('describeServer'),
      operation: 'server.describe',
      handle: () =>
        json(200, {
          did: 'did:web:practice.test',
          availableUserDomains: ['.practice.test'],
          inviteCodeRequired: false,
        }),
    },
  ];
}

const identified = z.object({ identifier: z.string() });

function identifierOf(exchange: Exchange): string {
  if (!exchange.path.endsWith('.createSession')) return '';
  return identified.safeParse(jsonOf(exchange)).data?.identifier.trim().toLowerCase() ?? '';
}
