import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { z } from 'zod';
import { inProject } from '../../../scripts/project.ts';
import type { ClockSetting } from '../../../src/engine/ports.ts';
import { end, firstLine } from '../../host/support/command.ts';
import { launchChromium, person } from './chromium.ts';
import { collectComplaints } from './complaints.ts';
import { machineZone } from './running-app.ts';
import type { AppHost, AppOptions, RunningApp } from './running-app.ts';
import { setWindowClock } from './window-clock.ts';

const readyLine = z.object({ url: z.url() });

/** The web host, with its window in Chromium. */
export const webHost: AppHost = { name: 'web host in Chromium', missing: null, open: openWebApp };

interface Server {
  readonly child: ChildProcessWithoutNullStreams;
  readonly url: string;
  readonly origin: string;
  readonly port: string;
}

async function startServer(dataDirectory: string, clock: ClockSetting, port: string): Promise<Server> {
  const child = spawn(
    process.execPath,
    [inProject('src/host/ocma.mjs'), 'serve', '--json', '--no-open', '--port', port, '--data', dataDirectory],
    {
      env: { ...process.env, OCMA_CLOCK: JSON.stringify(clock), OCMA_NO_BROWSER: '1', TZ: machineZone },
    },
  );
  child.stdin.end();
  const { url } = readyLine.parse(JSON.parse(await firstLine(child)));
  return { child, url, origin: new URL(url).origin, port: new URL(url).port };
}

async function openWebApp({ dataDirectory, clock }: AppOptions): Promise<RunningApp> {
  const browser = await launchChromium();
  const context = await browser.newContext(person);
  const complaints: string[] = [];
  let server = await startServer(dataDirectory, clock, '0');
  await setWindowClock(context, clock);
  const window = await context.newPage();
  collectComplaints(window, complaints);
  await window.goto(server.url);
  return {
    window,
    complaints,
    load: async (path) => {
      await window.goto(`${server.origin}${path}`);
    },
    async outside(act) {
      const opened = context.waitForEvent('page');
      await act();
      const page = await opened;
      await page.waitForLoadState();
      return page;
    },
    async restart(next) {
      await window.goto('about:blank');
      await end(server.child);
      // The same address as before, so that the browser remembers what the window kept.
      server = await startServer(dataDirectory, next, server.port);
      await setWindowClock(context, next);
      await window.goto(server.url);
    },
    async close() {
      await browser.close();
      await end(server.child);
    },
  };
}
