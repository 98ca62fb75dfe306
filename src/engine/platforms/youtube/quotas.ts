import type { LocalQuota } from '../platform.ts';
import { pacific } from './pacific-day.ts';

const daily = { of: 'app', refills: { kind: 'day', zone: pacific } } as const;

/**
 * What a Google project may ask for in a day (quota calculator of the Data API, June 2026): uploads and searches have
 * budgets of their own, all else shares one. No answer tells what is left.
 */
export const quotas = [
  { bucket: 'inserts', label: 'uploads', limit: 100, ...daily },
  { bucket: 'searches', limit: 100, ...daily },
  { bucket: 'units', label: 'units for all else', limit: 10_000, ...daily },
] as const satisfies readonly LocalQuota[];

type Budget = { readonly bucket: (typeof quotas)[number]['bucket']; readonly units: number };

/** What a call takes of them. */
export const budget = {
  insert: { bucket: 'inserts', units: 1 },
  search: { bucket: 'searches', units: 1 },
  read: { bucket: 'units', units: 1 },
  write: { bucket: 'units', units: 50 },
} as const satisfies Readonly<Record<string, Budget>>;
