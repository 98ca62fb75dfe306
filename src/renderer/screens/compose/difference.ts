/** A stretch of a text that stayed, came or went. */
export interface DifferencePiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many words on both sides together the texts are shown as wholes: the table would grow too large. */
const largest = 1_600;

/** Words, what lies between them, and the marks after them, each by itself: a word is the same before a comma. */
const wordsOf = (text: string): string[] =>
  text.match(/\s+|[.,;:!?…]+(?=\s|$)|(?:(?![.,;:!?…]+(?:\s|$))\S)+/gu) ?? [];

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
    if (piece.text === '') return all;
    if (last?.kind === piece.kind) all[all.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else all.push(piece);
    return all;
  }, []);

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Fewer letters than these that stayed between two changes are no sense: nobody reads on from one to the next. */
const fewestBetween = 4;

/** Changes that lie close together as one: all that went, then all that came. */
const gathered = (pieces: readonly DifferencePiece[]): DifferencePiece[] => {
  const all: DifferencePiece[] = [];
  let removed = '';
  let added = '';
  const close = (): void => {
    // The space after both is no change.
    const space = /\s*$/u.exec(added)?.[0] ?? '';
    const kept = removed.endsWith(space) ? space : '';
    all.push(
      { kind: 'removed', text: removed.slice(0, removed.length - kept.length) },
      { kind: 'added', text: added.slice(0, added.length - kept.length) },
      { kind: 'same', text: kept },
    );
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of pieces.entries()) {
    const isBetween = index > 0 && index < pieces.length - 1 && lettersIn(text) < fewestBetween;
    if (kind !== 'added' && (kind === 'removed' || isBetween)) removed += text;
    if (kind !== 'removed' && (kind === 'added' || isBetween)) added += text;
    if (kind === 'same' && !isBetween) {
      close();
      all.push({ kind, text });
    }
  }
  close();
  return merged(all);
};

/** The share of the letters of both texts that stayed, below which a reader sees two texts and no changes. */
const leastKept = 0.35;

/** Whether so little stayed that the new text is better read by itself, as a translation is. */
export function isWrittenAnew(pieces: readonly DifferencePiece[]): boolean {
  const letters = (kinds: readonly DifferencePiece['kind'][]): number =>
    pieces.reduce((sum, { kind, text }) => sum + (kinds.includes(kind) ? lettersIn(text) : 0), 0);
  const whole = Math.max(letters(['same', 'removed']), letters(['same', 'added']));
  return letters(['same']) < whole * leastKept;
}

/** What changed from one text to another, by words; what lies close together is one change. */
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
  return gathered(merged(pieces));
}
