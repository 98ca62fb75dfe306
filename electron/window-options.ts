import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';

const usual = { width: 1280, height: 800 };

/** How the one window of the app is made; every option that guards it is written out. */
export function appWindowOptions(
  preload: string,
  icon: string,
  dark: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...usual,
    minWidth: 900,
    minHeight: 520,
    show: false,
    title: 'OCMA',
    icon,
    backgroundColor: dark ? '#1a1b1e' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: true,
      navigateOnDragDrop: false,
    },
  };
}

/** The bounds of last time if most of the title bar would still be on a screen, else null. */
export function boundsOnScreen(bounds: Rectangle, screens: readonly Rectangle[]): Rectangle | null {
  const titleBar = { ...bounds, height: 40 };
  const visible = screens.some(
    (screen) => overlap(titleBar, screen) >= (titleBar.width * titleBar.height) / 2,
  );
  return visible ? bounds : null;
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
