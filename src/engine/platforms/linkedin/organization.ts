import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { AccountProfile } from '../reading.ts';
import { encoded } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';
import { linkedin as words } from './words.ts';

const roles = z.object({
  elements: z.array(z.object({ organization: z.string(), state: z.string().nullish() })),
});
const details = z.object({
  id: z.union([z.int(), z.string()]),
  localizedName: z.string().default(''),
  vanityName: z.string().nullish(),
});
const followers = z.object({ firstDegreeSize: z.int().nullish().catch(null) });

/** The roles with which one may post for an organisation. */
const postingRoles = ['ADMINISTRATOR', 'CONTENT_ADMINISTRATOR'] as const;

/** The URNs of the organisations that the signed-in member may post for (GET /rest/organizationAcls). */
export const organizationsOf = async (http: AccountHttp): Promise<CallResult<readonly string[]>> => {
  const found = new Set<string>();
  let last: CallResult<unknown> | null = null;
  for (const role of postingRoles) {
    const result = await http.send({
      operation: 'organizations.roles',
      endpoint: 'api',
      method: 'GET',
      path: '/rest/organizationAcls',
      query: { q: 'roleAssignee', role, state: 'APPROVED', count: '100' },
      headers: restHeaders,
      effect: 'read',
      costMicros: 0,
      answer: roles,
    });
    if (!result.ok) return result;
    last = result;
    for (const { organization } of result.data.elements) found.add(organization);
  }
  const pages = [...found].filter((urn) => urn.startsWith('urn:li:organization:'));
  return {
    ok: true,
    data: pages,
    status: 200,
    fromCache: false,
    readAt: last?.ok === true ? last.readAt : 0,
  };
};

/** An organisation's page as an account (GET /rest/organizations/:id, GET /rest/networkSizes/:urn). */
export const organizationProfile = async (
  http: AccountHttp,
  urn: string,
): Promise<CallResult<AccountProfile>> => {
  const id = urn.slice(urn.lastIndexOf(':') + 1);
  const result = await http.send({
    operation: 'organizations.read',
    endpoint: 'api',
    method: 'GET',
    path: `/rest/organizations/${encodeURIComponent(id)}`,
    headers: restHeaders,
    effect: 'read',
    costMicros: 0,
    answer: details,
  });
  if (!result.ok) return result;
  const count = await followersOf(http, urn);
  const { vanityName, localizedName } = result.data;
  const name = localizedName === '' ? (vanityName ?? id) : localizedName;
  return {
    ...result,
    data: {
      remoteId: id,
      username: vanityName ?? name,
      displayName: name,
      avatarUrl: null,
      profileUrl: new URL(`/company/${encodeURIComponent(vanityName ?? id)}/`, http.endpoints.authorize).href,
      followers: count,
      metrics: count === null ? {} : { followers: count },
      facts: { kind: words.kinds.organization, urn },
    },
  };
};

/** How many follow a page; null where LinkedIn does not say, which spoils nothing else. */
const followersOf = async (http: AccountHttp, urn: string): Promise<number | null> => {
  const result = await http.send({
    operation: 'organizations.followers',
    endpoint: 'api',
    method: 'GET',
    path: `/rest/networkSizes/${encoded(urn)}`,
    query: { edgeType: 'COMPANY_FOLLOWED_BY_MEMBER' },
    headers: restHeaders,
    effect: 'read',
    costMicros: 0,
    answer: followers,
  });
  return result.ok ? (result.data.firstDegreeSize ?? null) : null;
};
