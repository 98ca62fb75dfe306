import type { queueContract } from '../../shared/contract/queue.ts';
import type { Delivery } from '../../shared/models/delivery.ts';
import type { Caller } from '../feature.ts';
import type { HandlersOf } from '../procedure-input.ts';
import { ledgerOf } from './posts-deps.ts';
import type { PostsDeps } from './posts-deps.ts';
import { readStandingAnswer, setStandingAnswer } from './publish/standing-answer.ts';
import { listQueue, oneDelivery, queueCounts } from './queue-lists.ts';
import { takeBackFirst } from './hand-over/take-back.ts';
import { readPublishing, setPublishing } from './hand-over/account-publishing.ts';
import { setMode } from './hand-over/set-mode.ts';
import { notNow, postedByHand } from './reminders/answer.ts';
import { readyToPaste } from './reminders/ready-to-paste.ts';
import { deadLetters } from './queue/dead-letters.ts';
import { deleteFromNetwork } from './queue/delete-from-network.ts';
import { assertOwnAccount, freshRow, rowOf } from './queue/delivery-rows.ts';
import { queueDetail } from './queue/detail.ts';
import { dropAll, restore, restoreAll, stop } from './queue/drop.ts';
import { decideMissed, listMissed } from './queue/missed.ts';
import { retry, retryAll } from './queue/retry.ts';
import { lookAgain, settleByUser } from './queue/settle-by-user.ts';
import { statisticsOf } from './queue/statistics.ts';
import { scheduleDelivery, timesOf } from './schedule.ts';
import { timedPost } from './timed-post.ts';

/** The procedures of `queue`: what the user does with posts on their way. */
export function createQueueHandlers(deps: PostsDeps): HandlersOf<typeof queueContract> {
  const view = (caller: Caller, id: string): Delivery => oneDelivery(deps, caller, id);

  return {
    list: (caller, input) => listQueue(deps, caller, input),
    counts: (caller) => queueCounts(deps, caller),
    statistics: (caller) => statisticsOf(deps, caller),
    deadLetters: (caller) => deadLetters(deps, caller),
    missed: (caller, input) => listMissed(deps, caller, input),
    decideMissed: (caller, input, { signal }) => decideMissed(deps, caller, input, signal),
    get: (caller, input) => queueDetail(deps, caller, input.id),
    retry(caller, input) {
      retry(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
    retryAll: (caller, input, { signal }) => retryAll(deps, caller, input, signal),
    async drop(caller, input) {
      await takeBackFirst(deps, caller, rowOf(deps, caller, input.id));
      stop(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
    dropAll: (caller, input, { signal }) => dropAll(deps, caller, input, signal),
    restore(caller, input) {
      deps.db.write(() => restore(deps, caller, rowOf(deps, caller, input.id)));
      return view(caller, input.id);
    },
    restoreAll: (caller, input, { signal }) => restoreAll(deps, caller, input.ids, signal),
    async cancel(caller, input) {
      await takeBackFirst(deps, caller, freshRow(deps, caller, input));
      stop(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
    settle(caller, input) {
      settleByUser(deps, caller, rowOf(deps, caller, input.id), input);
      return view(caller, input.id);
    },
    standingAnswer(caller, { accountId }) {
      assertOwnAccount(deps, caller, accountId);
      return { answer: readStandingAnswer(deps.db, caller.workspaceId, accountId) };
    },
    setStandingAnswer(caller, { accountId, answer }) {
      assertOwnAccount(deps, caller, accountId);
      setStandingAnswer(ledgerOf(deps), caller, accountId, answer);
      return { answer };
    },
    async lookAgain(caller, input) {
      await lookAgain(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
    async reschedule(caller, input) {
      const row = freshRow(deps, caller, input);
      const { when } = timesOf(deps, caller.workspaceId, input.when, [timedPost(deps, row)]);
      await takeBackFirst(deps, caller, row);
      scheduleDelivery(
        deps,
        caller,
        row,
        when,
        input.catchUp === undefined ? {} : { catchUp: input.catchUp },
      );
      return view(caller, input.id);
    },
    async deleteFromNetwork(caller, input) {
      await deleteFromNetwork(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
    reminder: (caller, input) => readyToPaste(deps, caller, rowOf(deps, caller, input.id)),
    posted(caller, input) {
      postedByHand(deps, caller, rowOf(deps, caller, input.id), input.url);
      return view(caller, input.id);
    },
    notNow(caller, input) {
      notNow(deps, caller, rowOf(deps, caller, input.id));
      return view(caller, input.id);
    },
    async setMode(caller, input) {
      const row = freshRow(deps, caller, input);
      await takeBackFirst(deps, caller, row);
      setMode(deps, caller, row, input.mode);
      return view(caller, input.id);
    },
    publishing: (caller, { accountId }) => readPublishing(deps, caller, accountId),
    async setPublishing(caller, { accountId, ...input }) {
      await setPublishing(deps, caller, accountId, input);
      return readPublishing(deps, caller, accountId);
    },
  };
}
