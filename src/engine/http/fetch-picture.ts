import type { Ports } from '../ports.ts';
import { isLoopback, isSafeAddress } from './address.ts';
import { timeLimit } from './deadline.ts';

/** Bytes of a picture at most, and the real milliseconds until it is given up. */
const mostBytes = 1_000_000;
const patienceMs = 5_000;

const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** A picture from outside, its type read from its bytes; or why there is none. */
export type FetchedPicture =
  | {
      readonly kind: 'picture';
      readonly bytes: Uint8Array;
      readonly mimeType: string;
      readonly status: number;
    }
  | { readonly kind: 'none'; readonly code: string; readonly status: number | null };

/**
 * Reads a small picture whose address a network gave: over https, or from this machine where `local` says that the
 * network itself is here. Sends no credentials, follows no redirect, and never throws.
 */
export async function fetchPicture(
  ports: Pick<Ports, 'clock' | 'fetch'>,
  address: string,
  options: { readonly local: boolean; readonly signal: AbortSignal },
): Promise<FetchedPicture> {
  const url = URL.parse(address);
  if (url === null || !isSafeAddress(url) || (isLoopback(url) && !options.local)) {
    return { kind: 'none', code: 'platform_changed', status: null };
  }
  const limit = timeLimit(ports.clock, patienceMs);
  try {
    const response = await ports.fetch(url, {
      headers: { accept: 'image/*' },
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.any([limit.signal, options.signal]),
    });
    const { status } = response;
    if (status !== 200) {
      await response.body?.cancel();
      return { kind: 'none', code: status >= 500 ? 'unavailable' : 'platform_refused', status };
    }
    const bytes = await readBytes(response);
    const mimeType = bytes === null ? undefined : await typeOf(bytes);
    if (bytes === null || mimeType === undefined) return { kind: 'none', code: 'platform_changed', status };
    return { kind: 'picture', bytes, mimeType, status };
  } catch {
    return { kind: 'none', code: limit.signal.aborted ? 'unavailable' : 'network_unreachable', status: null };
  } finally {
    limit.cancel();
  }
}

/** Null where it is too long; the rest is not read then. */
async function readBytes({ body }: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function typeOf(bytes: Uint8Array): Promise<string | undefined> {
  // Loaded with the first picture, since it is not small.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes);
  return found !== undefined && pictureTypes.has(found.mime) ? found.mime : undefined;
}
