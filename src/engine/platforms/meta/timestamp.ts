/**
 * A time as Graph writes it, in epoch ms: ISO 8601 with a zone of four digits (`2026-08-01T07:00:00+0000`), or seconds since
 * 1970. Null where it is neither.
 */
export const graphTime = (value: string | number | null | undefined): number | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value * 1_000 : null;
  if (/^\d{9,12}$/.test(value)) return Number(value) * 1_000;
  const parsed = Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(parsed) ? null : parsed;
};

/** An instant as Graph wants it in `since`, `until` and `scheduled_publish_time`: whole seconds since 1970. */
export const graphSeconds = (at: number): string => String(Math.floor(at / 1_000));
