import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Where pictures of the window go: the folder that OCMA_SHOTS names, or a new one under the system's temporary files. */
export function pictureDirectory(): string {
  const named = process.env.OCMA_SHOTS;
  if (!named) return mkdtempSync(join(tmpdir(), 'ocma-pictures-'));
  mkdirSync(named, { recursive: true });
  return named;
}

/** Keeps a picture of the window as it stood when a test failed, and says where. */
export async function keepPicture(window: Page, name: string): Promise<void> {
  const path = join(pictureDirectory(), `failed-${name}.png`);
  await window.screenshot({ path });
  process.stdout.write(`The window as it stood: ${path}\n`);
}
