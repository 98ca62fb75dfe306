import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import { oauthStep } from './oauth-step.ts';
import type { OAuthRoute } from './oauth-step.ts';

/**
 * Shows a network's sign-in in a window of its own and resolves with the whole address that the network ended at; null
 * when the user closes the window. For networks that insist on an https redirect; all others use the system's browser
 * (RFC 8252). The window forgets everything when it closes, has no preload and cannot leave the network's hosts.
 */
export function openOAuthWindow(authorizeUrl: string, route: OAuthRoute): Promise<string | null> {
  if (oauthStep(authorizeUrl, route) !== 'load') {
    return Promise.reject(new Error('The sign-in begins at an address that is not the network’s.'));
  }
  const window = new BrowserWindow({
    width: 520,
    height: 720,
    autoHideMenuBar: true,
    webPreferences: {
      // No `persist:`, so the session lives in memory.
      partition: `oauth-${randomUUID()}`,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  });
  const { session } = window.webContents;
  return new Promise((resolve) => {
    let ended: string | null = null;
    const decide = (event: { preventDefault(): void; readonly url: string }): void => {
      const step = oauthStep(event.url, route);
      if (step === 'load') return;
      event.preventDefault();
      if (step !== 'caught') return;
      ended = event.url;
      window.close();
    };
    window.webContents.on('will-frame-navigate', decide);
    window.webContents.on('will-redirect', decide);
    session.on('will-download', (event) => event.preventDefault());
    window.once('closed', () => {
      void session.clearStorageData();
      resolve(ended);
    });
    void window.loadURL(authorizeUrl);
  });
}
