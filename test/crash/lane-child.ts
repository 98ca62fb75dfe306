import { count, play } from './run.ts';
import type { Lane } from './run.ts';
import type { ScenarioName } from './scenarios.ts';
import type { Points, RunResult, RunSpec } from './spec.ts';

/** What a lane is asked. */
export type Task =
  | {
      readonly kind: 'count';
      readonly platform: string;
      readonly scenario: ScenarioName;
      readonly strace: boolean;
    }
  | { readonly kind: 'play'; readonly spec: RunSpec };

/** What it answers: one answer for each task, in the order of the tasks. */
export type Answer =
  | { readonly kind: 'counted'; readonly points: Points }
  | { readonly kind: 'played'; readonly result: RunResult }
  | { readonly kind: 'failed'; readonly reason: string };

/** A lane as a process of its own: it takes one task at a time. Arguments: its directory, the compile cache. */
const [directory = '', compileCache = ''] = process.argv.slice(2);
const lane: Lane = { directory, compileCache };

async function answerTo(task: Task): Promise<Answer> {
  try {
    if (task.kind === 'count') return { kind: 'counted', points: await count(lane, task) };
    return { kind: 'played', result: await play(lane, task.spec) };
  } catch (error) {
    return {
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

process.on('message', (task: Task) => {
  void answerTo(task).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
