import type { Ports } from '../ports.ts';
import { isSafeAddress } from './address.ts';
import { timeLimit } from './deadline.ts';

const patienceMs = 10_000;

/**
 * Whether anything answers at this address. Asks for headers only, without a token, so that it costs nothing and tells
 * nobody who asks; any answer counts, also a refusal.
 */
export async function isReachable(ports: Pick<Ports, 'clock' | 'fetch'>, address: string): Promise<boolean> {
  const url = new URL(address);
  if (!isSafeAddress(url)) return false;
  const limit = timeLimit(ports.clock, patienceMs);
  try {
    const answer = await ports.fetch(url, { method: 'HEAD', redirect: 'manual', signal: limit.signal });
    await answer.body?.cancel();
    return true;
  } catch {
    return false;
  } finally {
    limit.cancel();
  }
}
