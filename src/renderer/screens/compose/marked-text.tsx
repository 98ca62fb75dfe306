import type { ComponentPropsWithRef } from 'react';
import type { MeasurementRange } from '../../../shared/models/measurement.ts';
import { piecesOf } from './marked-pieces.ts';
import classes from './marked-text.module.css';

interface MarkedTextProps extends ComponentPropsWithRef<'textarea'> {
  readonly value: string;
  readonly ranges: readonly MeasurementRange[];
}

/**
 * A text area that grows with its text, runs in its direction, and marks the letters that a network would not take. The marks are drawn
 * behind it, in a copy of the text with the same metrics.
 */
export function MarkedText({ value, ranges, ref, ...props }: MarkedTextProps) {
  return (
    <div className={classes.root}>
      <div className={classes.copy} dir="auto" aria-hidden>
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
      <textarea ref={ref} className={classes.area} dir="auto" value={value} {...props} />
    </div>
  );
}
