import { useMemo } from 'react';
import { differenceOf, isWrittenAnew } from '../difference.ts';
import type { DifferencePiece } from '../difference.ts';
import classes from './assist.module.css';

interface DifferenceTextProps {
  readonly before: string;
  readonly after: string;
}

/** A text with what came and what went marked; the new text alone where there was none before, or little of it stayed. */
export function DifferenceText({ before, after }: DifferenceTextProps) {
  const pieces = useMemo(() => differenceOf(before, after), [before, after]);
  if (before.trim() === '' || isWrittenAnew(pieces)) return after;
  return (
    <>
      {/* Read out, marks between words would tear the text apart. */}
      <span className="ocma-read-only">{after}</span>
      <span aria-hidden>
        {pieces.map((piece, index) => (
          <Piece key={`${index} ${piece.kind}`} piece={piece} />
        ))}
      </span>
    </>
  );
}

function Piece({ piece: { kind, text } }: { readonly piece: DifferencePiece }) {
  if (kind === 'same') return text;
  // A break by itself could not be seen.
  const breaks = text.trim() === '' && text.includes('\n') ? '↵' : '';
  if (kind === 'added')
    return (
      <ins className={classes.added}>
        {breaks}
        {text}
      </ins>
    );
  const gone = text.trim() === '' ? breaks : text;
  return gone === '' ? null : <del className={classes.removed}>{gone}</del>;
}
