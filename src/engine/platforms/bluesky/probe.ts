import type { PlatformApi } from '../platform.ts';
import { postUrl, posts, recordUri } from './wire/addresses.ts';
import { getRecord } from './wire/records.ts';

/** Asks for the post's own record. The account's server answers from what it keeps, so a no is a proof. */
export const probe: NonNullable<PlatformApi['probe']> = async (http, { account, key }) => {
  if (key === null) return { state: 'forgotten' };
  const result = await getRecord(http, recordUri(account.remoteId, posts, key));
  if (!result.ok) return { state: 'failed', failure: result.failure };
  if (result.data === null) return { state: 'absent' };
  const url = postUrl(http.endpoints.authorize, account.username, key);
  return { state: 'present', remoteId: key, url };
};
