/** The columns that an import understands, with the other spellings that are taken for them. */
const spellings = {
  text: ['text', 'post', 'content'],
  date: ['date', 'datetime', 'date time', 'scheduled at', 'publish at'],
  timeZone: ['time zone', 'timezone', 'zone'],
  accounts: ['accounts', 'account'],
  media: ['media', 'images', 'image'],
  altText: ['alt text', 'alttext', 'alt'],
  link: ['link', 'url'],
  labels: ['labels', 'label', 'tags'],
  firstComment: ['first comment', 'comment'],
} as const;

export type ColumnName = keyof typeof spellings;

const byName = new Map<string, ColumnName>(
  (Object.keys(spellings) as ColumnName[]).flatMap((column) =>
    spellings[column].map((name) => [name, column] as const),
  ),
);

/** Case, underscores and dashes do not matter. */
export function columnOf(name: string): ColumnName | undefined {
  return byName.get(
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' '),
  );
}

/** How the header of a file reads. */
export interface Columns {
  readonly positions: ReadonlyMap<ColumnName, number>;
  readonly extra: readonly string[];
  readonly repeated: readonly string[];
}

export function columnsOf(header: readonly string[]): Columns {
  const positions = new Map<ColumnName, number>();
  const extra: string[] = [];
  const repeated: string[] = [];
  for (const [position, name] of header.entries()) {
    const column = columnOf(name);
    if (column === undefined) {
      if (name.trim() !== '') extra.push(name.trim());
    } else if (positions.has(column)) repeated.push(name.trim());
    else positions.set(column, position);
  }
  return { positions, extra, repeated };
}

/** The cells of one line by column; an absent or empty cell is the empty string. */
export type Cells = Readonly<Record<ColumnName, string>>;

export function cellsOf({ positions }: Columns, cells: readonly string[]): Cells {
  const cell = (column: ColumnName): string => {
    const position = positions.get(column);
    return position === undefined ? '' : (cells[position] ?? '').replaceAll(/\r\n?/g, '\n').trim();
  };
  return {
    text: cell('text'),
    date: cell('date'),
    timeZone: cell('timeZone'),
    accounts: cell('accounts'),
    media: cell('media'),
    altText: cell('altText'),
    link: cell('link'),
    labels: cell('labels'),
    firstComment: cell('firstComment'),
  };
}
