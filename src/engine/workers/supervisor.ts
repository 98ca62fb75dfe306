import Bree from 'bree';
import { evict } from '../db/gate.ts';
import type { GateMemory } from '../db/gate.ts';
import type { Ports } from '../ports.ts';
import type { QueueName } from '../queue/job.ts';
import { heartbeatMs } from './protocol.ts';
import type { FromThread, ThreadData, ToThread } from './protocol.ts';

/** A thread that says nothing for this long hangs, in real milliseconds. */
const silenceMs = heartbeatMs * 6;
/** A stop that takes longer than this is ended by force, in real milliseconds. */
const stopMs = 5_000;
/** A thread's work is short-lived pieces of text, so new objects need little room; more is only memory at rest. */
const limits = { maxYoungGenerationSizeMb: 4 };
/** At most this many restarts of a thread within `budgetWindowMs`; then it waits that long. */
const restartBudget = 5;
const budgetWindowMs = 10 * 60_000;

export type ThreadState = 'running' | 'restarting' | 'stopped';

export interface SupervisorDeps {
  readonly ports: Ports;
  readonly gate: GateMemory;
  readonly newHolder: () => string;
  readonly onMessage: (role: QueueName, message: FromThread) => void;
  /** A thread is gone: its claims can be given back. */
  readonly onGone: (role: QueueName, holder: string) => void;
  /** It went too often: the user should know. */
  readonly onTrouble: (role: QueueName) => void;
}

export interface Supervisor {
  /** Lets the threads load their code; they touch nothing yet. */
  launch(): Promise<void>;
  /** Lets them work; resolves when both do. Nothing happens once they are being stopped. */
  begin(): Promise<void>;
  send(role: QueueName, message: ToThread): void;
  stateOf(role: QueueName): ThreadState;
  stop(): Promise<void>;
}

interface Thread {
  readonly role: QueueName;
  readonly seat: number;
  holder: string;
  state: ThreadState;
  heardAt: number;
  restarts: number[];
  cancelRestart: () => void;
  ready: PromiseWithResolvers<void>;
  gone: PromiseWithResolvers<void>;
}

/**
 * Keeps the two long-lived threads alive. Bree starts them and carries their messages; it neither restarts a dead
 * worker nor bounds a stop, so this adds a heartbeat, a budget of restarts and an end by force.
 */
export function createSupervisor(deps: SupervisorDeps): Supervisor {
  const { clock, log, paths } = deps.ports;
  let stopping = false;
  let begun = false;
  let cancelWatch = () => {};
  const threads = new Map<string, Thread>();
  for (const [index, role] of (['publisher', 'background'] as const).entries())
    threads.set(role, newThread(role, index + 2));

  const bree = new Bree({
    root: false,
    doRootCheck: false,
    logger: false,
    timeout: false,
    acceptedExtensions: ['.js', '.mjs', '.cjs', '.ts'],
    jobs: [...threads.keys()].map((name) => ({ name, path: paths.worker(name as QueueName) })),
    workerMessageHandler: ({ name, message }) => heard(name, message as FromThread),
    errorHandler: (error, { name }) =>
      log.error({ thread: name, error: String(error) }, 'a worker thread failed'),
  });
  bree.on('worker deleted', (name: string) => left(name));

  const heard = (name: string, message: FromThread): void => {
    const thread = threads.get(name);
    if (thread === undefined) return;
    thread.heardAt = clock.monotonic();
    if (message.type === 'ready') {
      thread.state = 'running';
      thread.ready.resolve();
    }
    deps.onMessage(thread.role, message);
  };

  const run = async (thread: Thread): Promise<void> => {
    thread.holder = deps.newHolder();
    thread.heardAt = clock.monotonic();
    thread.gone = Promise.withResolvers();
    const job = bree.config.jobs.find((candidate) => candidate.name === thread.role);
    if (job !== undefined) job.worker = { workerData: dataFor(deps, thread), resourceLimits: limits };
    await bree.run(thread.role);
    if (begun) sendTo(thread.role, { type: 'begin' });
  };

  const sendTo = (role: QueueName, message: ToThread): void => bree.workers.get(role)?.postMessage(message);

  const left = (name: string): void => {
    const thread = threads.get(name);
    if (thread === undefined) return;
    evict(deps.gate, thread.seat);
    deps.onGone(thread.role, thread.holder);
    thread.gone.resolve();
    if (stopping) {
      thread.state = 'stopped';
      return;
    }
    thread.state = 'restarting';
    const now = clock.monotonic();
    thread.restarts = [...thread.restarts.filter((at) => now - at < budgetWindowMs), now];
    const overBudget = thread.restarts.length > restartBudget;
    if (overBudget) {
      deps.onTrouble(thread.role);
      // Nobody waits for a thread that rests: the app opens and says so.
      thread.ready.resolve();
    }
    log.warn({ thread: name, restarts: thread.restarts.length }, 'a worker thread is gone and is replaced');
    const wait = overBudget ? budgetWindowMs : 200 * 2 ** (thread.restarts.length - 1);
    thread.cancelRestart = clock.setTimer(wait * clock.setting.rate, () => {
      run(thread).catch((error: unknown) =>
        log.error({ error: String(error) }, 'a worker thread could not be started'),
      );
    });
  };

  const watch = (): void => {
    cancelWatch = clock.setTimer(heartbeatMs * clock.setting.rate, () => {
      for (const thread of threads.values()) {
        if (thread.state !== 'running' || clock.monotonic() - thread.heardAt < silenceMs) continue;
        log.error({ thread: thread.role }, 'a worker thread hangs and is ended');
        void bree.workers.get(thread.role)?.terminate();
      }
      watch();
    });
  };

  return {
    async launch() {
      for (const thread of threads.values()) await run(thread);
      watch();
    },
    async begin() {
      if (stopping) return;
      begun = true;
      for (const { role } of threads.values()) sendTo(role, { type: 'begin' });
      await Promise.all([...threads.values()].map((thread) => thread.ready.promise));
    },
    send: sendTo,
    stateOf: (role) => threads.get(role)?.state ?? 'stopped',
    async stop() {
      stopping = true;
      cancelWatch();
      const alive = [...threads.values()].filter((thread) => bree.workers.has(thread.role));
      for (const thread of threads.values()) {
        thread.cancelRestart();
        thread.ready.resolve();
      }
      for (const thread of alive) sendTo(thread.role, { type: 'stop' });
      const cancelForce = clock.setTimer(stopMs * clock.setting.rate, () => {
        for (const thread of alive) void bree.workers.get(thread.role)?.terminate();
      });
      await Promise.all(alive.map((thread) => thread.gone.promise));
      cancelForce();
      await bree.stop();
    },
  };
}

function newThread(role: QueueName, seat: number): Thread {
  return {
    role,
    seat,
    holder: '',
    state: 'restarting',
    heardAt: 0,
    restarts: [],
    cancelRestart: () => {},
    ready: Promise.withResolvers(),
    gone: Promise.withResolvers(),
  };
}

function dataFor(deps: SupervisorDeps, thread: Thread): ThreadData {
  const { clock, host, paths } = deps.ports;
  return {
    role: thread.role,
    data: paths.data,
    migrations: paths.migrations,
    learner: paths.worker('learner'),
    ...(paths.state === undefined ? {} : { state: paths.state }),
    clock: clock.setting,
    host,
    gate: deps.gate,
    seat: thread.seat,
    holder: thread.holder,
  };
}
