/** One way to keep work: ours, another library's, or a bare table. Every method answers in milliseconds of work. */
export interface Contender {
  readonly name: string;
  /** How it was set up, and by whose advice. */
  readonly settings: string;
  /** Adds jobs, so many at a time under way, each as a request of its own. */
  add(jobs: number, inFlight: number): Promise<number>;
  /** Adds jobs in transactions, or requests, of `batch`. */
  addInBulk(jobs: number, batch: number): Promise<number>;
  /** Claims what waits, does nothing and records that it is done. */
  complete(jobs: number, inFlight: number): Promise<number>;
  /** From adding to done while a worker waits, with so many under way at any time. */
  endToEnd(jobs: number, inFlight: number): Promise<number>;
  close(): Promise<void>;
}

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Calls `make` `count` times, with `inFlight` calls under way. */
export async function inLanes(
  count: number,
  inFlight: number,
  make: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await make(next - 1);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}
