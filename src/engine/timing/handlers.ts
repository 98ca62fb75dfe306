import { LRUCache } from 'lru-cache';
import type { BestTimes, TimingBacktest, timingContract } from '../../shared/contract/timing.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { assertTimeZone } from '../time/wall-time.ts';
import { createLearner } from '../workers/ask-learner.ts';
import { backtestAnswer } from './backtest-answer.ts';
import { postsNeeded, sayBestTimes, tooFew, withNextTimes } from './best-times.ts';
import { knownPosts, readMeasuredPosts } from './measured-posts.ts';
import { backtestPosts } from './model/backtest.ts';
import type { TimingDeps } from './timing-deps.ts';

type Input<Name extends keyof typeof timingContract> = ProcedureInput<(typeof timingContract)[Name]>;

/** Answers that are kept until the numbers change; they can be worked out again at any time. */
const mostKept = 200;

export function createTimingHandlers(deps: TimingDeps) {
  const { db, ports } = deps;
  const learner = createLearner(ports.paths);
  const best = new LRUCache<string, Promise<BestTimes>>({ max: mostKept });
  const judged = new LRUCache<string, Promise<TimingBacktest>>({ max: mostKept });

  /** What is known of an account, for one question. @throws `not_found`, `time_zone_unknown` */
  const about = (caller: Caller, input: { accountId: AccountId; zone?: string | undefined }) => {
    const { workspaceId } = caller;
    const row = db
      .sql<{ timeZone: string }>(
        `SELECT coalesce(a.audience_zone, w.time_zone) AS timeZone FROM account a JOIN workspace w ON w.id = a.workspace_id
         WHERE a.workspace_id = :workspaceId AND a.id = :id`,
      )
      .get({ workspaceId, id: input.accountId });
    if (row === undefined) throw new OcmaError('not_found', { what: 'account' });
    const zone = input.zone ?? row.timeZone;
    assertTimeZone(zone);
    const account = { workspaceId, id: input.accountId };
    const { have, fingerprint } = knownPosts(db, account);
    return { account, zone, have, key: `${account.id} ${zone} ${fingerprint}` };
  };

  return {
    async best(caller: Caller, input: Input<'best'>): Promise<BestTimes> {
      const { account, zone, have, key } = about(caller, input);
      if (have < postsNeeded) return tooFew(deps, account.id, zone, have);
      const answer = await kept(best, key, async () => {
        const posts = await readMeasuredPosts(db, account);
        if (posts.length < postsNeeded) return tooFew(deps, account.id, zone, posts.length);
        return sayBestTimes(
          deps,
          { accountId: account.id, zone, posts },
          await learner.ask('week', { posts, zone }),
        );
      });
      return withNextTimes(answer, ports.clock.now());
    },

    async backtest(caller: Caller, input: Input<'backtest'>): Promise<TimingBacktest> {
      const { account, zone, key } = about(caller, input);
      return await kept(judged, key, async () => {
        const posts = await readMeasuredPosts(db, account);
        const enough = posts.length >= backtestPosts;
        return backtestAnswer(
          deps,
          { accountId: account.id, zone, have: posts.length },
          enough ? await learner.ask('backtest', { posts, zone }) : null,
        );
      });
    },
  };
}

/** What this feature serves. */
export type TimingHandlers = ReturnType<typeof createTimingHandlers>;

/** The answer that is kept, or on its way; a failed one is not kept. */
async function kept<Answer>(
  cache: LRUCache<string, Promise<Answer>>,
  key: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const known = cache.get(key);
  if (known !== undefined) return await known;
  const made = make();
  cache.set(key, made);
  try {
    return await made;
  } catch (error) {
    cache.delete(key);
    throw error;
  }
}
