import { parentPort } from 'node:worker_threads';
import { learnAccount } from '../learning/learn-account.ts';
import { createRandom } from '../system/random.ts';
import { backtest } from '../timing/model/backtest.ts';
import { learnWeek } from '../timing/model/learned-week.ts';
import { slotsIn } from '../timing/model/slot.ts';
import type { FromLearner, LearnerTask, LearnerTasks, ToLearner } from './learner-tasks.ts';

const random = createRandom();

/** Answers one question after the other, until it is ended. */
parentPort?.on('message', (asked: ToLearner) => {
  parentPort?.postMessage(answerTo(asked));
});

function answerTo(asked: ToLearner): FromLearner {
  try {
    return { id: asked.id, answer: answerOf(asked) };
  } catch (error) {
    return { id: asked.id, problem: String(error) };
  }
}

function answerOf({ task, given }: ToLearner): LearnerTasks[LearnerTask]['answer'] {
  switch (task) {
    case 'account':
      return learnAccount(given.posts);
    case 'week':
      return learnWeek(given.posts, given.zone, () => random.fraction());
    case 'backtest':
      return backtest(given.posts, slotsIn(given.zone));
  }
}
