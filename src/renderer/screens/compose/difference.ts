/** A stretch of a text that stayed, came or went. */
export interface DifferencePiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many words on both sides together the texts are shown as wholes: the table would grow too large. */
const largest = 1_600;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/** The longest run of words that two texts share, in order, as a table of lengths. */
const tableOf = (before: readonly string[], after: readonly string[]): number[][] => {
  const table = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const down = table[row + 1]?.[column] ?? 0;
      const right = table[row]?.[column + 1] ?? 0;
      const line = table[row];
      if (!line) continue;
      line[column] =
        before[row] === after[column] ? (table[row + 1]?.[column + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  return table;
};

const merged = (pieces: readonly DifferencePiece[]): DifferencePiece[] =>
  pieces.reduce<DifferencePiece[]>((all, piece) => {
    const last = all.at(-1);
    if (last?.kind === piece.kind) all[all.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else all.push(piece);
    return all;
  }, []);

/** What changed from one text to another, word by word. */
export function differenceOf(beforeText: string, afterText: string): DifferencePiece[] {
  const before = wordsOf(beforeText);
  const after = wordsOf(afterText);
  if (before.length + after.length > largest) {
    return [
      { kind: 'removed', text: beforeText },
      { kind: 'added', text: afterText },
    ];
  }
  const table = tableOf(before, after);
  const pieces: DifferencePiece[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const old = before[row];
    const young = after[column];
    if (old !== undefined && old === young) {
      pieces.push({ kind: 'same', text: old });
      row += 1;
      column += 1;
    } else if (
      young === undefined ||
      (old !== undefined && (table[row + 1]?.[column] ?? 0) >= (table[row]?.[column + 1] ?? 0))
    ) {
      pieces.push({ kind: 'removed', text: old ?? '' });
      row += 1;
    } else {
      pieces.push({ kind: 'added', text: young });
      column += 1;
    }
  }
  return merged(pieces);
}
