import { randomBytes } from 'node:crypto';
import type { Random } from '../engine/ports.ts';

const bitsOfFraction = 53;

/** Randomness fit for secrets, from the operating system. */
export const systemRandom: Random = {
  fraction: () =>
    Number(randomBytes(8).readBigUInt64BE() >> BigInt(64 - bitsOfFraction)) / 2 ** bitsOfFraction,
  bytes: (count) => new Uint8Array(randomBytes(count)),
};
