import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AudienceInsights, audienceContract } from '../../shared/contract/audience.ts';
import type { AudienceFollowers } from '../../shared/contract/followers.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Caller, FeatureDeps } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { assertTimeZone } from '../time/wall-time.ts';
import type { AudienceDeps } from './audience-deps.ts';
import { createCountryClocks } from './country-clocks.ts';
import { chooseZone, followedAccount } from './followed-account.ts';
import type { FollowedAccount } from './followed-account.ts';
import { followersOf } from './followers.ts';
import type { FollowersDeps } from './followers.ts';
import { likedOf } from './liked.ts';
import { ownPosts } from './own-posts.ts';
import type { OwnPost } from './own-posts.ts';
import { respondersOf } from './responses.ts';
import type { AudienceAccount } from './responses.ts';

/** Answers that are kept until the posts or their numbers change. */
const mostKept = 50;

type Input<Name extends keyof typeof audienceContract> = ProcedureInput<(typeof audienceContract)[Name]>;

export function createAudienceHandlers(deps: AudienceDeps & FollowersDeps & Pick<FeatureDeps, 'changed'>) {
  const { db, ports } = deps;
  const clockOfCountry = createCountryClocks();
  const kept = new LRUCache<string, AudienceInsights['liked']>({ max: mostKept });

  /** @throws `not_found` for an account of another workspace */
  const followed = (caller: Caller, id: string): FollowedAccount => {
    const account = followedAccount(db, caller.workspaceId, id);
    if (account === undefined) throw new OcmaError('not_found', { what: 'account' });
    return account;
  };

  return {
    followers(caller: Caller, input: Input<'followers'>): AudienceFollowers {
      const account = followed(caller, input.accountId);
      return followersOf({ ...deps, clockOfCountry }, account, input.zone ?? account.zone);
    },

    setZone(caller: Caller, { accountId, zone }: Input<'setZone'>) {
      if (zone !== null) assertTimeZone(zone);
      const { workspaceId } = caller;
      db.write(() => {
        chooseZone(db, followed(caller, accountId), zone);
        deps.changed({ topic: 'account', workspaceId, id: accountId });
      });
      const { zone: now, hasOwnZone } = followed(caller, accountId);
      return { accountId, zone: now, hasOwnZone };
    },

    async insights(caller: Caller, input: Input<'insights'>): Promise<AudienceInsights> {
      const account = db
        .sql<AudienceAccount>(
          `SELECT a.id, a.workspace_id AS workspaceId, a.platform, a.username, coalesce(a.audience_zone, w.time_zone) AS zone
           FROM account a JOIN workspace w ON w.id = a.workspace_id WHERE a.workspace_id = :workspaceId AND a.id = :id`,
        )
        .get({ workspaceId: caller.workspaceId, id: input.accountId });
      if (account === undefined) throw new OcmaError('not_found', { what: 'account' });
      const { api } = deps.platformOf(account.platform);
      const told = api.mentions !== undefined || api.comments !== undefined;
      const responders = respondersOf(db, account, deps.languageOf, told);
      const posts = ownPosts(db, account, ports.clock.now());
      const key = `${account.id} ${fingerprintOf(posts)}`;
      const liked = kept.get(key) ?? (await likedOf(deps, posts));
      kept.set(key, liked);
      return { accountId: account.id, zone: account.zone, responders, liked };
    },
  };
}

function fingerprintOf(posts: readonly OwnPost[]): string {
  const hash = createHash('sha256');
  for (const { id, interactions, type } of posts) hash.update(`${id} ${interactions} ${type ?? ''}\n`);
  return hash.digest('hex');
}
