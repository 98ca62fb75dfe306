import { createEngine } from '../engine/engine.ts';
import type { HostFacts, Ports } from '../engine/ports.ts';
import { prepareDataDirectory } from './data-directory.ts';
import { createHostLog } from './log/log.ts';
import type { HostLog } from './log/log.ts';
import { accessToken } from './ownership/access-token.ts';
import { takeDirectoryLock } from './ownership/lock.ts';
import { createHostPorts } from './ports.ts';
import type { HostPortsOptions } from './ports.ts';
import { freeStartMemory } from './start-memory.ts';

/** An engine on a data directory that this process owns. */
export interface OwnedHost {
  readonly dataDirectory: string;
  readonly engine: ReturnType<typeof createEngine>;
  readonly ports: Ports;
  readonly log: HostLog;
  /** With which this user's scripts call the API. */
  readonly apiToken: string;
  /** Serves other processes of this user from now on; `invite` makes a fresh address of the window. */
  serveOthers(invite: (() => string) | null): Promise<void>;
  /** Stops everything in turn and gives the data directory free. */
  close(): Promise<void>;
}

/** What a host decides about its engine. */
export interface OwnedHostOptions {
  readonly dataDirectory: string;
  readonly kind: HostFacts['kind'];
  readonly env: NodeJS.ProcessEnv;
  /** Ports that differ from the machine's own. */
  readonly ports?: (log: HostLog, dataDirectory: string) => Partial<HostPortsOptions>;
}

/**
 * Takes a data directory and starts an engine on it. Null where another process owns the directory: connect to that one
 * instead.
 */
export async function openOwnedHost(options: OwnedHostOptions): Promise<OwnedHost | null> {
  const dataDirectory = prepareDataDirectory(options.dataDirectory);
  const lock = takeDirectoryLock(dataDirectory);
  if (lock === null) return null;
  const log = createHostLog(dataDirectory, 'main', options.env);
  const fault = (error: unknown): void => log.error({ error }, 'OCMA stops because of a fault of its own.');
  process.on('uncaughtExceptionMonitor', fault);
  const closing: (() => Promise<void> | void)[] = [
    () => lock.release(),
    () => log.close(),
    () => {
      process.off('uncaughtExceptionMonitor', fault);
    },
  ];
  const close = async (): Promise<void> => {
    for (let step = closing.pop(); step; step = closing.pop()) await step();
  };
  try {
    const apiToken = accessToken(dataDirectory);
    const { kind, env } = options;
    const ports = await createHostPorts({
      dataDirectory,
      kind,
      env,
      log,
      ...options.ports?.(log, dataDirectory),
    });
    closing.push(() => ports.practiceServer.stop());
    // A command ends when it has its answer; publishing is the work of a running app.
    const threads = kind === 'command_line' ? 'inline' : 'workers';
    const engine = createEngine(ports, { role: 'main', threads });
    closing.push(() => engine.stop());
    await engine.start();
    log.info({ kind, version: ports.host.version }, 'Started.');
    // Measured under plain Node; Electron's process is another matter.
    if (kind === 'web') freeStartMemory();
    return {
      dataDirectory,
      engine,
      ports,
      log,
      apiToken,
      async serveOthers(invite) {
        const { startOwnerServer } = await import('./ownership/owner-server.ts');
        const server = await startOwnerServer({ dataDirectory, engine, log, token: apiToken, invite });
        closing.push(() => server.close());
      },
      close,
    };
  } catch (error) {
    log.error({ error }, 'The engine did not start.');
    await close();
    throw error;
  }
}
