import { join } from 'node:path';
import type { Notice } from '../../src/shared/models/event.ts';
import type { Clock, Log, Ports } from '../../src/engine/ports.ts';
import { createRandom } from '../../src/engine/system/random.ts';

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly details: Record<string, unknown>;
}

/** Ports that show nothing to anybody: no keychain, no browser, no log unless one is given. */
export function quietPorts(given: {
  data: string;
  clock: Clock;
  url: string;
  notices?: Notice[];
  log?: LogLine[];
}): Ports {
  const level = (name: string) => (details: Record<string, unknown>, message: string) =>
    void given.log?.push({ level: name, message, details });
  const log: Log = { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') };
  return {
    clock: given.clock,
    random: createRandom(),
    fetch: globalThis.fetch,
    vaultKey: {
      kind: 'none',
      load: () => Promise.resolve(null),
      derive: () => Promise.reject(new Error('no passphrase here')),
    },
    browser: { available: false, open: () => Promise.resolve() },
    notifier: { notify: (notice) => void given.notices?.push(notice) },
    practiceServer: {
      url: given.url,
      start: () => Promise.resolve({ url: given.url }),
      stop: () => Promise.resolve(),
    },
    power: { available: false, keepAwake: () => () => undefined, onResume: () => () => undefined },
    paths: {
      data: given.data,
      migrations: join(import.meta.dirname, '../../src/engine/db/migrations'),
      worker: (name) => join(import.meta.dirname, `../../src/engine/workers/${name}.ts`),
    },
    log,
    host: { kind: 'command_line', version: 'test', endpoints: {}, developerApps: {} },
  };
}
