import type { IncomingHttpHeaders } from 'node:http';

/** How a switched-on fault bends the handling of one request, beyond what the server itself can do. */
export interface Bend {
  /** Media processing takes this much longer, in practice milliseconds. */
  readonly slowMediaMs: number;
  /** Listings show nothing newer than this, in practice milliseconds. */
  readonly lagListingsMs: number;
  /** The network stores another text than the one it was given. */
  readonly rewriteText: boolean;
  /** A post that was taken is looked through for so long, in practice milliseconds, and then refused where a reason is given. */
  readonly lookThrough: { readonly ms: number; readonly refuse: string | null } | null;
}

/** One request, read completely, as a network's handler sees it. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
  /** Practice milliseconds at which the request arrived. */
  readonly receivedAt: number;
  readonly bend: Bend;
  /** Aborted when the client has gone or the server stops. */
  readonly gone: AbortSignal;
}

/** What a handler answers; a body that is an async iterable is streamed. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | AsyncIterable<string>;
}

/** An answer in JSON. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** An answer without a body. */
export function empty(status: number, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: '' };
}

/** The request's body as text. */
export function textOf(exchange: Exchange): string {
  return Buffer.from(exchange.body).toString('utf8');
}

/** The request's body as JSON, or undefined when it is not JSON. */
export function jsonOf(exchange: Exchange): unknown {
  try {
    return JSON.parse(textOf(exchange));
  } catch {
    return undefined;
  }
}
