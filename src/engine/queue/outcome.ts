/**
 * What a handler says happened. It never writes the job's row: the executor alone turns this into a transition.
 * `detail` is the evidence, without secrets; `code` is one of the failure codes of `http/call.ts` or a feature's own.
 */
export type Outcome =
  | { readonly kind: 'done' }
  /** Periodic work that went well and wants to run again. */
  | { readonly kind: 'again'; readonly at: number }
  /** Not now, and not a failed attempt: a rate limit, a pause, media still being processed. */
  | { readonly kind: 'later'; readonly at: number; readonly code: string; readonly detail: string }
  /** A failed attempt that may succeed later. `retryAt` is the network's own wish, if it had one. */
  | {
      readonly kind: 'retry';
      readonly code: string;
      readonly detail: string;
      readonly retryAt: number | null;
    }
  /** The network said no, and would say no again. */
  | { readonly kind: 'rejected'; readonly code: string; readonly detail: string }
  /** The account needs the user. */
  | { readonly kind: 'auth'; readonly code: string; readonly detail: string }
  /** Nobody can know whether the network accepted; never tried again without the user's word. */
  | { readonly kind: 'unknown'; readonly code: string; readonly detail: string };
