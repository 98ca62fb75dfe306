interface Piece {
  readonly key: number;
  readonly text: string;
  readonly linked: boolean;
}

const occurrences = (text: string, entity: string): { start: number; end: number }[] => {
  const found: { start: number; end: number }[] = [];
  if (entity === '') return found;
  for (let start = text.indexOf(entity); start !== -1; start = text.indexOf(entity, start + entity.length)) {
    found.push({ start, end: start + entity.length });
  }
  return found;
};

/** Cuts a text at its entities, given as written. */
export function entityPieces(text: string, entities: readonly string[]): Piece[] {
  const spots = entities
    .flatMap((entity) => occurrences(text, entity))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of spots) {
    if (start < at) continue;
    if (start > at) pieces.push({ key: at, text: text.slice(at, start), linked: false });
    pieces.push({ key: start, text: text.slice(start, end), linked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ key: at, text: text.slice(at), linked: false });
  return pieces;
}
