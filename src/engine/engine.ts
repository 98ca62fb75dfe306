import type { Readable } from 'node:stream';
import { OcmaError } from '../shared/errors.ts';
import type { AppEvent, Change, Notice } from '../shared/models/event.ts';
import type { Media } from '../shared/models/media.ts';
import type { OpenPicture } from './accounts/picture-files.ts';
import type { Core } from './core.ts';
import type { Database } from './db/database.ts';
import { createGateMemory, mainSeat, openGate } from './db/gate.ts';
import { createEventStream } from './event-stream.ts';
import type { Features } from './features.ts';
import type { OpenMainThread } from './main-thread.ts';
import type { OpenMedia } from './media/library.ts';
import type { Platform } from './platforms/platform.ts';
import type { Ports } from './ports.ts';
import { createQueueRunner } from './queue-runner.ts';
import type { QueueName } from './queue/job.ts';
import type { Runner } from './queue/runner.ts';
import { giveBackClaims } from './queue/give-back.ts';
import type { EngineRouter } from './router.ts';
import { createIds } from './system/ids.ts';
import type { FromThread } from './workers/protocol.ts';
import { createSupervisor } from './workers/supervisor.ts';
import type { Supervisor } from './workers/supervisor.ts';

/**
 * How long the thread that serves the window blocks for its turn to write, in milliseconds; longer than that it waits
 * without blocking (`Database.patiently`).
 */
const mainGateMs = 50;

export interface EngineOptions {
  readonly role: 'main';
  /**
   * `workers`: the publisher and the background work have threads of their own. `inline`: they run in this thread and
   * only when asked, by `drain`; for tests and for commands that end.
   */
  readonly threads?: 'workers' | 'inline';
  /** The networks there are, for tests with `inline`; those of the registry by default. */
  readonly platforms?: readonly Platform[];
}

/** The engine as its host holds it. */
export interface Engine {
  /** The contract's procedures, once the engine has been started. */
  readonly router: EngineRouter;
  readonly events: { subscribe(listener: (event: AppEvent) => void): () => void };
  readonly media: {
    /** `madeFrom`: the id of the medium that it was made from, which stays beside it. */
    put(
      workspaceId: string | null,
      fileName: string,
      stream: Readable,
      madeFrom?: string | null,
    ): Promise<Media>;
    open(id: string): OpenMedia | null;
    /** The picture of an account, or null where there is none. */
    openPicture(accountId: string): OpenPicture | null;
  };
  /**
   * Resolves when calls are answered and the threads run. Where the practice network has to be started again the threads
   * follow by themselves, once its accounts point at it.
   */
  start(): Promise<void>;
  /** Runs all due work of a queue in this thread; only with `threads: 'inline'`. */
  drain(queue: QueueName): Promise<void>;
  /** Stops the threads, gives back what they had claimed and closes the file. */
  stop(): Promise<void>;
}

interface Running extends OpenMainThread {
  readonly supervisor: Supervisor | null;
  readonly runners: ReadonlyMap<QueueName, Runner>;
}

const noRunners: ReadonlyMap<QueueName, Runner> = new Map();

/** What the threads would do, in this one. */
async function inlineRunners(core: Core): Promise<ReadonlyMap<QueueName, Runner>> {
  const { createPublisherJobs } = await import('./publisher-jobs.ts');
  const { createBackgroundJobs } = await import('./background-jobs.ts');
  return new Map([
    ['publisher', createQueueRunner(core, 'publisher', 'inline', createPublisherJobs(core))],
    ['background', createQueueRunner(core, 'background', 'inline', createBackgroundJobs(core))],
  ]);
}

/**
 * The whole app without a window: everything a host serves, made of what the host supplies. With `thread-engine.ts` the
 * only composition root; two engines on two directories can run in one process.
 */
export function createEngine(ports: Ports, options: EngineOptions): Engine {
  const stream = createEventStream(ports.clock);
  const memory = createGateMemory();
  const gate = openGate(memory, mainSeat);
  const newHolder = createIds(ports.clock, ports.random);
  let running: Running | null = null;
  /** The practice network's start and the threads' after it, while that is under way. */
  let resuming: Promise<void> | null = null;
  /** While another data file takes the place of this one. */
  let replacing: Promise<void> | null = null;
  let router: EngineRouter | null = null;
  const now = (): Running => {
    if (running !== null) return running;
    if (replacing !== null) throw new OcmaError('restarting');
    throw new Error('The engine has not been started.');
  };

  const listeners: ((changes: readonly Change[]) => void)[] = [];
  /** A call that comes while the data file is replaced waits for the new one. */
  const servingNow = async (): Promise<{ features: Features; db: Database }> => {
    await replacing;
    const { core, features } = now();
    return { features, db: core.db };
  };

  const tell = (changes: Change[]): void => {
    for (const listener of listeners) listener(changes);
    stream.changes(changes);
  };
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
  const supervise = (): Supervisor =>
    createSupervisor({
      ports,
      gate: memory,
      newHolder: () => newHolder('run'),
      onMessage: (role, message) => {
        const key = message.type === 'ready' ? running?.core.vault.exportKeyForThreads() : undefined;
        if (key) running?.supervisor?.send(role, { type: 'vault_key', key });
        heard(message);
      },
      onGone: (role, holder) => {
        if (running === null) return;
        giveBackClaims(running.core, holder, () => wake(role));
        running.core.changed({ topic: 'health', workspaceId: null, id: null });
      },
      onTrouble: () => {
        if (running === null) return;
        const { words } = running.core;
        notice({
          kind: 'worker_trouble',
          title: words('operations.workerTrouble.title'),
          body: words('operations.workerTrouble.body'),
          actions: [],
          target: '/health',
          workspaceId: null,
        });
      },
    });

  const open = async (): Promise<void> => {
    const inline = options.threads === 'inline';
    const supervisor = inline ? null : supervise();
    let begun = inline;
    try {
      await supervisor?.launch();
      // Loaded only now, so that the threads load their code on the other core meanwhile.
      const { openMainThread } = await import('./main-thread.ts');
      const main = await openMainThread(ports, {
        gate,
        gateTimeoutMs: mainGateMs,
        ...(options.platforms === undefined ? {} : { platforms: options.platforms }),
        onChanges: tell,
        replaceData,
        onWake: wake,
        onVaultKey: (key) => {
          for (const role of ['publisher', 'background'] as const)
            running?.supervisor?.send(role, { type: 'vault_key', key });
        },
        // A thread that has not begun yet is no trouble.
        onChanged: (listener) => {
          listeners.push(listener);
        },
        threadState: () => (begun ? (supervisor?.stateOf('publisher') ?? 'running') : 'running'),
      });
      const runners = inline ? await inlineRunners(main.core) : noRunners;
      running = { ...main, supervisor, runners };
      // One for the life of the engine: hosts hold it while the data file is replaced.
      router ??= main.createRouter(servingNow, stream);
      const begin = async (): Promise<void> => {
        await supervisor?.begin();
        begun = true;
      };
      // Nobody may ask for a secret in this thread for days, while posts wait for the key in another.
      if (!inline) void main.core.vault.openKept();
      // The practice network may come back at another address, and nothing is sent to the old one.
      const resumed = main.features.resumePractice();
      resuming = resumed && resumed.then(begin).finally(() => (resuming = null));
      if (resumed === null) await begin();
      else if (inline) await resuming;
    } catch (error) {
      await supervisor?.stop();
      throw error;
    }
  };

  const close = async (): Promise<void> => {
    if (running === null) return;
    const { core, features, supervisor, runners } = running;
    await supervisor?.stop();
    if (resuming !== null) {
      await ports.practiceServer.stop();
      await resuming;
    }
    for (const runner of runners.values()) await runner.stop();
    listeners.length = 0;
    await features.end();
    core.close();
    running = null;
  };

  /** Ends everything on the data file, lets `work` put another one in its place, and starts again on what is there then. */
  const replaceData = async (work: () => Promise<void>): Promise<void> => {
    if (replacing !== null) throw new OcmaError('restarting');
    const done = (async () => {
      await close();
      try {
        await work();
      } finally {
        await open();
        stream.endIterations();
      }
    })();
    replacing = done.catch(() => undefined);
    try {
      await done;
    } finally {
      replacing = null;
    }
  };

  return {
    get router() {
      if (router === null) throw new Error('The engine has not been started.');
      return router;
    },
    events: stream,
    media: {
      put: (workspaceId, fileName, bytes, madeFrom = null) =>
        now().features.putMedia(workspaceId, fileName, bytes, madeFrom),
      open: (id) => now().features.openMedia(id),
      openPicture: (accountId) => now().features.openPicture(accountId),
    },
    start: open,
    async drain(queue) {
      await now().runners.get(queue)?.drain();
    },
    async stop() {
      await replacing;
      stream.endIterations();
      await close();
    },
  };
}
