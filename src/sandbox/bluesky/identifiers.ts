import { createHash } from 'node:crypto';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const sortable = '234567abcdefghijklmnopqrstuvwxyz';

/** The syntax of record keys of the kind `tid`. */
export const tidSyntax = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;

/** Content as the address of itself (CID version 1, SHA-256): `bafyrei…` for records, `bafkrei…` for files. */
export function cidOf(content: Uint8Array | string, kind: 'record' | 'file'): string {
  const digest = createHash('sha256').update(content).digest();
  const bytes = [0x01, kind === 'record' ? 0x71 : 0x55, 0x12, 0x20, ...digest];
  let bits = 0;
  let held = 0;
  let text = 'b';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += base32[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + (base32[(held << (5 - bits)) & 31] ?? '') : text;
}

/** Any JSON with its names in order, so that the same content has the same address. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`);
  return `{${entries.join(',')}}`;
}

/** A record key for something made up: the time and a seed, the same after a restart. */
export function inventedKey(at: number, seed: number): string {
  let value = ((BigInt(at) * 1000n + BigInt(seed % 1000)) << 10n) | BigInt((seed >>> 10) & 1023);
  let key = '';
  for (let place = 0; place < 13; place += 1) {
    key = (sortable[Number(value & 31n)] ?? '') + key;
    value >>= 5n;
  }
  return key;
}
