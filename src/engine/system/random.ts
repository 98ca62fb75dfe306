import { randomBytes } from 'node:crypto';
import type { Random } from '../ports.ts';

/** Randomness of the operating system. */
export function createRandom(): Random {
  return {
    fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
    bytes: (count) => randomBytes(count),
  };
}
