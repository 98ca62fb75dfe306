import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import type { BrowserPort } from '../src/engine/ports.ts';
import { broughtBy, oauthRequest, oauthStep } from './oauth-step.ts';

/**
 * Shows a network's sign-in in a window of its own and resolves with what the network brought to the redirect's address; null
 * when the user closes the window or `signal` fires. For networks that insist on an https redirect; all others use the
 * system's browser (RFC 8252). The window forgets everything when it closes, has no preload, no permission and no way to open others,
 * and cannot leave the network's hosts.
 */
export const interceptRedirect: NonNullable<BrowserPort['intercept']> = (
  authorizeUrl,
  { signal, ...route },
) => {
  if (oauthStep(authorizeUrl, route) !== 'load') {
    return Promise.reject(new Error('The sign-in begins at an address that is not the network’s.'));
  }
  if (signal.aborted) return Promise.resolve(null);
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
  const { webContents } = window;
  const { session } = webContents;
  return new Promise((resolve) => {
    let brought: URLSearchParams | null = null;
    const caught = (address: string): void => {
      brought ??= broughtBy(address);
      // Not from inside of the event that the window itself is busy with.
      setImmediate(() => {
        if (!window.isDestroyed()) window.close();
      });
    };
    const decide = (event: {
      preventDefault(): void;
      readonly url: string;
      readonly isMainFrame: boolean;
    }): void => {
      const step = oauthRequest(event.url, event.isMainFrame ? 'mainFrame' : 'subFrame', route);
      if (step === 'load') return;
      event.preventDefault();
      if (step === 'caught') caught(event.url);
    };
    webContents.on('will-frame-navigate', decide);
    webContents.on('will-navigate', decide);
    webContents.on('will-redirect', decide);
    webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    session.setPermissionCheckHandler(() => false);
    session.on('will-download', (event) => event.preventDefault());
    session.webRequest.onBeforeRequest((details, answer) => {
      const step = oauthRequest(details.url, details.resourceType, route);
      if (step === 'caught') caught(details.url);
      answer({ cancel: step !== 'load' });
    });
    const stop = (): void => window.close();
    signal.addEventListener('abort', stop, { once: true });
    window.once('closed', () => {
      signal.removeEventListener('abort', stop);
      void session.clearStorageData();
      resolve(brought);
    });
    // A navigation that ends at the redirect fails, and that is how it is meant to end.
    window.loadURL(authorizeUrl).catch(() => undefined);
  });
};
