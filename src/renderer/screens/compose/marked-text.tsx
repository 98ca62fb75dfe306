import type { ComponentPropsWithRef } from 'react';
import type { MeasurementRange } from '../../../shared/models/measurement.ts';
import classes from './marked-text.module.css';

interface MarkedTextProps extends ComponentPropsWithRef<'textarea'> {
  readonly value: string;
  readonly ranges: readonly MeasurementRange[];
}

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

/**
 * A text area that grows with its text and marks the letters that a network would not take. The marks are drawn
 * behind it, in a copy of the text with the same metrics.
 */
export function MarkedText({ value, ranges, ref, ...props }: MarkedTextProps) {
  return (
    <div className={classes.root}>
      <div className={classes.copy} aria-hidden>
        {piecesOf(value, ranges).map(({ text, start, reason }) =>
          reason === null ? (
            <span key={start}>{text}</span>
          ) : (
            <mark key={start} data-reason={reason}>
              {text}
            </mark>
          ),
        )}
        {/* A last line break has height only if something follows it. */}
        {'\u200b'}
      </div>
      <textarea ref={ref} className={classes.area} value={value} {...props} />
    </div>
  );
}
