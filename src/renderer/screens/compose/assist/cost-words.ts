import type { Words } from '../../../words.ts';

/** Writes an amount of micro-dollars as people do. */
type Money = (micros: number) => string;

/** What a question may cost: `about $0.012`, `under $0.01`, `free`, or that nobody knows. */
export const estimateWords = (micros: number | null, money: Money, t: Words): string => {
  if (micros === null) return t('assist.cost.unknown');
  return micros < 1_000 ? money(micros) : t('assist.cost.about', { cost: money(micros) });
};

/** What a question has cost, as a sentence. */
export const costSentence = (micros: number | null, money: Money, t: Words): string => {
  if (micros === null) return t('assist.cost.wasUnknown');
  return micros === 0 ? t('assist.cost.wasNothing') : t('assist.cost.was', { cost: money(micros) });
};
