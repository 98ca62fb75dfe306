import type { Ports } from '../ports.ts';
import { isSafeAddress } from './address.ts';
import type { RawAnswer } from './call.ts';
import { timeLimit } from './deadline.ts';
import { codeOf, provesNotSent } from './reach.ts';

/** Bytes of an answer that are read before it is given up; the longest real ones are under a tenth of it. */
const longestAnswer = 16 * 1024 * 1024;

export interface WireRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | URLSearchParams | FormData | Uint8Array<ArrayBuffer> | null;
  /** Of real time, until the last byte of the answer. */
  readonly timeoutMs: number;
  /** Bytes of an answer that are read before it is given up, where that is less than usual. */
  readonly longestAnswer?: number;
  readonly signal?: AbortSignal;
}

/** What came of one request on the wire. `text` is the body as it came. */
export type WireResult =
  | { readonly kind: 'answered'; readonly answer: RawAnswer; readonly text: string }
  /** Nothing usable came back. `sent` is false only where the request provably never left. */
  | { readonly kind: 'lost'; readonly sent: boolean; readonly reason: string; readonly stopped: boolean };

/** Sends one request and reads the whole answer. Follows no redirect and keeps no cookie. Never throws. */
export async function exchange(
  ports: Pick<Ports, 'clock' | 'fetch'>,
  request: WireRequest,
): Promise<WireResult> {
  if (!isSafeAddress(request.url)) return lost(false, 'the address is not https', false);
  if (request.signal?.aborted === true) return lost(false, 'stopped', true);
  const limit = timeLimit(ports.clock, request.timeoutMs);
  const signal =
    request.signal === undefined ? limit.signal : AbortSignal.any([limit.signal, request.signal]);
  try {
    const response = await ports.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
      signal,
    });
    const text = await readText(response, request.longestAnswer ?? longestAnswer).catch((error: unknown) => {
      // The status alone already says no, whatever became of its explanation.
      if (response.status >= 400 && response.status < 500) return '';
      throw error;
    });
    if (text === null) return lost(true, 'the answer is too long', false);
    return {
      kind: 'answered',
      text,
      answer: { status: response.status, headers: response.headers, body: parsed(text) },
    };
  } catch (error) {
    if (signal.aborted && !limit.signal.aborted) return lost(true, 'stopped', true);
    if (limit.signal.aborted) return lost(true, 'no answer in time', false);
    return lost(!provesNotSent(error), codeOf(error), false);
  } finally {
    limit.cancel();
  }
}

function lost(sent: boolean, reason: string, stopped: boolean): WireResult {
  return { kind: 'lost', sent, reason, stopped };
}

async function readText(response: Response, longest: number): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > longest) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const isLarge = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isLarge && /^-?\d+$/.test(context?.source ?? '') ? context?.source : value;
}

/** JSON with integers beyond 2^53 as text: several networks give ids as such numbers (RFC 8259, section 6). */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits);
  } catch {
    return null;
  }
}
