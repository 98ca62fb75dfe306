/** A value of the small YAML that twitter-text's cases are written in. */
export type Yaml = string | number | boolean | null | readonly Yaml[] | { readonly [key: string]: Yaml };

type Line = { readonly indent: number; readonly text: string };

/**
 * Reads block mappings and sequences of double-quoted, flow and plain scalars: all that twitter-text's conformance
 * files use. Throws where a file uses more.
 */
export const readYaml = (source: string): Yaml => {
  const lines = source
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trim() }));
  const reader = { lines, at: 0 };
  const value = readBlock(reader, 0);
  if (reader.at < lines.length) throw new Error(`Unexpected: ${lines[reader.at]?.text}`);
  return value;
};

type Reader = { readonly lines: Line[]; at: number };

const readBlock = (reader: Reader, least: number): Yaml => {
  const first = reader.lines[reader.at];
  if (first === undefined || first.indent < least) return null;
  return first.text.startsWith('- ') ? readSequence(reader, first.indent) : readMapping(reader, first.indent);
};

const readSequence = (reader: Reader, indent: number): Yaml => {
  const items: Yaml[] = [];
  for (;;) {
    const line = reader.lines[reader.at];
    if (line === undefined || line.indent !== indent || !line.text.startsWith('- ')) return items;
    // The item's first key stands on the dash's line: read it as a line of its own, two columns further in.
    const text = line.text.slice(2).trimStart();
    reader.lines[reader.at] = { indent: indent + line.text.length - text.length, text };
    items.push(readBlock(reader, indent + 1));
  }
};

const readMapping = (reader: Reader, indent: number): Yaml => {
  const entries: [string, Yaml][] = [];
  for (;;) {
    const line = reader.lines[reader.at];
    if (line === undefined || line.indent !== indent) break;
    const [, key, rest] = /^(\w+):(?: +(.*))?$/.exec(line.text) ?? [];
    if (key === undefined) throw new Error(`Not a mapping: ${line.text}`);
    reader.at += 1;
    entries.push([key, rest === undefined || rest === '' ? readBlock(reader, indent + 1) : readScalar(rest)]);
  }
  return Object.fromEntries(entries);
};

const readScalar = (text: string): Yaml => {
  const asJson = text.replaceAll(/\\(?:U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([^"\\/bfnrtu]))/g, escaped);
  try {
    return JSON.parse(asJson);
  } catch {
    throw new Error(`Not a known scalar: ${text}`);
  }
};

const escaped = (all: string, long?: string, short?: string): string => {
  const code = long ?? short;
  if (code === undefined) throw new Error(`Not a known escape: ${all}`);
  return JSON.stringify(String.fromCodePoint(Number.parseInt(code, 16))).slice(1, -1);
};
