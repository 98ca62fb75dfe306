import { z } from 'zod';
import { accountId } from '../shared/models/ids.ts';
import type { Core } from './core.ts';
import type { LearningDeps } from './learning/learning-deps.ts';
import { installationScope, readSetting, writeSetting } from './settings/stored-settings.ts';

const left = z.array(accountId);
const wish = z.enum(['nothing', 'again', 'stop']);

/** What learning needs of the other features: a place that both of its threads see. */
export function learningDepsOf(core: Core): LearningDeps {
  const read = <Value>(name: string, schema: z.ZodType<Value>, fallback: Value): Value =>
    readSetting(core, installationScope, `learning.${name}`, schema, fallback);
  const write = (name: string, value: unknown): void =>
    writeSetting(core.db, installationScope, `learning.${name}`, value, core.ports.clock.now());
  return {
    ...core,
    runs: {
      left: () => read('left', left, []),
      keepLeft: (accounts) => write('left', accounts),
      asked: () => read('asked', wish, 'nothing'),
      ask: (asked) => write('asked', asked),
    },
  };
}
