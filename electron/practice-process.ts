import { utilityProcess } from 'electron';
import { z } from 'zod';
import type { ClockSetting } from '../src/engine/ports.ts';
import { practiceArguments } from '../src/host/practice-server.ts';
import type { PracticeProcess } from '../src/host/practice-server.ts';

const ready = z.object({ url: z.url() });

/** Runs the practice network as a utility process: the app's own binary refuses to be plain Node (`runAsNode` is off). */
export function launchPracticeUtility(
  entry: string,
  directory: string,
  clock: ClockSetting,
): PracticeProcess {
  const child = utilityProcess.fork(entry, practiceArguments(directory, clock), {
    serviceName: 'OCMA practice network',
    stdio: 'ignore',
    env: { PATH: process.env.PATH ?? '' },
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const answered = new Promise<string>((resolve, reject) => {
    child.once('message', (message: unknown) => {
      const parsed = ready.safeParse(message);
      if (parsed.success) resolve(parsed.data.url);
      else reject(new Error('The practice network began with something else than its address.'));
    });
    void gone.then(() => reject(new Error('The practice network ended at once.')));
  });
  return {
    ready: answered,
    gone,
    async stop() {
      if (child.pid === undefined) return;
      child.kill();
      await gone;
    },
  };
}
