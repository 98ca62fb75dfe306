import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Page } from 'playwright';

function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'ocma-pictures-'));
}

/** Where pictures go: the folder that OCMA_SHOTS names, else one that is removed after the tests of a file. */
export function pictureDirectory(): string {
  const named = process.env.OCMA_SHOTS;
  if (named) {
    mkdirSync(named, { recursive: true });
    return named;
  }
  const directory = newDirectory();
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Keeps a picture of the window as it stood when a test failed, and says where. */
export async function keepPicture(window: Page, name: string): Promise<void> {
  const path = join(process.env.OCMA_SHOTS || newDirectory(), `failed-${name}.png`);
  await window.screenshot({ path });
  process.stdout.write(`The window as it stood: ${path}\n`);
}
