const longest = 300;

/**
 * The network's own words made fit to be kept: in one line, at most 300 characters, and without anything as long and
 * shapeless as a token.
 */
export const evidence = (words: string): string => {
  const line = words
    .replaceAll(/\b(?:bearer|basic)\s+\S+/gi, '…')
    .replaceAll(/[\w~+/=-]{32,}/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toWellFormed();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/\p{Surrogate}$/u, '')}…`;
};
