import { join } from 'node:path';
import { engineAlone, ocma, serveArguments, startProgram } from './programs.ts';
import type { Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { bestRound, measured, repeat } from './statistics.ts';

const target = { limit: 500, better: 'less' } as const;
const plan = { rounds: 3, runs: 7 };

/** From the start of the process to an engine whose two threads run: with and without its host, warm and cold. */
export async function measureStartUp(): Promise<readonly Row[]> {
  return await withScratch(async (directory) => {
    const data = join(directory, 'data');
    const cache = join(directory, 'compiled');
    const computed: number[] = [];
    const timed = async (file: string, args: readonly string[], cacheOf = cache): Promise<number> => {
      const started = await startProgram(file, args, cacheOf);
      if (file === ocma && cacheOf === cache) computed.push(started.processorMs());
      await started.end();
      return started.ms;
    };
    const cold = await repeat(3, (run) => timed(ocma, serveArguments(data), `${cache}-${run}`));
    // Fills the cache.
    await timed(ocma, serveArguments(data));
    await timed(engineAlone, [data]);
    const engine = await bestRound(plan, () => timed(engineAlone, [data]));
    const serving = await bestRound(plan, () => timed(ocma, serveArguments(data)));
    return [
      { name: 'engine ready, two threads, from process start', unit: 'ms', measured: engine, target },
      { name: 'ocma serve ready, from process start', unit: 'ms', measured: serving, target },
      {
        name: 'processor time until ocma serve is ready, all threads',
        unit: 'ms',
        measured: measured(computed.slice(1)),
      },
      { name: 'ocma serve ready, nothing compiled yet', unit: 'ms', measured: measured(cold) },
    ];
  });
}
