import type { Endpoints } from '../../shared/models/account.ts';
import { joined } from './address.ts';
import type { CallFacts } from './call-facts.ts';
import type { CallBody } from './call.ts';
import type { WireRequest } from './transport.ts';

/** Real milliseconds until a request is given up, unless its call says otherwise. */
export const usualTimeoutMs = 30_000;

export interface RequestFacts {
  readonly endpoints: Endpoints;
  readonly token: string;
  /** What makes the request conditional; null where nothing is kept. */
  readonly kept: { readonly etag: string | null; readonly lastModified: string | null } | null;
  /** Of this app, for the user agent. */
  readonly version: string;
  readonly signal?: AbortSignal;
}

/** A platform's call as it goes over the wire. */
export function wireRequest(call: CallFacts, facts: RequestFacts): WireRequest {
  const headers = new Headers({
    accept: 'application/json',
    authorization: `Bearer ${facts.token}`,
    'user-agent': `OCMA/${facts.version}`,
  });
  const { etag = null, lastModified = null } = facts.kept ?? {};
  // RFC 9110, section 13.1.3: a validator stronger than the date makes the date superfluous.
  if (etag !== null) headers.set('if-none-match', etag);
  else if (lastModified !== null) headers.set('if-modified-since', lastModified);
  if (call.body?.kind === 'json') headers.set('content-type', 'application/json');
  return {
    url: joined(facts.endpoints[call.endpoint], call.path, call.query),
    method: call.method,
    headers,
    body: call.body === undefined ? null : wireBody(call.body),
    timeoutMs: call.timeoutMs ?? usualTimeoutMs,
    ...(facts.signal !== undefined && { signal: facts.signal }),
  };
}

function wireBody(body: CallBody): string | URLSearchParams | FormData {
  switch (body.kind) {
    case 'json':
      return JSON.stringify(body.value);
    case 'form':
      return new URLSearchParams(body.value);
    case 'multipart': {
      const form = new FormData();
      for (const [name, value] of Object.entries(body.fields)) form.set(name, value);
      const { file } = body;
      // A copy: a Blob takes no view of shared memory.
      form.set(file.name, new Blob([Uint8Array.from(file.bytes)], { type: file.mimeType }), file.fileName);
      return form;
    }
  }
}
