/** A text as a network might store it that tidies what it is given: never the same as before. */
export function rewritten(text: string): string {
  const tidy = text
    .replaceAll(/(?<=^|\s)"/g, '“')
    .replaceAll('"', '”')
    .replaceAll("'", '’')
    .replaceAll('...', '…')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\n{2,}/g, '\n');
  if (tidy !== text) return tidy;
  return tidy.endsWith('.') ? tidy.slice(0, -1) : `${tidy}.`;
}
