import { join } from 'node:path';
import { app } from 'electron';
import { createWords } from '../src/engine/words.ts';
import { createLocalClient } from '../src/host/local-client.ts';
import type { OwnedHost } from '../src/host/owned-host.ts';
import type { ContractClient } from '../src/host/ownership/owner-client.ts';
import { makeNoticeCall } from '../src/shared/notice-call.ts';
import { linkScheme, targetOfArguments, targetOfLink } from './addresses.ts';
import { createAppWindow } from './app-window.ts';
import { bundlePaths } from './bundle-paths.ts';
import { startDesktopEngine } from './desktop-engine.ts';
import { hiddenArgument, setStartAtLogin } from './login-item.ts';
import { setMenu } from './menu.ts';
import { hidesOnClose } from './notice-action.ts';
import { mayQuit } from './quit.ts';
import { createNotifier } from './notifications.ts';
import { declareScheme, serveScheme } from './protocol.ts';
import { serveWindows } from './rpc-port.ts';
import { secureEverything } from './security.ts';
import { createTray } from './tray.ts';
import type { TrayAction, TrayState } from './tray-menu.ts';

// What this process writes is this user's alone.
process.umask(0o077);
secureEverything();
declareScheme();
app.setAppUserModelId('dev.ocma.desktop');
app.setAsDefaultProtocolClient(linkScheme);

// One desktop app a user: a second start hands its link to the first.
if (app.requestSingleInstanceLock()) await run();
else app.quit();

async function run(): Promise<void> {
  const words = createWords();
  let showWindow = (_target?: string): void => undefined;
  let linked = targetOfArguments(process.argv);
  app.on('second-instance', (_event, argv) => showWindow(targetOfArguments(argv) ?? undefined));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    linked = targetOfLink(url);
    showWindow(linked ?? undefined);
  });

  await app.whenReady();
  const bundle = bundlePaths();
  let queue: ContractClient['queue'] | null = null;
  const notifier = createNotifier({
    words,
    show: (target) => showWindow(target),
    call: async (run) => {
      if (queue !== null) await makeNoticeCall(queue, run);
    },
  });
  const host = await startDesktopEngine(bundle, words, notifier);
  if (host === null) {
    app.quit();
    return;
  }
  queue = createLocalClient(host.engine.router, { actor: 'user' }).queue;
  showWindow = await showDesktop(host, words);
  app.on('activate', () => showWindow());
  if (!process.argv.includes(hiddenArgument)) showWindow(linked ?? undefined);
}

/** Puts the window, the tray and the menu around a running engine. Returns what shows the window. */
async function showDesktop(
  host: OwnedHost,
  words: ReturnType<typeof createWords>,
): Promise<(target?: string) => void> {
  const bundle = bundlePaths();
  const client = createLocalClient(host.engine.router, { actor: 'user' });
  let settings = await client.settings.app({});
  let quitting = false;

  const window = createAppWindow({
    preload: bundle.preload,
    icon: bundle.resource('icon.png'),
    boundsFile: join(host.dataDirectory, 'window.json'),
    hidesOnClose: () => hidesOnClose(settings, quitting),
  });
  serveScheme(bundle.renderer, host.engine.media);
  serveWindows(host.engine, host.log, (contents) => window.owns(contents));
  setMenu(words, (target) => window.show(target));

  const act = (action: TrayAction): void => {
    if (action.do === 'show') window.show(action.target);
    else if (action.do === 'quit') app.quit();
    else void client.system.pausePublishing({ paused: action.paused }).then(() => tray.refresh());
  };
  const readState = async (): Promise<TrayState> => {
    const counts = await client.queue.counts({});
    const { deliveries } = await client.queue.list({ section: 'next', limit: 5 });
    const next = deliveries.flatMap(({ id, when, platform, excerpt }) =>
      when === null ? [] : [{ id, at: when.instant, platform, excerpt }],
    );
    const held = (await client.copies.hold({})) !== null;
    return { next, needsMe: counts.needsMe, paused: counts.paused, held };
  };
  const tray = createTray({
    icon: bundle.resource(process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'),
    words,
    readState,
    act,
  });
  tray.refresh();
  setStartAtLogin(settings.startAtLogin);

  const readSettings = async (): Promise<void> => {
    const { startAtLogin } = settings;
    settings = await client.settings.app({});
    if (settings.startAtLogin !== startAtLogin) setStartAtLogin(settings.startAtLogin);
  };
  host.engine.events.subscribe((event) => {
    if (event.type !== 'change') return;
    tray.refresh();
    if (event.changes.some(({ topic }) => topic === 'settings')) void readSettings();
  });

  app.on('window-all-closed', () => {
    if (!settings.closeToTray) app.quit();
  });
  let closed = false;
  let asking = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    // The engine gives back what it holds before the process ends.
    event.preventDefault();
    if (asking) return;
    asking = true;
    void mayQuit(client, words, settings.closeToTray)
      .then(async (may) => {
        asking = false;
        if (!may) return;
        quitting = true;
        await host.close();
        closed = true;
        app.quit();
      })
      .catch((error: unknown) => {
        host.log.error({ error }, 'The app could not be closed in turn.');
        app.exit(1);
      });
  });
  return (target) => window.show(target);
}
