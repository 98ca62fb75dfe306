import type { Clock, Random } from '../ports.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes ids that sort by the time they were made: a prefix, 9 characters of time and 16 of chance, in Crockford's base 32. */
export type NewId = (prefix: string) => string;

export function createIds(clock: Clock, random: Random): NewId {
  return (prefix) => {
    let time = clock.now();
    let stamp = '';
    for (let digit = 0; digit < 9; digit += 1) {
      stamp = alphabet.charAt(time % 32) + stamp;
      time = Math.floor(time / 32);
    }
    const chance = [...random.bytes(16)].map((byte) => alphabet.charAt(byte % 32)).join('');
    return `${prefix}_${stamp}${chance}`;
  };
}
