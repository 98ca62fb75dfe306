import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AudienceInsights, audienceContract } from '../../shared/contract/audience.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Caller, FeatureDeps } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import type { AudienceDeps } from './audience-deps.ts';
import { likedOf } from './liked.ts';
import { ownPosts } from './own-posts.ts';
import type { OwnPost } from './own-posts.ts';
import { respondersOf } from './responses.ts';
import type { AudienceAccount } from './responses.ts';

/** Answers that are kept until the posts or their numbers change. */
const mostKept = 50;

export function createAudienceHandlers(deps: AudienceDeps & Pick<FeatureDeps, 'platformOf'>) {
  const { db, ports } = deps;
  const kept = new LRUCache<string, AudienceInsights['liked']>({ max: mostKept });

  return {
    async insights(
      caller: Caller,
      input: ProcedureInput<(typeof audienceContract)['insights']>,
    ): Promise<AudienceInsights> {
      const account = db
        .sql<AudienceAccount>(
          `SELECT a.id, a.workspace_id AS workspaceId, a.platform, a.username, w.time_zone AS zone
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
