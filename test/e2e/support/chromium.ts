import { chromium } from 'playwright';
import type { Browser, BrowserContextOptions } from 'playwright';
import { findProgram } from '../../../scripts/project.ts';
import { machineZone } from './running-app.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What a Chromium must not do in a test: look outside, and, as root, insist on its sandbox. */
const switches = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** The switches of a browser for this user. */
export function browserSwitches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', ...switches] : switches;
}

/** Starts the machine's Chromium, or the one that CHROMIUM names. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM;
  const found = named ?? names.map(findProgram).find((program) => program !== null);
  return await chromium.launch({
    args: browserSwitches(),
    ...(found ? { executablePath: found } : {}),
  });
}

/** A person's browser: English, in the machine's zone, at the size of a small laptop. */
export const person: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-GB',
  timezoneId: machineZone,
  reducedMotion: 'reduce',
};
