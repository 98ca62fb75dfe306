import { createClock } from '../system/clock.ts';
import { createRandom } from '../system/random.ts';
import type { Log, Ports } from '../ports.ts';
import type { FromThread, ThreadData } from './protocol.ts';

/**
 * The ports of a worker thread: its own clock, randomness and network; everything that belongs to the user's machine
 * goes through the main thread. The vault's key comes by message, so a thread never asks the keychain.
 */
export function createThreadPorts(data: ThreadData, tell: (message: FromThread) => void): Ports {
  const log =
    (level: 'debug' | 'info' | 'warn' | 'error') => (details: Record<string, unknown>, message: string) =>
      tell({ type: 'log', level, details: cloneable(details), message });
  return {
    clock: createClock(data.clock),
    random: createRandom(),
    fetch: globalThis.fetch,
    vaultKey: {
      kind: 'none',
      load: () => Promise.resolve(null),
      derive: () => Promise.reject(new Error('A worker thread derives no keys.')),
    },
    browser: { available: false, open: () => Promise.reject(new Error('A worker thread opens no browser.')) },
    notifier: { notify: (notice) => tell({ type: 'notice', notice }) },
    practiceServer: {
      url: null,
      start: () => Promise.reject(new Error('A worker thread starts no practice network.')),
      stop: () => Promise.resolve(),
    },
    power: { available: false, keepAwake: () => () => undefined, onResume: () => () => undefined },
    paths: {
      data: data.data,
      migrations: data.migrations,
      worker(name) {
        if (name === 'learner') return data.learner;
        throw new Error(`A worker thread does not start a ${name}.`);
      },
      ...(data.state === undefined ? {} : { state: data.state }),
    },
    log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') } satisfies Log,
    host: data.host,
  };
}

/** Errors lose their message when cloned by JSON and functions cannot cross at all. */
function cloneable(details: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (value instanceof Error) return [name, `${value.name}: ${value.message}\n${value.stack ?? ''}`];
      return [name, typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value];
    }),
  );
}
