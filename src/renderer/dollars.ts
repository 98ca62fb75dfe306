/** An amount in micro-dollars, to the tenth of a cent: `$0.00`, `$0.015`, `$12.30`. */
export function formatDollars(micros: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 3,
  }).format(micros / 1_000_000);
}
