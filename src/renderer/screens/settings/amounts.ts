/** A dollar amount as written into a field: `20`, `7.50`. */
export const dollarsOf = (micros: number): string => {
  const text = (micros / 1_000_000).toFixed(2);
  return text.endsWith('.00') ? text.slice(0, -3) : text;
};

/** Micro-dollars of an amount as written, with a point or a comma; null for what is no amount of 0 or more. */
export const microsOf = (text: string): number | null => {
  const match = /^\$?\s*(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '0').padEnd(2, '0')) * 10_000;
};
