import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { z } from 'zod';
import { findProgram } from '../../scripts/project.ts';
import { ocma, serveArguments, startProgram } from './programs.ts';
import type { Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { bestRound, measured } from './statistics.ts';
import { gzipKilobytes } from './window-build.ts';

const plan = { rounds: 3, runs: 5 };
const readyLine = z.object({ url: z.url() });

/** From the start of the web host to the first contentful paint, in a browser that is open and has nothing in its cache. */
export async function measureFirstPaint(): Promise<readonly Row[]> {
  const executablePath = findProgram('chromium') ?? findProgram('google-chrome');
  if (executablePath === null) throw new Error('There is no Chromium. On Debian: apt-get install chromium');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args: asRoot });
  try {
    return await withScratch(async (directory) => {
      const paint = (): Promise<Paint> =>
        paintOnce(browser, join(directory, 'data'), join(directory, 'compiled'));
      // Fills the cache of compiled code.
      await paint();
      const arrived: number[] = [];
      const time = await bestRound(plan, async () => {
        const { ms, scripts } = await paint();
        arrived.push(gzipKilobytes(scripts));
        return ms;
      });
      return [
        {
          name: 'first paint, from starting the web host',
          unit: 'ms',
          measured: time,
          target: { limit: 1_500, better: 'less' },
        },
        {
          name: 'JavaScript that had arrived at the first paint, gzip',
          unit: 'kB',
          measured: measured(arrived),
          target: { limit: 250, better: 'less' },
        },
      ];
    });
  } finally {
    await browser.close();
  }
}

interface Paint {
  readonly ms: number;
  /** Paths of the built scripts that were there. */
  readonly scripts: readonly string[];
}

async function paintOnce(browser: Browser, data: string, cache: string): Promise<Paint> {
  const host = await startProgram(ocma, serveArguments(data), cache);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(readyLine.parse(JSON.parse(host.line)).url);
    const painted = await page.evaluate(
      () =>
        new Promise<{ at: number; scripts: string[] }>((resolve) => {
          new PerformanceObserver((list) => {
            const [paint] = list.getEntriesByName('first-contentful-paint');
            if (paint === undefined) return;
            const scripts = performance
              .getEntriesByType('resource')
              .filter((entry) => entry.startTime + entry.duration <= paint.startTime)
              .map((entry) => new URL(entry.name).pathname)
              .filter((path) => path.startsWith('/assets/') && path.endsWith('.js'));
            resolve({ at: performance.timeOrigin + paint.startTime, scripts });
          }).observe({ type: 'paint', buffered: true });
        }),
    );
    return { ms: painted.at - host.startedAt, scripts: painted.scripts.map((path) => path.slice(1)) };
  } finally {
    await context.close();
    await host.end();
  }
}
