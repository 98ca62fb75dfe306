/** The items of a cell that holds several, separated by semicolons or bars; each once, in order. */
export function itemsOf(cell: string): string[] {
  const items = cell.split(/[;|]/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}
