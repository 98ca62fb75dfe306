import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { edgeAnswer, fieldsOf, only } from '../meta/edge.ts';
import { missingPermission, unknownObject } from '../meta/problems.ts';
import type { Caller, Endpoint } from './gate.ts';
import { managedBy } from './pages.ts';
import type { Managed } from './pages.ts';
import { representPage } from './represent.ts';
import type { FacebookWorld } from './world.ts';

/** What a person's token opens: who they are, what they granted, and their Pages with a token each. */
export function peopleEndpoints(world: FacebookWorld): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/me',
      operation: 'users.me',
      handle: (exchange, caller) => me(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/me/accounts',
      operation: 'pages.list',
      needs: 'pages_show_list',
      handle: (exchange, caller) => pages(world, exchange, caller, 'accounts'),
    },
    {
      method: 'GET',
      path: '/me/businesses',
      operation: 'businesses.list',
      needs: 'business_management',
      handle: (exchange, { page }) =>
        edgeAnswer(
          exchange,
          world.origin(),
          page.business === null ? [] : [{ id: page.business, name: `${page.name} Ltd` }],
          ({ id }) => id,
          (business) => business,
        ),
    },
    ...(['owned_pages', 'client_pages'] as const).map((edge): Endpoint => ({
      method: 'GET',
      path: `/:id/${edge}`,
      operation: 'pages.list',
      needs: 'business_management',
      handle: (exchange, caller) =>
        exchange.parameters['id'] === caller.page.business
          ? pages(world, exchange, caller, edge)
          : unknownObject(exchange.parameters['id'] ?? ''),
    })),
    {
      method: 'GET',
      path: '/me/permissions',
      operation: 'oauth.permissions',
      handle: (_exchange, { grant, speaksAs }) =>
        speaksAs === 'page'
          ? unknownObject('me')
          : json(200, { data: grant.scopes.map((permission) => ({ permission, status: 'granted' })) }),
    },
    {
      method: 'DELETE',
      path: '/me/permissions',
      operation: 'oauth.revoke',
      handle: (_exchange, { grant, speaksAs }) => {
        if (speaksAs === 'page') return unknownObject('me');
        world.grants.revokeAllOf(grant.account ?? '', grant.clientId);
        return json(200, { success: true });
      },
    },
    {
      method: 'GET',
      path: '/app',
      operation: 'apps.get',
      handle: (_exchange, { grant }) => json(200, { id: grant.clientId, name: 'OCMA for practice' }),
    },
  ];
}

function me(world: FacebookWorld, exchange: Exchange, { page, speaksAs }: Caller): Answer {
  if (speaksAs === 'page') return json(200, representPage(world, exchange, page));
  const fields = fieldsOf(exchange, ['name']);
  return json(200, only({ id: page.userId, name: page.name }, fields));
}

function pages(
  world: FacebookWorld,
  exchange: Exchange,
  { page, grant, speaksAs }: Caller,
  edge: Managed['edge'],
): Answer {
  if (speaksAs === 'page') return missingPermission('pages_show_list');
  const managed = managedBy(page).filter(
    (entry) => entry.edge === edge && grant.chosen.includes(entry.page.id),
  );
  const fields = fieldsOf(exchange, ['name', 'access_token', 'tasks']);
  return edgeAnswer(
    exchange,
    world.origin(),
    managed,
    (entry) => entry.page.id,
    (entry) => ({
      ...representPage(world, exchange, entry.page),
      ...only(
        {
          tasks: entry.tasks,
          // A Page's token does not end; it ends with the grant that it was made under.
          access_token: fields.has('access_token')
            ? world.grants.issue(
                {
                  account: entry.page.id,
                  clientId: grant.clientId,
                  scopes: grant.scopes,
                  under: grant.grant,
                },
                world.now(),
                null,
              ).accessToken
            : undefined,
        },
        fields,
      ),
    }),
  );
}
