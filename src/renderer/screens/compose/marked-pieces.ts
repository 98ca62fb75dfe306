import type { MeasurementRange } from '../../../shared/models/measurement.ts';

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly reason: MeasurementRange['reason'] | null;
}

/** Cuts a text at its ranges; ranges that overlap are taken in order. */
export function piecesOf(text: string, ranges: readonly MeasurementRange[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    const start = Math.min(Math.max(range.start, at), text.length);
    const end = Math.min(range.end, text.length);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), start: at, reason: null });
    pieces.push({ text: text.slice(start, end), start, reason: range.reason });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at, reason: null });
  return pieces;
}
