/** A clock as data: practice now = epochMs + (wall now - anchorMs) * rate. A rate of 0 is a stopped clock. */
export interface ClockSetting {
  readonly epochMs: number;
  readonly anchorMs: number;
  readonly rate: number;
}

/** Real time: what the practice network runs on unless it is told otherwise. */
export const realTime: ClockSetting = { epochMs: 0, anchorMs: 0, rate: 1 };

/** The longest stretch that a sleep trusts one timer, so that a changed wall clock is noticed. */
const longestTimerMs = 30_000;

/** The clock that everything in the practice network reads: rate windows, expiries, metrics, faults. */
export class PracticeClock {
  #setting: ClockSetting;
  readonly #changed = new Set<() => void>();

  constructor(setting: ClockSetting) {
    this.#setting = setting;
  }

  /** Practice time in whole milliseconds since 1970, UTC. */
  now(): number {
    const { epochMs, anchorMs, rate } = this.#setting;
    return Math.floor(epochMs + (Date.now() - anchorMs) * rate);
  }

  get setting(): ClockSetting {
    return this.#setting;
  }

  /** Moves the clock; sleepers look again at once. */
  set(setting: ClockSetting): void {
    this.#setting = setting;
    for (const look of this.#changed) look();
  }

  /** Waits for a span of practice time. Ends early, without an error, when the signal aborts. */
  async sleep(practiceMs: number, signal: AbortSignal): Promise<void> {
    const until = this.now() + practiceMs;
    while (!signal.aborted && this.now() < until) await this.#stretch(until - this.now(), signal);
  }

  #stretch(practiceMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const { rate } = this.#setting;
      const wallMs = rate > 0 ? Math.max(1, Math.min(practiceMs / rate, longestTimerMs)) : longestTimerMs;
      const end = (): void => {
        clearTimeout(timer);
        this.#changed.delete(end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, wallMs);
      this.#changed.add(end);
      signal.addEventListener('abort', end);
    });
  }
}
