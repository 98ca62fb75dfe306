import type { Platform } from '../../platform.ts';
import { classifyGraph } from '../classify.ts';
import { usageSignals } from '../usage.ts';
import { containerLivesMs } from './stage.ts';

/** What Instagram and Threads have in common: calls are free, and the container proves whether it is out. */
export const containerHabits = {
  cost: () => ({ costMicros: 0, note: null }),
  // The container proves whether it is out; the list then tells where.
  settle: [
    { kind: 'container', livesMs: containerLivesMs },
    { kind: 'list_and_match', readsAfterMs: [10_000, 60_000, 300_000] },
  ],
  classify: (answer, now) => classifyGraph(answer, now, { tokensEnd: 'sixty_days' }),
  rateSignals: (answer, _operation, now) => usageSignals(answer, now),
  uploadsInPublish: true,
} satisfies Pick<Platform, 'cost' | 'settle' | 'classify' | 'rateSignals' | 'uploadsInPublish'>;
