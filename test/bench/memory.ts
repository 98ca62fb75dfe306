import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { engineAlone, ocma, serveArguments, startProgram } from './programs.ts';
import type { Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { measured, repeat } from './statistics.ts';

const restMs = 10_000;
const target = { limit: 170, better: 'less' } as const;

/** Resident memory after ten seconds of rest, without a browser. */
export async function measureMemory(): Promise<readonly Row[]> {
  return await withScratch(async (directory) => {
    const cache = join(directory, 'compiled');
    const data = join(directory, 'data');
    const atRest = async (file: string, args: readonly string[]): Promise<number> => {
      const started = await startProgram(file, args, cache);
      await wait(restMs);
      const resident = started.residentMb();
      await started.end();
      return resident;
    };
    for (const args of [serveArguments(data), serveArguments(data)])
      await (await startProgram(ocma, args, cache)).end();
    await (await startProgram(engineAlone, [data], cache)).end();
    return [
      {
        name: 'memory at rest, engine with two threads',
        unit: 'MB',
        measured: measured(await repeat(3, () => atRest(engineAlone, [data]))),
        target,
      },
      {
        name: 'memory at rest, ocma serve',
        unit: 'MB',
        measured: measured(await repeat(3, () => atRest(ocma, serveArguments(data)))),
        target,
      },
    ];
  });
}
