/**
 * The gate through which writers of all threads pass one at a time, in the order they came. SQLite's own busy handler
 * lets a flat-out writer starve the others for seconds; a fair queue in shared memory keeps the wait to the length of
 * the writes ahead. Each waiter sleeps on a cell of its own, so that a release wakes exactly the next one.
 *
 * A thread that dies holding or waiting is taken out by `evict`, which whoever supervises the threads calls.
 */
export interface WriteGate {
  /** Waits for this thread's turn. Not re-entrant. Throws `GateTimeout` after `timeoutMs`. */
  enter(timeoutMs: number): void;
  /**
   * The same without blocking this thread, which may meanwhile `enter` and `leave` for something else. Calls `entered`
   * with the turn; that leaves before it returns.
   */
  enterAside(timeoutMs: number, entered: () => void): Promise<void>;
  leave(): void;
}

/** Shared memory of a gate; hand it to every thread of the process through `workerData`. */
export type GateMemory = SharedArrayBuffer;

/** The turn did not come in time: another thread hangs inside a transaction. */
export class GateTimeout extends Error {
  constructor() {
    super('The database is busy: another part of the app has held it for too long.');
    this.name = 'GateTimeout';
  }
}

/** The seat of the thread that serves the window. */
export const mainSeat = 1;

const maxThreads = 16;
const spin = 0;
const owner = 1;
const nextTicket = 2;
const tickets = 4;
const wakeCells = tickets + maxThreads;
const free = 0;

export function createGateMemory(): GateMemory {
  return new SharedArrayBuffer((wakeCells + maxThreads) * Int32Array.BYTES_PER_ELEMENT);
}

/** The gate as seen by one thread. `seat` is 1 to 15 and belongs to that thread alone; the main thread has `mainSeat`. */
export function openGate(memory: GateMemory, seat: number): WriteGate {
  const cells = new Int32Array(memory);
  /** How many of this thread wait without blocking it. */
  let aside = 0;
  let inside = false;

  /** True where the turn is this thread's now; else it has a place in the queue, the older one if it had one. */
  const comeOrQueue = (): boolean => {
    if (inside) throw new Error('A thread enters the gate once at a time.');
    lock(cells, seat);
    // A turn that was given to this thread while it waited aside serves whoever of it comes first.
    inside = cells[owner] === free || cells[owner] === seat;
    if (inside) cells[owner] = seat;
    else if (cells[tickets + seat] === 0) {
      cells[tickets + seat] = nextTurn(cells);
      Atomics.store(cells, wakeCells + seat, 0);
    }
    unlock(cells);
    return inside;
  };

  /** After a wait that took too long; true where the turn came just then. */
  const giveUp = (keepPlace: boolean): boolean => {
    lock(cells, seat);
    inside = cells[owner] === seat;
    if (!inside && !keepPlace) cells[tickets + seat] = 0;
    unlock(cells);
    return inside;
  };

  return {
    enter(timeoutMs) {
      if (comeOrQueue()) return;
      inside = Atomics.wait(cells, wakeCells + seat, 0, timeoutMs) !== 'timed-out';
      if (!inside && !giveUp(aside > 0)) throw new GateTimeout();
    },
    async enterAside(timeoutMs, entered) {
      const until = performance.now() + timeoutMs;
      aside += 1;
      try {
        while (!comeOrQueue()) {
          const left = until - performance.now();
          if (left > 0) await Atomics.waitAsync(cells, wakeCells + seat, 0, left).value;
          else if (giveUp(aside > 1)) break;
          else throw new GateTimeout();
        }
      } finally {
        aside -= 1;
      }
      entered();
    },
    leave() {
      inside = false;
      lock(cells, seat);
      passOn(cells);
      unlock(cells);
    },
  };
}

/** Takes a dead thread out of the gate: gives up its place in the queue, and its turn if it had it. */
export function evict(memory: GateMemory, seat: number): void {
  const cells = new Int32Array(memory);
  Atomics.compareExchange(cells, spin, seat, 0);
  lock(cells, seat);
  cells[tickets + seat] = 0;
  if (cells[owner] === seat) passOn(cells);
  unlock(cells);
}

function nextTurn(cells: Int32Array): number {
  const ticket = Math.max(1, ((cells[nextTicket] ?? 0) + 1) & 0x7fffffff);
  cells[nextTicket] = ticket;
  return ticket;
}

function passOn(cells: Int32Array): void {
  // The main thread first: while it waits, a click waits. It waits again before the next turn, so the others get theirs.
  let next = cells[tickets + mainSeat] === 0 ? free : mainSeat;
  for (let seat = 1; next !== mainSeat && seat < maxThreads; seat += 1) {
    const ticket = cells[tickets + seat] ?? 0;
    if (ticket !== 0 && (next === free || ticket < (cells[tickets + next] ?? 0))) next = seat;
  }
  cells[owner] = next;
  if (next === free) return;
  cells[tickets + next] = 0;
  Atomics.store(cells, wakeCells + next, 1);
  Atomics.notify(cells, wakeCells + next);
}

// Held for a handful of instructions, so spinning is cheaper than sleeping, unless its holder was put aside by the system
// just then: whoever spins on would keep a core from it. The holder's seat is written into the lock, so that `evict` can
// open it if its holder died at just that moment.
function lock(cells: Int32Array, seat: number): void {
  for (let turns = 1; ; turns += 1) {
    const holder = Atomics.compareExchange(cells, spin, 0, seat);
    if (holder === 0) return;
    if (turns % 200 === 0) Atomics.wait(cells, spin, holder, 0.05);
  }
}

function unlock(cells: Int32Array): void {
  Atomics.store(cells, spin, 0);
}
