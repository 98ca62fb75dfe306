import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ocma, serveArguments, startProgram } from './programs.ts';
import type { Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { measured } from './statistics.ts';

/** By then the app has given back the memory of its start, which takes processor time once. */
const settleMs = 30_000;

/** What `ocma serve` computes while nothing is asked of it and nothing is due; `seconds` is how long that is looked at. */
export async function measureIdle(seconds: number): Promise<readonly Row[]> {
  return await withScratch(async (directory) => {
    const started = await startProgram(
      ocma,
      serveArguments(join(directory, 'data')),
      join(directory, 'compiled'),
    );
    try {
      await wait(settleMs);
      const before = started.scheduledMs();
      const from = performance.now();
      await wait(seconds * 1_000);
      const perSecond = ((started.scheduledMs() - before) * 1_000) / (performance.now() - from);
      return [
        {
          name: `processor time of ocma serve at rest, over ${seconds} s`,
          unit: 'ms/s',
          measured: measured([perSecond]),
          target: { limit: 0.5, better: 'less' },
        },
      ];
    } finally {
      await started.end();
    }
  });
}
