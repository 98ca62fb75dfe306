import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Posts that take longer to come do not come. */
const patienceMs = 180_000;

/** What the network's thread says. Times are milliseconds of the clock of `performance.timeOrigin`. */
export type FromNetwork =
  | { readonly kind: 'listening'; readonly url: string }
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'all' } & Arrivals);

export interface Arrivals {
  readonly arrivals: readonly { readonly text: string; readonly at: number }[];
  /** The most parts that were `sending` at once without having arrived. */
  readonly notOnTheWire: number;
  /** The most parts that were `sending` at once for one account. */
  readonly ofOneAccount: number;
}

/** A network that takes every post at once, in a thread of its own, and notes when it came. */
export interface TrivialNetwork {
  readonly url: string;
  /** Forgets what came and resolves with the next so many posts. With the data file it also looks at what is `sending`. */
  expect(posts: number, file: string | null): Promise<{ all: Promise<Arrivals> }>;
  close(): Promise<void>;
}

export async function openTrivialNetwork(): Promise<TrivialNetwork> {
  const worker = new Worker(join(import.meta.dirname, 'network-child.ts'));
  const hear = async <Kind extends FromNetwork['kind']>(
    kind: Kind,
  ): Promise<Extract<FromNetwork, { kind: Kind }>> => {
    const [message] = (await once(worker, 'message', { signal: AbortSignal.timeout(patienceMs) })) as [
      FromNetwork,
    ];
    if (message.kind !== kind) throw new Error(`The network said ${message.kind} instead of ${kind}.`);
    return message as Extract<FromNetwork, { kind: Kind }>;
  };
  const { url } = await hear('listening');
  return {
    url,
    async expect(posts, file) {
      const ready = hear('ready');
      worker.postMessage({ kind: 'expect', posts, file });
      await ready;
      const all = hear('all');
      // Whoever fails before it waits for them has failed already; their not coming must not end the bench.
      all.catch(() => undefined);
      return { all };
    },
    async close() {
      await worker.terminate();
    },
  };
}
