import type { z } from 'zod';
import type { learningContract } from '../../shared/contract/learning.ts';
import type { Caller } from '../feature.ts';
import { postsNeeded } from './learn-account.ts';
import { learnSoon } from './learn-job.ts';
import type { LearningDeps } from './learn-job.ts';
import { learningAccounts } from './own-posts.ts';
import { storedLearning } from './stored-models.ts';

type Quality = z.input<NonNullable<(typeof learningContract)['quality']['~orpc']['outputSchema']>>;

export function createLearningHandlers(deps: LearningDeps) {
  const { db } = deps;
  return {
    quality(caller: Caller, _input: object): Quality {
      const stored = new Map(storedLearning(db, caller.workspaceId).map((row) => [row.accountId, row]));
      const accounts = learningAccounts(db, caller.workspaceId).map(({ id, platform, username }) => {
        const known = stored.get(id);
        const posts = known?.posts ?? 0;
        const enough = known !== undefined && posts >= postsNeeded;
        return {
          accountId: id,
          platform,
          username,
          posts,
          state:
            known === undefined
              ? ('waiting' as const)
              : enough
                ? ('learned' as const)
                : ('not_enough_data' as const),
          learnedAt: known?.learnedAt ?? null,
          quality: known?.quality ?? null,
        };
      });
      return { need: postsNeeded, accounts };
    },

    retrain(_caller: Caller, _input: object): { queued: boolean } {
      db.write(() => learnSoon(deps));
      return { queued: true };
    },
  };
}
