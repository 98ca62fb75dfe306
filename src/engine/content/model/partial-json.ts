/**
 * Reads as much of a JSON text as there is, while it still comes in: open strings, lists and objects are closed where the
 * text ends, and a field without its value is left out. Undefined where there is nothing to read yet, or it is no JSON.
 * Nothing read this way has been checked by anybody.
 */
export function partialJson(text: string): unknown {
  const open: ('}' | ']')[] = [];
  let inString = false;
  let escaped = false;
  /** Where the text can be cut so that what stands before is whole, with what is open there. */
  let whole: { readonly end: number; readonly open: readonly string[] } | null = null;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (inString) {
      if (escaped) escaped = false;
      else if (letter === '\\') escaped = true;
      else if (letter === '"') inString = false;
      continue;
    }
    if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? '}' : ']');
      whole = { end: index + 1, open: [...open] };
    } else if (letter === '}' || letter === ']') {
      open.pop();
      whole = { end: index + 1, open: [...open] };
    } else if (letter === ',') whole = { end: index, open: [...open] };
  }
  const ended = inString ? `${withoutHalfEscape(text)}"` : text;
  const read = parsed(closed(ended, open));
  if (read !== undefined || whole === null) return read;
  return parsed(closed(text.slice(0, whole.end), whole.open));
}

function closed(text: string, open: readonly string[]): string {
  return text + open.toReversed().join('');
}

/** A string that breaks off inside of `\u00e9`, or right after its backslash. */
function withoutHalfEscape(text: string): string {
  const half = /\\(?:u[\da-f]{0,3})?$/i.exec(text);
  if (half === null) return text;
  // An even number of backslashes before it: the one found is itself escaped.
  const before = /\\*$/.exec(text.slice(0, half.index))?.[0].length ?? 0;
  return before % 2 === 0 ? text.slice(0, half.index) : text;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
