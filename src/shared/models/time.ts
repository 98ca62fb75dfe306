import { z } from 'zod';

/** An instant: integer milliseconds since 1970-01-01T00:00Z. */
export const instant = z.int();

/** A wall-clock time without a zone, as `2026-11-22T09:30` or with seconds. */
export const localDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/);

/** An IANA time-zone name such as `Europe/Berlin`; the engine checks that the runtime knows it. */
export const timeZone = z.string().min(1).max(64);

/**
 * When something shall happen: what the user chose (wall clock and zone) and the instant it resolves to.
 * `note` says that the chosen time falls in a gap or an overlap of daylight saving, by the rule `compatible`.
 */
export const wallTime = z.object({
  local: localDateTime,
  timeZone,
  instant,
  note: z.enum(['none', 'gap', 'overlap']),
});
export type WallTime = z.infer<typeof wallTime>;
