/** A stretch of a snippet; `match` where the searched words are. */
export interface SnippetPiece {
  readonly text: string;
  readonly match: boolean;
  /** Where the piece begins in the snippet, marks included. */
  readonly at: number;
}

/** Splits a snippet at the marks U+2068 and U+2069 that the engine sets around the matches. */
export function snippetPieces(snippet: string): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  for (const { 0: piece, index: at } of snippet.matchAll(/\u2068[^\u2069]*\u2069?|[^\u2068]+/gu)) {
    const text = piece.replaceAll(/[\u2068\u2069]/gu, '');
    if (text !== '') pieces.push({ text, match: piece.startsWith('\u2068'), at });
  }
  return pieces;
}
