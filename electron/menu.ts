import { app, Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from '../src/engine/words.ts';

/** The application's menu: the system's own editing, view and window commands, and ways into the app. */
export function setMenu(words: Words, show: (target: string) => void): void {
  const screens: MenuItemConstructorOptions[] = [
    { label: words('shell.compose'), accelerator: 'CmdOrCtrl+N', click: () => show('/compose') },
    { label: words('shell.calendar'), click: () => show('/') },
    { label: words('shell.queue'), click: () => show('/queue') },
    { type: 'separator' },
    { label: words('shell.settings'), accelerator: 'CmdOrCtrl+,', click: () => show('/settings') },
  ];
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...own,
      { label: words('shell.name'), submenu: [...screens, { type: 'separator' }, { role: 'quit' }] },
      { role: 'editMenu' },
      {
        label: words('desktop.menu.view'),
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
          ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
        ],
      },
      { role: 'windowMenu' },
    ]),
  );
}
