import type { Readable } from 'node:stream';
import type { AppEvent, Change, Notice } from '../shared/models/event.ts';
import type { Media } from '../shared/models/media.ts';
import { openCore } from './core.ts';
import type { Core } from './core.ts';
import { createGateMemory, openGate } from './db/gate.ts';
import { createEventStream } from './event-stream.ts';
import { createFeatures } from './features.ts';
import type { Features } from './features.ts';
import type { OpenMedia } from './media/library.ts';
import type { Ports } from './ports.ts';
import { prepareData } from './prepare-data.ts';
import type { QueueName } from './queue/job.ts';
import type { Runner } from './queue/runner.ts';
import { releaseClaims } from './queue/store.ts';
import { createRouter } from './router.ts';
import type { EngineRouter } from './router.ts';
import { createQueueRunner } from './runners.ts';
import { createIds } from './system/ids.ts';
import type { FromThread, ThreadData } from './workers/protocol.ts';
import { createSupervisor } from './workers/supervisor.ts';
import type { Supervisor } from './workers/supervisor.ts';

/** How long the thread that serves the window waits for its turn to write, in milliseconds. */
const mainGateMs = 500;

export interface EngineOptions {
  readonly role: 'main';
  /**
   * `workers`: the publisher and the background work have threads of their own. `inline`: they run in this thread and
   * only when asked, by `drain`; for tests and for commands that end.
   */
  readonly threads?: 'workers' | 'inline';
}

/** The engine as its host holds it. */
export interface Engine {
  readonly router: EngineRouter;
  readonly events: { subscribe(listener: (event: AppEvent) => void): () => void };
  readonly media: {
    put(workspaceId: string | null, fileName: string, stream: Readable): Promise<Media>;
    open(id: string): OpenMedia | null;
  };
  start(): Promise<void>;
  /** Runs all due work of a queue in this thread; only with `threads: 'inline'`. */
  drain(queue: QueueName): Promise<void>;
  /** Stops the threads, gives back what they had claimed and closes the file. */
  stop(): Promise<void>;
}

interface Running {
  readonly core: Core;
  readonly features: Features;
  readonly supervisor: Supervisor | null;
  readonly runners: ReadonlyMap<QueueName, Runner>;
}

/**
 * The whole app without a window: everything a host serves, made of what the host supplies. The only composition root;
 * two engines on two directories can run in one process.
 */
export function createEngine(ports: Ports, options: EngineOptions): Engine {
  const stream = createEventStream(ports.clock);
  const memory = createGateMemory();
  const gate = openGate(memory, 1);
  const newHolder = createIds(ports.clock, ports.random);
  let running: Running | null = null;
  const now = (): Running => {
    if (running === null) throw new Error('The engine has not been started.');
    return running;
  };

  const tell = (changes: Change[]): void => stream.changes(changes);
  const notice = (given: Notice): void => {
    stream.notice(given);
    ports.notifier.notify(given);
  };
  const wake = (queue: QueueName): void => running?.supervisor?.send(queue, { type: 'wake' });
  const heard = (message: FromThread): void => {
    switch (message.type) {
      case 'changed':
        return tell(message.changes);
      case 'wake':
        return wake(message.queue);
      case 'notice':
        return notice(message.notice);
      case 'log':
        return ports.log[message.level](message.details, message.message);
      case 'ready':
      case 'heartbeat':
      case 'stopped':
    }
  };

  return {
    router: createRouter(() => now().features, stream),
    events: stream,
    media: {
      put: (workspaceId, fileName, bytes) => now().features.putMedia(workspaceId, fileName, bytes),
      open: (id) => now().features.openMedia(id),
    },
    async start() {
      await prepareData(ports, gate);
      const core = openCore(ports, {
        gate,
        gateTimeoutMs: mainGateMs,
        onChanges: tell,
        onWake: wake,
        onVaultKey: (key) => {
          for (const role of ['publisher', 'background'] as const)
            running?.supervisor?.send(role, { type: 'vault_key', key });
        },
      });
      // This process has just become the owner of the directory, so nobody holds a claim any more.
      releaseClaims(core.db, null);
      const workers = options.threads !== 'inline';
      const supervisor = workers
        ? createSupervisor({
            ports,
            gate: memory,
            newHolder: () => newHolder('run'),
            onMessage: (role, message) => {
              const key = message.type === 'ready' ? core.vault.exportKeyForThreads() : null;
              if (key !== null) running?.supervisor?.send(role, { type: 'vault_key', key });
              heard(message);
            },
            onGone: (role, holder) => {
              if (core.db.open) releaseClaims(core.db, holder);
              wake(role);
              core.changed({ topic: 'health', workspaceId: null, id: null });
            },
            onTrouble: () =>
              notice({
                kind: 'worker_trouble',
                title: core.words('operations.workerTrouble.title'),
                body: core.words('operations.workerTrouble.body'),
                target: '/health',
                workspaceId: null,
              }),
          })
        : null;
      const features = createFeatures(core, {
        threadState: () => supervisor?.stateOf('publisher') ?? 'running',
      });
      const inline = workers ? [] : (['publisher', 'background'] as const);
      const runners = new Map(inline.map((queue) => [queue, createQueueRunner(core, queue, 'inline')]));
      running = { core, features, supervisor, runners };
      await features.begin();
      await supervisor?.start();
    },
    async drain(queue) {
      await now().runners.get(queue)?.drain();
    },
    async stop() {
      if (running === null) return;
      const { core, features, supervisor, runners } = running;
      stream.close();
      await supervisor?.stop();
      for (const runner of runners.values()) await runner.stop();
      await features.end();
      core.db.close();
      running = null;
    },
  };
}

/** A worker thread's share of the engine: the runner of its queue. */
export interface ThreadEngine {
  start(): Promise<void>;
  wake(): void;
  setVaultKey(key: Uint8Array): void;
  stop(): Promise<void>;
}

/** Made from a thread's ports; tests call it directly. */
export function createThreadEngine(
  ports: Ports,
  options: Pick<ThreadData, 'role' | 'gate' | 'seat' | 'holder'> & { tell: (message: FromThread) => void },
): ThreadEngine {
  const { role, tell } = options;
  const core = openCore(ports, {
    gate: openGate(options.gate, options.seat),
    onChanges: (changes) => tell({ type: 'changed', changes }),
    onWake: (queue) => (queue === role ? runner.wake() : tell({ type: 'wake', queue })),
  });
  const runner: Runner = createQueueRunner(core, role, options.holder);
  return {
    start() {
      runner.start();
      return Promise.resolve();
    },
    wake: () => runner.wake(),
    setVaultKey(key) {
      core.vault.setKey(key);
      runner.wake();
    },
    async stop() {
      await runner.stop();
      core.db.close();
    },
  };
}
