import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { AccountProfile } from '../reading.ts';
import type { SignedInAccount } from '../sign-in.ts';
import { organizationProfile, organizationsOf } from './organization.ts';
import { basicProfile } from './profile.ts';

/** The member who signed in and the organisations that they may post for; one token serves all of them. */
export const signedInAccounts = async (
  http: AccountHttp,
): Promise<CallResult<readonly SignedInAccount[]>> => {
  const member = await basicProfile(http);
  if (!member.ok) return member;
  const pages = await organizationsOf(http);
  if (!pages.ok) return pages;
  const profiles: AccountProfile[] = [member.data];
  for (const urn of pages.data) {
    const page = await organizationProfile(http, urn);
    if (!page.ok) return page;
    profiles.push(page.data);
  }
  return {
    ...member,
    data: profiles.map((profile) => ({
      profile,
      accessToken: null,
      expiresAt: null,
      grantor: member.data.remoteId,
      unusable: null,
    })),
  };
};
