import { snippetPieces } from './snippet-pieces.ts';

/** A passage of a post with the searched words marked. */
export function Snippet({ snippet }: { snippet: string }) {
  return (
    <span dir="auto">
      {snippetPieces(snippet).map(({ text, match, at }) =>
        match ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </span>
  );
}
