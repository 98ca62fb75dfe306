import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  BrowserPort,
  HostFacts,
  Log,
  NotifierPort,
  Paths,
  Ports,
  PowerPort,
  PracticeServerPort,
} from '../engine/ports.ts';
import { createClock } from '../engine/system/clock.ts';
import { createRandom } from '../engine/system/random.ts';
import { createBrowserPort } from './browser.ts';
import { clockSettingFrom } from './clock-setting.ts';
import { stateDirectory } from './data-directory.ts';
import { hostFacts } from './facts.ts';
import { createFfmpegPort } from './ffmpeg/ffmpeg-port.ts';
import { createPowerPort } from './power.ts';
import { createPracticeServerPort, launchPracticeProcess } from './practice-server.ts';
import { createKeychainKeyPort } from './vault-key.ts';

/** What differs from host to host; everything else is the machine's own. */
export interface HostPortsOptions {
  /** Made and closed to others by `prepareDataDirectory`. */
  readonly dataDirectory: string;
  readonly kind: HostFacts['kind'];
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  /** The system's browser by default, where there is one. */
  readonly browser?: BrowserPort;
  /** By default notices go to the log; the window shows them anyway. */
  readonly notifier?: NotifierPort;
  /** A program of the system by default, where there is one. */
  readonly power?: PowerPort;
  /** A Node process from source by default. */
  readonly practiceServer?: PracticeServerPort;
  /** The folder of the migrations and the workers' entry files; the source's own by default. */
  readonly program?: Omit<Paths, 'data' | 'state'>;
}

/**
 * The ports of a real host: the machine's clock (or the one of `OCMA_CLOCK`), randomness, network, keychain, browser.
 * @throws Error with a plain sentence where the environment cannot be used.
 */
export async function createHostPorts(options: HostPortsOptions): Promise<Ports> {
  const { dataDirectory, env, kind, log } = options;
  return {
    clock: createClock(clockSettingFrom(env)),
    random: createRandom(),
    fetch: globalThis.fetch,
    vaultKey: await createKeychainKeyPort({ service: 'OCMA', env }),
    browser: options.browser ?? createBrowserPort(env),
    notifier: options.notifier ?? { notify: (notice) => log.info({ notice }, 'A notice for the user.') },
    practiceServer: options.practiceServer ?? practiceServerFromSource(dataDirectory, log),
    power: options.power ?? createPowerPort(env),
    filmConverter: createFfmpegPort(env, log),
    paths: { data: dataDirectory, state: stateDirectory(env), ...(options.program ?? programSource) },
    log,
    host: hostFacts(kind, env),
  };
}

/** The folders of the source, where the app runs from it. */
export const programSource: Omit<Paths, 'data' | 'state'> = {
  migrations: sourcePath('../engine/db/migrations'),
  worker: (name) => sourcePath(`../engine/workers/${name}.ts`),
};

function practiceServerFromSource(dataDirectory: string, log: Log): PracticeServerPort {
  const entry = sourcePath('../sandbox/main.ts');
  const directory = join(dataDirectory, 'practice');
  return createPracticeServerPort((clock) => launchPracticeProcess(entry, directory, clock), log);
}

function sourcePath(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
