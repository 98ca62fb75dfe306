import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import type { PublicProfile } from '../reading.ts';
import { read } from './wire/calls.ts';
import { account as accountSchema } from './wire/schemas.ts';

/**
 * Somebody by their name, as the account's own server knows them (`GET /api/v1/accounts/lookup`). A server that has never met
 * them says that there is nobody.
 */
export const publicProfile: NonNullable<PlatformApi['publicProfile']> = async (http, account, handle) => {
  const result = await read(http, 'users.lookup', '/api/v1/accounts/lookup', accountSchema, {
    acct: nameIn(handle, account),
  });
  if (!result.ok) {
    return result.failure.status === 404
      ? { ok: true, data: null, status: 404, fromCache: false, readAt: 0 }
      : result;
  }
  const { id, username, acct, display_name: displayName, url, followers_count: followers } = result.data;
  const profile: PublicProfile = {
    remoteId: id,
    handle: acct.includes('@') ? acct : `${username}@${hostOf(account)}`,
    displayName: displayName === '' ? username : displayName,
    profileUrl: url ?? null,
    followers: followers ?? null,
  };
  return { ...result, data: profile };
};

/** `name@server` of what was written: with an `@` before it, as the address of a page, or a name on the account's own server. */
const nameIn = (written: string, account: AccountRef): string => {
  const [, host, name] = /^https?:\/\/([^/\s]+)\/@([^/\s?#]+)/.exec(written) ?? [];
  const plain =
    name === undefined ? written.replace(/^@/, '') : name.includes('@') ? name : `${name}@${host}`;
  return plain.includes('@') ? plain : `${plain}@${hostOf(account)}`;
};

const hostOf = ({ facts, webOrigin }: AccountRef): string =>
  typeof facts['host'] === 'string' ? facts['host'] : new URL(webOrigin).host;
