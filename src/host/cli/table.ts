const widest = 60;

/** A table for a terminal: columns as wide as their content, long cells broken at spaces. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, ...rows].map((row) => row.map((cell) => wrap(cell, widest)));
  const widths = heads.map((_head, column) =>
    Math.max(...lines.flatMap((cells) => (cells[column] ?? []).map((line) => line.length))),
  );
  return lines.flatMap((cells) => layOut(cells, widths)).join('\n');
}

function layOut(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_value, line) =>
    widths
      .map((width, column) => (cells[column]?.[line] ?? '').padEnd(width))
      .join('  ')
      .trimEnd(),
  );
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
