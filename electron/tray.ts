import { Menu, nativeImage, Tray } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from '../src/engine/words.ts';
import { trayLines, trayTip } from './tray-menu.ts';
import type { TrayAction, TrayState } from './tray-menu.ts';

/** What the tray needs of the app. */
export interface TrayOptions {
  readonly icon: string;
  readonly words: Words;
  readonly readState: () => Promise<TrayState>;
  readonly act: (action: TrayAction) => void;
}

/** The icon in the system's tray. */
export interface AppTray {
  /** Reads the state anew; several calls at once are one. */
  refresh(): void;
}

/** Puts the icon into the tray: a click shows the window, the menu shows what goes out next. */
export function createTray(options: TrayOptions): AppTray {
  const image = nativeImage.createFromPath(options.icon);
  if (process.platform === 'darwin') image.setTemplateImage(true);
  const tray = new Tray(image);
  tray.on('click', () => options.act({ do: 'show' }));
  const times = new Intl.DateTimeFormat('en', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const draw = (state: TrayState): void => {
    const lines = trayLines(state, options.words, (at) => times.format(at));
    const items = lines.map((line): MenuItemConstructorOptions => {
      if (line === 'separator') return { type: 'separator' };
      const { label, action } = line;
      return action === null ? { label, enabled: false } : { label, click: () => options.act(action) };
    });
    tray.setContextMenu(Menu.buildFromTemplate(items));
    tray.setToolTip(trayTip(state, options.words));
  };
  let reading = false;
  let again = false;
  const refresh = async (): Promise<void> => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      draw(await options.readState());
    } while (again);
    reading = false;
  };
  draw({ next: [], needsMe: 0, paused: false, held: false });
  return {
    refresh: () => {
      refresh().catch(() => {
        reading = false;
      });
    },
  };
}
