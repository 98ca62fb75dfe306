import { readFileSync, writeFileSync } from 'node:fs';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Rectangle, WebContents } from 'electron';
import { z } from 'zod';
import { appOrigin } from './addresses.ts';
import { goChannel } from './channels.ts';
import { appWindowOptions, boundsOnScreen } from './window-options.ts';

const storedBounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) });

/** The one window, made when it is first shown and kept while the app runs. */
export interface AppWindow {
  /** Shows it, on a path inside the app if one is given. */
  show(target?: string): void;
  owns(contents: WebContents): boolean;
}

/** What the window needs of its surroundings. */
export interface AppWindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** Where its place on the screen is remembered. */
  readonly boundsFile: string;
  /** Whether closing it only hides it; asked at each close. */
  readonly hidesOnClose: () => boolean;
}

/** Prepares the window without showing it. */
export function createAppWindow(options: AppWindowOptions): AppWindow {
  let window: BrowserWindow | null = null;
  const open = (target: string): BrowserWindow => {
    const made = new BrowserWindow({
      ...appWindowOptions(options.preload, options.icon, nativeTheme.shouldUseDarkColors),
      ...rememberedBounds(options.boundsFile),
    });
    made.once('ready-to-show', () => made.show());
    made.on('close', (event) => {
      rememberBounds(options.boundsFile, made.getNormalBounds());
      if (!options.hidesOnClose()) return;
      event.preventDefault();
      made.hide();
    });
    made.on('closed', () => {
      window = null;
    });
    void made.loadURL(`${appOrigin}${target}`);
    return made;
  };
  return {
    show(target) {
      if (window === null) {
        window = open(target ?? '/');
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      if (target !== undefined) window.webContents.send(goChannel, target);
    },
    owns: (contents) => window?.webContents === contents,
  };
}

function rememberedBounds(file: string): Rectangle | undefined {
  try {
    const bounds = storedBounds.parse(JSON.parse(readFileSync(file, 'utf8')));
    const screens = screen.getAllDisplays().map((display) => display.workArea);
    return boundsOnScreen(bounds, screens) ?? undefined;
  } catch {
    return undefined;
  }
}

function rememberBounds(file: string, bounds: Rectangle): void {
  try {
    writeFileSync(file, JSON.stringify(bounds), { mode: 0o600 });
  } catch {
    // The window then opens at its usual place.
  }
}
