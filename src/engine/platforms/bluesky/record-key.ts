import type { KeySource } from '../settling.ts';

const letters = '234567abcdefghijklmnopqrstuvwxyz';
const syntax = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;

/**
 * A record key of AT Protocol (TID): 53 bits of microseconds since 1970 and 10 bits that tell writers apart, in 13
 * sortable characters. The microseconds within a millisecond are chance, as is the writer.
 */
export const newRecordKey = ({ now, random }: KeySource): string => {
  const micros = BigInt(now) * 1_000n + BigInt(Math.floor(random.fraction() * 1_000));
  const writer = BigInt(Math.floor(random.fraction() * 1_024));
  let value = (micros << 10n) | writer;
  let key = '';
  for (let place = 0; place < 13; place += 1) {
    key = (letters[Number(value & 31n)] ?? '') + key;
    value >>= 5n;
  }
  return key;
};

/** When a record was made, by its key (epoch ms); null where the key is none of this kind. */
export const madeAt = (key: string): number | null => {
  if (!syntax.test(key)) return null;
  let value = 0n;
  for (const letter of key) value = (value << 5n) | BigInt(letters.indexOf(letter));
  return Number((value >> 10n) / 1_000n);
};
