import { inspect } from '../../media/inspect.ts';
import type { Inspected } from '../../media/inspected.ts';

/** How long the network waits for a place that is slow, in real milliseconds, and the most it takes. */
const patienceMs = 15_000;
const mostBytes = 350_000_000;

/** A medium that was fetched; `inspected` undefined where it is of no kind that anybody knows. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly inspected: Inspected | undefined;
}

/** Fetches a medium from its public address, as Meta does; undefined where that does not work. Addresses of this machine are public here. */
export async function fetchMedium(address: string, gone: AbortSignal): Promise<Fetched | undefined> {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return undefined;
  try {
    const response = await fetch(address, {
      signal: AbortSignal.any([AbortSignal.timeout(patienceMs), gone]),
    });
    if (!response.ok) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length === 0 || bytes.length > mostBytes) return undefined;
    return { bytes, inspected: inspect(readable(bytes)) };
  } catch {
    return undefined;
  }
}

function readable(bytes: Uint8Array): Parameters<typeof inspect>[0] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: bytes.length, read: (offset, length) => buffer.subarray(offset, offset + length) };
}
