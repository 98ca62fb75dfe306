import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { actor } from './profile.ts';
import { profileUrl } from './wire/addresses.ts';
import { query } from './wire/xrpc.ts';

/** The answer where nobody has that name, which comes with status 400; other refusals never come here (`refuses`). */
const nobody = z.object({ error: z.string() }).transform(() => null);

/** Somebody by handle or DID (`app.bsky.actor.getProfile`). */
export const publicProfile: NonNullable<PlatformApi['publicProfile']> = async (http, _account, written) => {
  const result = await query(http, 'users.lookup', 'app.bsky.actor.getProfile', {
    query: { actor: nameIn(written) },
    answer: z.union([actor, nobody]),
    accepts: [400],
  });
  if (!result.ok) return result;
  if (result.data === null) return { ...result, data: null };
  const { did, handle, displayName, followersCount } = result.data;
  return {
    ...result,
    data: {
      remoteId: did,
      handle,
      displayName:
        displayName === undefined || displayName === null || displayName === '' ? handle : displayName,
      profileUrl: profileUrl(http.endpoints.authorize, handle),
      followers: followersCount ?? null,
    },
  };
};

/** A whole handle of what was written: with an `@`, as the address of a page, or without its domain. */
const nameIn = (written: string): string => {
  const [, named] = /^https?:\/\/[^/\s]+\/profile\/([^/\s?#]+)/.exec(written) ?? [];
  const plain = named ?? written.replace(/^@/, '');
  return plain.includes('.') || plain.startsWith('did:') ? plain : `${plain}.bsky.social`;
};
