import type { Inspected } from './inspected.ts';

/**
 * When a medium that came in now can be used, in practice milliseconds: photos at once (0), the rest two seconds and more
 * for larger files, and `slowMediaMs` later where a fault asks for it (`exchange.bend`).
 */
export function readyAt(inspected: Inspected, size: number, slowMediaMs: number, now: number): number {
  const work = inspected.kind === 'photo' ? 0 : 2000 + Math.floor(size / 10_000);
  return work + slowMediaMs === 0 ? 0 : now + work + slowMediaMs;
}
