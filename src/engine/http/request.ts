import type { Endpoints } from '../../shared/models/account.ts';
import type { Platform } from '../platforms/platform.ts';
import { addressOf } from './call-address.ts';
import type { CallFacts } from './call-facts.ts';
import type { CallBody } from './call.ts';
import type { WireRequest } from './transport.ts';

/** Real milliseconds until a request is given up, unless its call says otherwise. */
export const usualTimeoutMs = 30_000;

export interface RequestFacts {
  readonly platform: Platform;
  readonly endpoints: Endpoints;
  readonly custom?: boolean;
  readonly token: string;
  /** What makes the request conditional; null where nothing is kept. */
  readonly kept: { readonly etag: string | null; readonly lastModified: string | null } | null;
  /** Of this app, for the user agent. */
  readonly version: string;
  readonly signal?: AbortSignal;
}

/** A platform's call as it goes over the wire; null where it may not be sent to the address that the network gave. */
export function wireRequest(call: CallFacts, facts: RequestFacts): WireRequest | null {
  const url = addressOf(call, facts);
  if (url === null) return null;
  const headers = new Headers({
    accept: 'application/json',
    'user-agent': `OCMA/${facts.version}`,
    ...call.headers,
  });
  const authorization = call.authorization ?? 'bearer';
  if (authorization !== 'none')
    headers.set('authorization', `${authorization === 'oauth' ? 'OAuth' : 'Bearer'} ${facts.token}`);
  const { etag = null, lastModified = null } = facts.kept ?? {};
  // RFC 9110, section 13.1.3: a validator stronger than the date makes the date superfluous.
  if (etag !== null) headers.set('if-none-match', etag);
  else if (lastModified !== null) headers.set('if-modified-since', lastModified);
  if (call.body?.kind === 'json') headers.set('content-type', 'application/json');
  if (call.body?.kind === 'bytes') headers.set('content-type', call.body.mimeType);
  return {
    url,
    method: call.method,
    headers,
    body: call.body === undefined ? null : wireBody(call.body),
    timeoutMs: call.timeoutMs ?? usualTimeoutMs,
    ...(facts.signal !== undefined && { signal: facts.signal }),
  };
}

function wireBody(body: CallBody): NonNullable<WireRequest['body']> {
  switch (body.kind) {
    case 'bytes':
      // A copy, since fetch takes no view of shared memory. Uint8Array.from would go byte by byte.
      return new Uint8Array(body.value);
    case 'json':
      return JSON.stringify(body.value);
    case 'form':
      return new URLSearchParams(body.value);
    case 'multipart': {
      const form = new FormData();
      for (const [name, value] of Object.entries(body.fields)) form.set(name, value);
      const { file } = body;
      // A copy: a Blob takes no view of shared memory.
      form.set(file.name, new Blob([new Uint8Array(file.bytes)], { type: file.mimeType }), file.fileName);
      return form;
    }
  }
}
