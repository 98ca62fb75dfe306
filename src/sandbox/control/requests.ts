/** What came in and what went out, without anything secret: no query, no header, no body. */
export interface RequestSummary {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly network: string | null;
  readonly operation: string | null;
  readonly account: string | null;
  /** null when nothing was answered: the connection hung or was reset. */
  readonly status: number | null;
  /** The kinds of the faults that struck. */
  readonly faults: readonly string[];
}

const kept = 2000;

/** The most recent requests, oldest first. */
export class RecentRequests {
  #summaries: RequestSummary[] = [];

  add(summary: RequestSummary): void {
    this.#summaries.push(summary);
    if (this.#summaries.length > kept) this.#summaries = this.#summaries.slice(-kept);
  }

  list(): readonly RequestSummary[] {
    return this.#summaries;
  }
}
