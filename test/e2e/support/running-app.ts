import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Page } from 'playwright';
import type { ClockSetting } from '../../../src/engine/ports.ts';

/** The zone of the machine that the app runs on, in every end-to-end test. */
export const machineZone = 'Europe/Berlin';

/** How an app is to be started. */
export interface AppOptions {
  readonly dataDirectory: string;
  /** The clock of the machine: of the app, its threads, the practice network and the window. */
  readonly clock: ClockSetting;
}

/** A running app, driven as a person drives it: by its window, and by the pages that it opens elsewhere. */
export interface RunningApp {
  /** The window; another one after `restart`. */
  readonly window: Page;
  /** What the window complained of so far: errors in its console, exceptions, answers of 400 and more. */
  readonly complaints: readonly string[];
  /** Loads a path of the app anew, as a typed address does. */
  load(path: string): Promise<void>;
  /** The page that `act` opens outside the app: in another tab, or in the system's browser. */
  outside(act: () => Promise<void>): Promise<Page>;
  /** Ends the app and starts it again on the same data, under another clock. */
  restart(clock: ClockSetting): Promise<void>;
  close(): Promise<void>;
}

/** A way to run the app. */
export interface AppHost {
  readonly name: string;
  /** Why it cannot run on this machine, or null. */
  readonly missing: string | null;
  open(options: AppOptions): Promise<RunningApp>;
}

/** A folder of this test's own for everything that the app keeps; removed when the test ends. */
export function dataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-e2e-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));
  return directory;
}

/** A clock that shows `start` now and runs `rate` times as fast as real time. */
export function clockFrom(start: number, rate = 1): ClockSetting {
  return { epochMs: start, anchorMs: Date.now(), rate };
}

/** What such a clock shows now. */
export function timeOn(clock: ClockSetting): number {
  return Math.floor(clock.epochMs + (Date.now() - clock.anchorMs) * clock.rate);
}
