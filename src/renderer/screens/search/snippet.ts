/** A stretch of a snippet; `match` where the searched words are. */
export interface SnippetPiece {
  readonly text: string;
  readonly match: boolean;
}

/** Splits a snippet at the marks U+2068 and U+2069 that the engine sets around the matches. */
export function snippetPieces(snippet: string): SnippetPiece[] {
  return snippet
    .split(/(\u2068[^\u2069]*\u2069?)/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('\u2068')
        ? { text: piece.replaceAll(/[\u2068\u2069]/gu, ''), match: true }
        : { text: piece.replaceAll('\u2069', ''), match: false },
    );
}
