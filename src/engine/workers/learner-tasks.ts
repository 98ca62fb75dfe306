import type { LearnedAccount, PastOutcome } from '../learning/learn-account.ts';
import type { Backtest } from '../timing/model/backtest.ts';
import type { TimedPost } from '../timing/model/post-value.ts';
import type { LearnedWeek } from '../timing/model/learned-week.ts';

/** Posts with the IANA zone whose hours they are judged by. */
interface PostsInZone {
  readonly posts: readonly TimedPost[];
  readonly zone: string;
}

/** What the learner can be asked, and what it answers; all of it plain data. */
export interface LearnerTasks {
  /** What moves the outcomes of an account's posts. */
  readonly account: {
    readonly given: { readonly posts: readonly PastOutcome[] };
    readonly answer: LearnedAccount;
  };
  /** What its hours of the week bring. */
  readonly week: { readonly given: PostsInZone; readonly answer: LearnedWeek };
  /** What advice on them would have brought. */
  readonly backtest: { readonly given: PostsInZone; readonly answer: Backtest };
}

export type LearnerTask = keyof LearnerTasks;

export type ToLearner = {
  readonly [Task in LearnerTask]: {
    readonly id: number;
    readonly task: Task;
    readonly given: LearnerTasks[Task]['given'];
  };
}[LearnerTask];

export type FromLearner =
  | { readonly id: number; readonly answer: LearnerTasks[LearnerTask]['answer'] }
  | { readonly id: number; readonly problem: string };
