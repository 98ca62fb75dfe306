import { createHash } from 'node:crypto';

/** 32 bits that always follow from the same words (FNV-1a, then mixed so that near inputs differ everywhere). */
export function hash32(...words: readonly (string | number)[]): number {
  let hash = 0x81_1c_9d_c5;
  for (const character of words.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number in [0, 1) that always follows from the same words. */
export function fraction(...words: readonly (string | number)[]): number {
  return hash32(...words) / 2 ** 32;
}

/** One of a list, always the same for the same words. */
export function pick<Item>(items: readonly Item[], ...words: readonly (string | number)[]): Item {
  const item = items[Math.floor(fraction(...words) * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

/** A standard normal number (Box-Muller) that always follows from the same words. */
export function normal(...words: readonly (string | number)[]): number {
  const radius = Math.sqrt(-2 * Math.log(1 - fraction('radius', ...words)));
  return radius * Math.cos(2 * Math.PI * fraction('angle', ...words));
}

/** Letters and digits that always follow from the same words, as in a short link. */
export function letters(length: number, ...words: readonly string[]): string {
  const digest = createHash('sha256').update(words.join('\u0000')).digest('base64');
  return digest.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, length);
}
