import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright';
import type { Browser, ElectronApplication, Page } from 'playwright';
import { buildIfStale } from '../../../scripts/build.ts';
import { inProject, projectDirectory } from '../../../scripts/project.ts';
import type { ClockSetting } from '../../../src/engine/ports.ts';
import { browserSwitches, launchChromium, person } from './chromium.ts';
import { collectComplaints } from './complaints.ts';
import { machineZone } from './running-app.ts';
import type { AppHost, AppOptions, RunningApp } from './running-app.ts';
import { setWindowClock } from './window-clock.ts';

const binaryNames = {
  win32: 'electron.exe',
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
} as const;

/** Where Electron's binary is on this machine, or null. */
function electronBinary(): string | null {
  const { platform } = process;
  const name = platform === 'win32' || platform === 'darwin' ? binaryNames[platform] : 'electron';
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? inProject('node_modules', 'electron', 'dist');
  const file = join(folder, name);
  return existsSync(file) ? file : null;
}

const binary = electronBinary();

/** The desktop app in Electron. */
export const desktopHost: AppHost = {
  name: 'desktop app in Electron',
  missing: binary === null ? 'Electron’s binary is not installed' : null,
  open: openDesktopApp,
};

interface Desktop {
  readonly electron: ElectronApplication;
  readonly window: Page;
}

async function launch(dataDirectory: string, clock: ClockSetting, complaints: string[]): Promise<Desktop> {
  if (binary === null) throw new Error('Electron’s binary is not installed.');
  const electron = await _electron.launch({
    executablePath: binary,
    args: [...browserSwitches(), `--user-data-dir=${join(dataDirectory, 'electron')}`, projectDirectory],
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
      OCMA_DATA: dataDirectory,
      OCMA_CLOCK: JSON.stringify(clock),
      TZ: machineZone,
    },
  });
  const window = await electron.firstWindow();
  await setWindowClock(electron.context(), clock);
  await window.setViewportSize({ width: 1280, height: 800 });
  await window.emulateMedia({ reducedMotion: 'reduce' });
  collectComplaints(window, complaints);
  // The clock holds from the next load on.
  await window.reload();
  return { electron, window };
}

async function openDesktopApp({ dataDirectory, clock }: AppOptions): Promise<RunningApp> {
  await buildIfStale('desktop');
  const complaints: string[] = [];
  let desktop = await launch(dataDirectory, clock, complaints);
  let systemBrowser: Browser | null = null;
  return {
    get window() {
      return desktop.window;
    },
    complaints,
    load: async (path) => {
      await desktop.window.goto(`app://ocma${path}`);
    },
    async outside(act) {
      const asked = desktop.electron.evaluate(
        ({ shell }) =>
          new Promise<string>((resolve) => {
            shell.openExternal = (address) => {
              resolve(address);
              return Promise.resolve();
            };
          }),
      );
      await act();
      systemBrowser ??= await launchChromium();
      const page = await (await systemBrowser.newContext(person)).newPage();
      await page.goto(await asked);
      return page;
    },
    async restart(next) {
      await desktop.electron.close();
      desktop = await launch(dataDirectory, next, complaints);
    },
    async close() {
      await systemBrowser?.close();
      await desktop.electron.close();
    },
  };
}
