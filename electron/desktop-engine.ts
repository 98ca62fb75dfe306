import { join } from 'node:path';
import { dialog } from 'electron';
import type { NotifierPort } from '../src/engine/ports.ts';
import type { Words } from '../src/engine/words.ts';
import { defaultDataDirectory } from '../src/host/data-directory.ts';
import { describeAnyError } from '../src/host/describe-error.ts';
import { openOwnedHost } from '../src/host/owned-host.ts';
import type { OwnedHost } from '../src/host/owned-host.ts';
import { connectToOwner } from '../src/host/ownership/owner-client.ts';
import { createPracticeServerPort } from '../src/host/practice-server.ts';
import type { BundlePaths } from './bundle-paths.ts';
import { interceptRedirect } from './oauth-window.ts';
import { createDesktopPower } from './power.ts';
import { newestCopyOf, restoreData } from '../src/host/restore-data.ts';
import { launchPracticeUtility } from './practice-process.ts';
import { openOutside } from './security.ts';

/**
 * Starts the engine for the window. Null where the app cannot run here: another OCMA has the data (it is opened instead)
 * or the start failed (the user is told why).
 */
export async function startDesktopEngine(
  bundle: BundlePaths,
  words: Words,
  notifier: NotifierPort,
): Promise<OwnedHost | null> {
  const dataDirectory = defaultDataDirectory(process.env);
  try {
    const host = await openOwnedHost({
      dataDirectory,
      kind: 'desktop',
      env: process.env,
      ports: (log, data) => ({
        notifier,
        program: bundle,
        power: createDesktopPower(),
        browser: {
          available: true,
          async open(url) {
            if (!(await openOutside(url))) throw new Error('This address is not opened in the browser.');
          },
          intercept: interceptRedirect,
        },
        practiceServer: createPracticeServerPort(
          (clock) => launchPracticeUtility(bundle.practice, join(data, 'practice'), clock),
          log,
        ),
      }),
    });
    if (host === null) await openTheOther(dataDirectory, words);
    else await host.serveOthers(null);
    return host;
  } catch (error) {
    const copy = newestCopyOf(error);
    if (copy !== null && (await askToRestore(copy, words))) {
      await restoreData({ dataDirectory, name: copy.name, env: process.env, program: bundle });
      return await startDesktopEngine(bundle, words, notifier);
    }
    if (copy !== null) return null;
    const { message, fix } = describeAnyError(error);
    dialog.showErrorBox(words('desktop.startFailed'), fix === null ? message : `${message}\n\n${fix}`);
    return null;
  }
}

/** The data file is damaged, and there is a copy of it: the user may go on with that one. */
async function askToRestore(copy: { readonly at: number }, words: Words): Promise<boolean> {
  const when = new Date(copy.at).toLocaleString();
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: words('desktop.damaged.title'),
    detail: words('desktop.damaged.text', { when }),
    buttons: [words('desktop.damaged.restore'), words('desktop.quit.quit')],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

/** The data belongs to an OCMA that serves the browser: that one is shown. */
async function openTheOther(dataDirectory: string, words: Words): Promise<void> {
  const owner = await connectToOwner(dataDirectory);
  const url = await owner.invite();
  const { response } = await dialog.showMessageBox({
    type: 'info',
    message: words('desktop.alreadyRuns.title'),
    detail: words('desktop.alreadyRuns.text'),
    buttons: [words('desktop.alreadyRuns.open'), words('shell.close')],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0 && url !== null) await openOutside(url);
}
