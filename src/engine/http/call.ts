import type { ZodType } from 'zod';
import type { EndpointName } from '../ports.ts';

/**
 * One request to a network, as a platform describes it. `effect` decides what a lost answer means: after a `write`
 * the outcome is unclear, after a `read` or an `upload` step it may simply be repeated.
 */
export interface Call<Answer> {
  /** The platform's own name for it, such as `posts.create`; names the rate window, the breaker and the audit row. */
  readonly operation: string;
  readonly endpoint: EndpointName;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Begins with a slash; joined to the endpoint's base. Path parameters are already filled in. */
  readonly path: string;
  /**
   * The whole address, where the network gave it for this step (an upload session); `endpoint` and `path` then only name
   * the call. It is called where its origin is one of the account's endpoints or of `Platform.uploadOrigins`, else refused
   * with `platform_changed`.
   */
  readonly address?: string;
  /** One of `Platform.satellites`, called in place of `endpoint` where that is not overridden. */
  readonly satellite?: string;
  /** A list repeats the name. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** Beyond what every call has, such as `LinkedIn-Version` or `Content-Range`. Never a token. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How the token goes along; `bearer` unless said. `oauth`: `Authorization: OAuth <token>`; `none`: the address is its own right. */
  readonly authorization?: 'bearer' | 'oauth' | 'none';
  readonly body?: CallBody;
  readonly effect: 'read' | 'write' | 'upload';
  /** Checks the answer before anyone uses it. */
  readonly answer: ZodType<Answer>;
  /** What of the answer is checked, where that is not its body alone: an id may come in a header. */
  readonly read?: (answer: RawAnswer) => unknown;
  /** Statuses outside of 2xx that are answers all the same, such as the 308 of a resumable upload. */
  readonly accepts?: readonly number[];
  /** What it takes from a budget of `Platform.quotas`. Refused with `quota_exhausted` where that is used up. */
  readonly quota?: { readonly bucket: string; readonly units: number };
  /** What the network charges if it accepts, in micro-dollars. 0 where it is free. */
  readonly costMicros: number;
  /**
   * What the accepted request really cost, in micro-dollars, where only the answer tells (reads that are charged by
   * the thing read). `costMicros` is then the most it can cost.
   */
  readonly chargedMicros?: (answer: Answer) => number;
  /** How long a read may be served from the cache, in milliseconds; 0 or absent: never. */
  readonly cacheMs?: number;
  /** Milliseconds until the request is given up; 30,000 unless said. */
  readonly timeoutMs?: number;
}

export type CallBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly value: Readonly<Record<string, string>> }
  | { readonly kind: 'bytes'; readonly value: Uint8Array; readonly mimeType: string }
  | {
      readonly kind: 'multipart';
      readonly fields: Readonly<Record<string, string>>;
      readonly file: {
        readonly name: string;
        readonly fileName: string;
        readonly mimeType: string;
        readonly bytes: Uint8Array;
      };
    };

/** What became of a request. */
export type CallResult<Answer> =
  | {
      readonly ok: true;
      readonly data: Answer;
      readonly status: number;
      readonly fromCache: boolean;
      /** Epoch ms at which the network gave it. */
      readonly readAt: number;
      /** Given because the network cannot be read now: it is what it was at `readAt`, and may be out of date. */
      readonly stale?: true;
    }
  | { readonly ok: false; readonly failure: Failure };

/**
 * A failure by what must be done about it. `reach` says how far the request got: `not_sent` provably never left,
 * `refused` was answered with a no, `unclear` may have been accepted. Only `not_sent` and `refused` may ever lead to
 * another send. Reads and upload steps, which may be repeated without harm, are never `unclear`: a lost answer is
 * `refused` with the code `unavailable`.
 */
export interface Failure {
  readonly code: FailureCode;
  readonly reach: 'not_sent' | 'refused' | 'unclear';
  /** Epoch ms before which another try is pointless; for limits and outages that say so. */
  readonly retryAt: number | null;
  /** The network's own words, shortened and without secrets; evidence for the user, never branched on. */
  readonly detail: string;
  readonly status: number | null;
  /** For limits: whose they are where the network says so; the account's unless said. */
  readonly limitOf?: 'account' | 'app';
  /** For `duplicate`: the original's id where the network names it. */
  readonly existingId?: string;
}

export const failureCodes = [
  'rate_limited',
  'quota_exhausted',
  'credits_exhausted',
  'spending_cap',
  'auth_expired',
  'auth_revoked',
  'scope_missing',
  'account_action_required',
  'content_rejected',
  'media_invalid',
  'duplicate',
  'network_unreachable',
  'unavailable',
  'on_hold',
  'busy',
  'unknown_outcome',
  'platform_changed',
  'platform_refused',
  'vault_locked',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** A network's answer before it is understood; what a platform classifies. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or null where the body was none. Integers that a number cannot hold are strings of their digits. */
  readonly body: unknown;
}

/** The rate signal of an answer: one window of one operation. */
export interface RateSignal {
  /** `operation` or a wider name such as `user_24h`; windows are kept apart by it. */
  readonly window: string;
  readonly scope: 'account' | 'app';
  readonly limit: number | null;
  readonly remaining: number;
  /** Epoch ms. */
  readonly resetAt: number;
}

/** Sends calls for one account: token, limits, spending cap, breaker, time-out, classification and audit included. */
export interface AccountHttp {
  /** Where this account's network is spoken to: its own addresses, or those the user set. */
  readonly endpoints: Readonly<Record<EndpointName, string>>;
  /**
   * Sees that a call to come finds a token with minutes to live: to be awaited before `sending` is written, so that a
   * crash while the token is renewed leaves nothing in doubt. The failure where there is none to be had.
   */
  prepare(): Promise<Failure | null>;
  /** `leaves` is called once all that may hold the request back is done with, as it goes onto the wire. */
  send<Answer>(
    call: Call<Answer>,
    options?: { signal?: AbortSignal; leaves?: () => void },
  ): Promise<CallResult<Answer>>;
}
