/** Micro-dollars in words, with as many decimals as the amount needs: `$0.015`, `$10`. */
export function dollars(micros: number): string {
  const amount = micros / 1_000_000;
  const text = amount.toFixed(3).replace(/0$/, '');
  return `$${text.endsWith('.00') ? text.slice(0, -3) : text}`;
}
