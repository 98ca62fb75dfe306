import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';

const usualSize = 25;
const largestSize = 100;

/**
 * One page of a list, by Graph's cursors. `idOf` names an entry for good, so that a list which grows at its beginning goes on where it
 * was. The address of the next page holds the token, as Graph's does.
 */
export function edgeAnswer<Entry>(
  exchange: Exchange,
  origin: string,
  entries: readonly Entry[],
  idOf: (entry: Entry) => string,
  shown: (entry: Entry) => unknown,
): Answer {
  const wanted = Number(exchange.query.get('limit') ?? usualSize);
  const size = Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, largestSize) : usualSize;
  const after = exchange.query.get('after');
  const from = after === null ? 0 : entries.findIndex((entry) => cursorOf(idOf(entry)) === after) + 1;
  const page = entries.slice(from, from + size);
  const [first] = page;
  const last = page.at(-1);
  if (first === undefined || last === undefined) return json(200, { data: [] });
  const cursors = { before: cursorOf(idOf(first)), after: cursorOf(idOf(last)) };
  if (from + size >= entries.length) return json(200, { data: page.map(shown), paging: { cursors } });
  const next = new URL(`${origin}${exchange.path}`);
  next.search = exchange.query.toString();
  next.searchParams.set('after', cursors.after);
  return json(200, { data: page.map(shown), paging: { cursors, next: next.href } });
}

function cursorOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/** What `fields` asks for, without what stands in brackets and behind dots; `id` always comes along. */
export function fieldsOf(exchange: Exchange, usual: readonly string[]): ReadonlySet<string> {
  const asked = exchange.query.get('fields');
  if (asked === null || asked === '') return new Set(['id', ...usual]);
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const letter of `${asked},`) {
    if (letter === '{' || letter === '(') depth += 1;
    else if (letter === '}' || letter === ')') depth -= 1;
    else if (letter === ',' && depth === 0) {
      names.push(name.split('.')[0]?.trim() ?? '');
      name = '';
    } else if (depth === 0) name += letter;
  }
  return new Set(['id', ...names]);
}

/** Those members of an object that were asked for. */
export function only(values: Readonly<Record<string, unknown>>, fields: ReadonlySet<string>): object {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => fields.has(name) && value !== undefined),
  );
}
