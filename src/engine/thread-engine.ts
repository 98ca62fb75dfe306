import { openCore } from './core.ts';
import type { Core } from './core.ts';
import { openGate } from './db/gate.ts';
import type { Ports } from './ports.ts';
import { createQueueRunner } from './queue-runner.ts';
import type { JobHandler } from './queue/handler.ts';
import type { Runner } from './queue/runner.ts';
import { takeUp } from './queue/take-up.ts';
import type { FromThread, ThreadData } from './workers/protocol.ts';

/** A worker thread's share of the engine: the runner of its queue. */
export interface ThreadEngine {
  start(): void;
  wake(): void;
  setVaultKey(key: Uint8Array): void;
  stop(): Promise<void>;
}

/** The handlers of a queue, made by the entry of its thread so that a thread loads nothing but its own work. */
export type CreateJobs = (core: Core) => readonly JobHandler[];

/** Made from a thread's ports; tests call it directly. */
export function createThreadEngine(
  ports: Ports,
  options: Pick<ThreadData, 'role' | 'gate' | 'seat' | 'holder'> & {
    createJobs: CreateJobs;
    tell: (message: FromThread) => void;
  },
): ThreadEngine {
  const { role, tell } = options;
  const core = openCore(ports, {
    gate: openGate(options.gate, options.seat),
    seat: options.seat,
    onChanges: (changes) => tell({ type: 'changed', changes }),
    onWake: (queue) => (queue === role ? runner.wake() : tell({ type: 'wake', queue })),
  });
  const runner: Runner = createQueueRunner(core, role, options.holder, options.createJobs(core));
  return {
    start: () => runner.start(),
    wake: () => runner.wake(),
    setVaultKey(key) {
      core.vault.setKey(key);
      takeUp(core.db, role, 'vault_locked');
      runner.wake();
    },
    async stop() {
      await runner.stop();
      core.close();
    },
  };
}
