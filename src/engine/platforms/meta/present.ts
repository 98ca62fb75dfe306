import type { MetricValues } from '../../../shared/models/metric.ts';

/** Numbers in our words; those that the network did not send are left out. */
export const present = (
  values: Readonly<Partial<Record<keyof MetricValues, number | null | undefined>>>,
): MetricValues =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'number' && Number.isSafeInteger(value)),
  );
