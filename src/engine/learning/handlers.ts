import type { z } from 'zod';
import type { learningContract } from '../../shared/contract/learning.ts';
import type { Caller } from '../feature.ts';
import { postsNeeded } from './learn-account.ts';
import type { LearningDeps } from './learning-deps.ts';
import { learningProgress, learnSoon, stopLearning } from './learning-run.ts';
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
      const running = learningProgress(
        deps,
        accounts.map(({ accountId }) => accountId),
      );
      return { need: postsNeeded, accounts, running };
    },

    retrain(_caller: Caller, _input: object): { queued: boolean } {
      db.write(() => {
        learnSoon(deps);
        deps.changed({ topic: 'learning', workspaceId: null, id: null });
      });
      return { queued: true };
    },

    stop(_caller: Caller, _input: object): { stopped: boolean } {
      return db.write(() => {
        const stopped = stopLearning(deps);
        deps.changed({ topic: 'learning', workspaceId: null, id: null });
        return { stopped };
      });
    },
  };
}
