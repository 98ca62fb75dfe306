import { z } from 'zod';
import { endpoints } from '../../shared/models/account.ts';
import type { SignedInAccount } from '../platforms/sign-in.ts';

/** An account that a sign-in gave, as the user is shown it to choose. */
export const candidate = z.object({
  remoteId: z.string(),
  username: z.string(),
  displayName: z.string(),
  /** What it is in the network's own terms, such as a Page; null where the network does not say. */
  kind: z.string().nullable(),
  followers: z.int().nullable(),
  /** Why it cannot be connected, as a sentence; null where it can. */
  unusable: z.string().nullable(),
});
export type Candidate = z.infer<typeof candidate>;

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const signedInAccount = z.object({
  profile: z.object({
    remoteId: z.string(),
    username: z.string(),
    displayName: z.string(),
    avatarUrl: z.string().nullable(),
    profileUrl: z.string().nullable(),
    followers: z.int().nullable(),
    metrics: z.record(z.string(), z.number()),
    facts,
  }),
  accessToken: z.string().nullable(),
  expiresAt: z.int().nullable(),
  grantor: z.string().nullable(),
  unusable: z.string().nullable(),
});

/** What a sign-in gave, sealed while the user chooses: the tokens and each account with its own. */
export const signedIn = z.object({
  tokens: z.object({
    accessToken: z.string(),
    refreshToken: z.string().nullable(),
    expiresAt: z.int().nullable(),
    renewableUntil: z.int().nullable().default(null),
    scopes: z.array(z.string()).nullable(),
  }),
  /** Where the accounts are spoken to from now on. */
  endpoints,
  accounts: z.array(signedInAccount),
});
export type SignedIn = z.infer<typeof signedIn>;

export function toCandidate({ profile, unusable }: SignedInAccount): Candidate {
  const { remoteId, username, displayName, followers, facts } = profile;
  const { kind } = facts;
  return {
    remoteId,
    username,
    displayName,
    kind: typeof kind === 'string' ? kind : null,
    followers,
    unusable,
  };
}
