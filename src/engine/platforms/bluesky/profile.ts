import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { AccountProfile } from '../reading.ts';
import { profileUrl } from './wire/addresses.ts';
import { ownServer } from './wire/did-document.ts';
import { present } from './wire/post-reading.ts';
import { readSession } from './wire/session.ts';
import { query } from './wire/xrpc.ts';

const count = z.int().nullish().catch(null);

/** Somebody as Bluesky shows them to all (`app.bsky.actor.defs#profileViewDetailed`). */
export const actor = z.object({
  did: z.string(),
  handle: z.string(),
  displayName: z.string().nullish(),
  avatar: z.string().nullish(),
  followersCount: count,
  followsCount: count,
  postsCount: count,
});

/** The connected account: its session, then its public profile. `facts.emailConfirmed` decides whether it may post videos. */
export const profile = async (http: AccountHttp): Promise<CallResult<AccountProfile>> => {
  const session = await readSession(http);
  if (!session.ok) return session;
  const { did, handle, emailConfirmed, didDoc, active } = session.data;
  const result = await query(http, 'users.lookup', 'app.bsky.actor.getProfile', {
    query: { actor: did },
    answer: actor,
  });
  if (!result.ok) return result;
  const { displayName, avatar, followersCount, followsCount, postsCount } = result.data;
  return {
    ...result,
    data: {
      remoteId: did,
      username: handle,
      displayName:
        displayName === undefined || displayName === null || displayName === '' ? handle : displayName,
      avatarUrl: avatar ?? null,
      profileUrl: profileUrl(http.endpoints.authorize, handle),
      followers: followersCount ?? null,
      metrics: present({ followers: followersCount, following: followsCount, posts: postsCount }),
      facts: {
        server: new URL(ownServer(didDoc) ?? http.endpoints.api).host,
        active: active ?? true,
        ...(typeof emailConfirmed === 'boolean' && { emailConfirmed }),
      },
    },
  };
};
