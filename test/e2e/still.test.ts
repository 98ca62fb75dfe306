import type { Page } from 'playwright';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { buildIfStale } from '../../scripts/build.ts';
import { clockFrom } from './support/running-app.ts';
import { seedTroubles } from './support/troubled-data.ts';
import { webHost } from './support/web-app.ts';

beforeAll(() => buildIfStale('renderer'));

/** Less than what one band moves when it comes after the rest. */
const least = 0.015;

/** Each screen, and what shows that its data has arrived. */
const screens = [
  ['/', 'Calendar', 'Plaits on Saturday'],
  ['/queue', 'Queue', 'stopped for the same reason'],
  ['/health', 'Health', '10 posts need your decision.'],
  ['/settings#copies', 'Settings', 'Last copy'],
  ['/accounts', 'Accounts', 'Mara Linden'],
  ['/recurring', 'Recurring posts', 'Posts that come again will be here'],
  ['/hold', 'Before anything is sent', 'Nothing is held'],
] as const;

const shifts = z.array(z.object({ value: z.number(), of: z.array(z.string()) }));

/** Writes down what moves in every page of this window, with how much of the page it moved and by how far. */
async function watch(window: Page): Promise<void> {
  await window.addInitScript(() => {
    const seen: unknown[] = [];
    Reflect.set(globalThis, 'shifts', seen);
    const nameOf = (source: unknown): string => {
      const node: unknown = Reflect.get(Object(source), 'node');
      return node instanceof Element ? `${node.tagName}.${node.className}` : String(node);
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: unknown = Reflect.get(entry, 'sources');
        const value: unknown = Reflect.get(entry, 'value');
        seen.push({ value, of: Array.isArray(sources) ? sources.map(nameOf) : [] });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

test('nothing moves when the data of a screen arrives', { timeout: 300_000 }, async () => {
  const { dataDirectory, now } = await seedTroubles();
  const app = await webHost.open({ dataDirectory, clock: clockFrom(now) });
  onTestFinished(() => app.close());
  const { window } = app;
  window.setDefaultTimeout(20_000);
  await window.getByRole('heading', { name: 'Calendar' }).waitFor();
  await watch(window);
  for (const [path, heading, arrived] of screens) {
    await window.goto('about:blank');
    await app.load(path);
    await window.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await window.getByText(arrived).first().waitFor();
    await window.getByText(/^Loading/).waitFor({ state: 'detached' });
    if (path !== '/queue') await window.getByText('4 posts missed their time while').waitFor();
    const moved = shifts.parse(await window.evaluate(() => Reflect.get(globalThis, 'shifts')));
    expect.soft({ path, moved: moved.filter(({ value }) => value >= least) }).toEqual({ path, moved: [] });
  }
});
