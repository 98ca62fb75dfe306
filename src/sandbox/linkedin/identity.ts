import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { followersAt } from '../growth/followers.ts';
import { avatarPath } from '../people/avatar.ts';
import type { Caller, Endpoint } from './gate.ts';
import { organizations, ownerOf } from './people.ts';
import type { Organization } from './people.ts';
import { accessDenied, badRequest, notFound } from './problems.ts';
import type { LinkedInWorld } from './world.ts';

const organizationScopes = ['rw_organization_admin', 'r_organization_social'];

/** Who the member is, and which organisations they look after. */
export function identityEndpoints(world: LinkedInWorld): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/linkedin/v2/userinfo',
      operation: 'users.me',
      scopes: ['openid'],
      versioned: false,
      handle: (_, { member, grant }) =>
        json(200, {
          sub: member.id,
          ...(grant.scopes.includes('profile') && {
            name: member.name,
            given_name: member.name.split(' ')[0],
            family_name: member.name.split(' ').slice(1).join(' '),
            picture: world.baseUrl() + avatarPath(member),
            locale: { country: 'GB', language: 'en' },
          }),
        }),
    },
    {
      method: 'GET',
      path: '/linkedin/v2/me',
      operation: 'users.me',
      scopes: ['r_basicprofile'],
      versioned: false,
      handle: (_, { member }) =>
        json(200, {
          id: member.id,
          localizedFirstName: member.name.split(' ')[0],
          localizedLastName: member.name.split(' ').slice(1).join(' '),
          vanityName: member.username,
        }),
    },
    {
      method: 'GET',
      path: '/linkedin/rest/organizationAcls',
      operation: 'organizations.roles',
      scopes: organizationScopes,
      versioned: true,
      handle: readRoles,
    },
    {
      method: 'GET',
      path: '/linkedin/rest/organizations/:id',
      operation: 'organizations.read',
      scopes: organizationScopes,
      versioned: true,
      handle: ({ parameters }, caller) => {
        const organization = organizations.find(({ id }) => id === parameters.id);
        if (organization === undefined) return notFound(`organization ${parameters.id ?? ''}`);
        if (!looksAfter(caller, organization)) return accessDenied('organizations.GET');
        const { id, name, username, urn } = organization;
        return json(200, { id: Number(id), localizedName: name, vanityName: username, $URN: urn });
      },
    },
    {
      method: 'GET',
      path: '/linkedin/rest/networkSizes/:urn',
      operation: 'organizations.followers',
      scopes: organizationScopes,
      versioned: true,
      handle: ({ parameters, query }) => {
        const organization = organizations.find(({ urn }) => urn === parameters.urn);
        if (organization === undefined) return notFound(parameters.urn ?? '');
        if (query.get('edgeType') !== 'COMPANY_FOLLOWED_BY_MEMBER') {
          return badRequest('ILLEGAL_ARGUMENT', 'edgeType is not valid');
        }
        return json(200, { firstDegreeSize: followersAt(organization, world.now()) });
      },
    },
  ];
}

function readRoles({ query }: Exchange, caller: Caller): Answer {
  if (query.get('q') !== 'roleAssignee') return badRequest('ILLEGAL_ARGUMENT', 'q must be roleAssignee');
  const role = query.get('role');
  const held = organizations.filter(
    (organization) => looksAfter(caller, organization) && (role === null || organization.role === role),
  );
  return json(200, {
    paging: { start: 0, count: 100, links: [] },
    elements: held.map((organization) => ({
      organization: organization.urn,
      role: organization.role,
      roleAssignee: ownerOf(organization).urn,
      state: 'APPROVED',
    })),
  });
}

/** Whether the caller has a role at an organisation with which one may post. */
export function looksAfter({ member }: Caller, organization: Organization): boolean {
  return organization.lookedAfterBy === member.id;
}
