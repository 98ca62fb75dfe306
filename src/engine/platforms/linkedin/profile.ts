import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountProfile } from '../reading.ts';
import { organizationProfile } from './organization.ts';
import { authorOf, isOrganization } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';
import { linkedin as words } from './words.ts';

/** A profile asked for again within this time, in milliseconds, is not read twice: requests are counted by the day. */
const readAgainMs = 60_000;

const openid = z.object({
  sub: z.string().min(1),
  name: z.string().default(''),
  picture: z.string().nullish(),
});

const basic = z.object({
  id: z.string().min(1),
  localizedFirstName: z.string().default(''),
  localizedLastName: z.string().default(''),
  vanityName: z.string().nullish(),
});

/** The member who signed in, by OpenID Connect (GET /v2/userinfo). */
export const memberProfile: PlatformApi['profile'] = async (http) => {
  const result = await http.send({
    operation: 'users.me',
    endpoint: 'api',
    method: 'GET',
    path: '/v2/userinfo',
    effect: 'read',
    costMicros: 0,
    cacheMs: readAgainMs,
    answer: openid,
  });
  if (!result.ok) return result;
  const { sub, name, picture } = result.data;
  return { ...result, data: personOf(http, { id: sub, name, vanityName: null, picture: picture ?? null }) };
};

/** The member who signed in, by an app for pages, which has no OpenID Connect (GET /v2/me). */
export const basicProfile = async (http: AccountHttp): Promise<CallResult<AccountProfile>> => {
  const result = await http.send({
    operation: 'users.me',
    endpoint: 'api',
    method: 'GET',
    path: '/v2/me',
    headers: restHeaders,
    effect: 'read',
    costMicros: 0,
    cacheMs: readAgainMs,
    answer: basic,
  });
  if (!result.ok) return result;
  const { id, localizedFirstName: first, localizedLastName: last, vanityName } = result.data;
  const name = `${first} ${last}`.trim();
  return { ...result, data: personOf(http, { id, name, vanityName: vanityName ?? null, picture: null }) };
};

/** The account as it was stored, or the member at the first sign-in. */
export const accountProfile: PlatformApi['profile'] = (http, known) =>
  known !== null && isOrganization(known.facts)
    ? organizationProfile(http, authorOf(known))
    : basicProfile(http);

const personOf = (
  http: AccountHttp,
  person: { id: string; name: string; vanityName: string | null; picture: string | null },
): AccountProfile => {
  const name = person.name === '' ? (person.vanityName ?? person.id) : person.name;
  const page =
    person.vanityName === null
      ? null
      : new URL(`/in/${encodeURIComponent(person.vanityName)}/`, http.endpoints.authorize).href;
  return {
    remoteId: person.id,
    // Without its vanity name a member is known by name only.
    username: person.vanityName ?? name,
    displayName: name,
    avatarUrl: person.picture,
    profileUrl: page,
    followers: null,
    metrics: {},
    facts: { kind: words.kinds.person, urn: `urn:li:person:${person.id}` },
  };
};
