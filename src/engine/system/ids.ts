import type { Clock, Random } from '../ports.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const chanceLength = 14;
const idsADraw = 64;

/**
 * Makes ids that sort in the order they were made by one maker: a prefix, 9 characters of time, 2 that count within a
 * millisecond and 14 of chance, in Crockford's base 32.
 */
export type NewId = (prefix: string) => string;

export function createIds(clock: Clock, random: Random): NewId {
  let last = 0;
  let sequence = 0;
  // Drawn for many ids at once: asking the system for each would be most of the work.
  let drawn: Uint8Array = new Uint8Array();
  let used = 0;
  const chance = (): string => {
    if (used + chanceLength > drawn.length) [drawn, used] = [random.bytes(chanceLength * idsADraw), 0];
    let text = '';
    for (const end = used + chanceLength; used < end; used += 1)
      text += alphabet.charAt((drawn[used] ?? 0) % 32);
    return text;
  };
  return (prefix) => {
    const now = clock.now();
    sequence = now === last ? sequence + 1 : 0;
    last = now;
    return `${prefix}_${digits(now, 9)}${digits(sequence, 2)}${chance()}`;
  };
}

function digits(value: number, count: number): string {
  let text = '';
  let rest = value;
  for (let place = 0; place < count; place += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
