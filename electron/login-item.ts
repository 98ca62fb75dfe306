import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { autostartEntry, autostartFile } from './autostart.ts';

/** The argument with which the system starts the app at login: into the tray, without a window. */
export const hiddenArgument = '--hidden';

/** Starts the app at login, or no longer, by the custom of each system. */
export function setStartAtLogin(start: boolean): void {
  if (process.platform === 'linux') {
    const file = autostartFile(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'));
    if (!start) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      // An AppImage runs from a place that changes; its own variable names the file.
      writeFileSync(file, autostartEntry(process.env.APPIMAGE ?? process.execPath, hiddenArgument));
    }
    return;
  }
  app.setLoginItemSettings({ openAtLogin: start, args: [hiddenArgument] });
}
