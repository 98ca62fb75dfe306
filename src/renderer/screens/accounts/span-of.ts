const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** A span of time in the largest unit that people would say it in, rounded down: 29 days, 6 months, 2 years. */
export function spanOf(ms: number): {
  readonly unit: 'hours' | 'days' | 'months' | 'years';
  readonly count: number;
} {
  const days = Math.floor(ms / dayMs);
  if (days >= 2 * 365) return { unit: 'years', count: Math.floor(days / 365) };
  if (days >= 60) return { unit: 'months', count: Math.floor(days / 30) };
  if (days >= 2) return { unit: 'days', count: days };
  return { unit: 'hours', count: Math.floor(ms / hourMs) };
}
