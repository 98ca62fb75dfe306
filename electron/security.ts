import { app, shell } from 'electron';
import type { Session, WebContents } from 'electron';
import { externalAddress, isOwnAddress } from './addresses.ts';
import { mayUse } from './permissions.ts';

/**
 * The rules for whatever is ever shown, now and later: sandboxed, no permission but the listed ones, no way off our own
 * pages, no window of a page's making, no webview. Call before the app is ready.
 */
export function secureEverything(): void {
  app.enableSandbox();
  app.on('session-created', restrictPermissions);
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** Opens an address outside, in the system's browser or mail program; anything but https and mailto is dropped. */
export async function openOutside(address: string): Promise<boolean> {
  const external = externalAddress(address);
  if (external === null) return false;
  await shell.openExternal(external);
  return true;
}

function restrictPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayUse(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setDevicePermissionHandler(() => false);
}

function confine(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url);
    return { action: 'deny' };
  });
  // The OAuth window has a policy of its own and is told apart by its session.
  contents.on('will-frame-navigate', (event) => {
    if (isAppSession(contents) && !isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (isAppSession(contents) && !isOwnAddress(event.url)) event.preventDefault();
  });
}

function isAppSession(contents: WebContents): boolean {
  return contents.session.isPersistent();
}
