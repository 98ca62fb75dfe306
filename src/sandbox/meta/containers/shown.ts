import { json } from '../../exchange.ts';
import type { Answer } from '../../exchange.ts';
import { badParameter } from '../problems.ts';
import type { Call } from './gate.ts';

/** What an object has to show, by the names of its fields; a nested list is asked for as `name{fields}`. */
export type Shown = Readonly<Record<string, unknown>>;

/** The names in `fields`, with what stands in braces behind each. */
export function wantedFields(call: Call, usual: string): ReadonlyMap<string, string> {
  const text = call.parameters.fields ?? usual;
  return new Map(
    [...text.matchAll(/([\w.]+)(?:\{([^}]*)\})?/g)].map(([, name = '', inner = '']) => [name, inner]),
  );
}

/** One object with the fields that were asked for; Graph refuses a field that there is not. Fields without a value are left out. */
export function objectAnswer(call: Call, shown: Shown, usual: string): Answer {
  const wanted = wantedFields(call, usual);
  const unknown = unknownField(shown, wanted);
  return unknown === undefined ? json(200, chosen(shown, wanted)) : nonexisting(unknown);
}

/** A page of a list: `limit`, `after`, `since` and `until` as Graph has them. `next` is an address that holds the token. */
export function listAnswer(
  call: Call,
  items: readonly { readonly id: string; readonly at: number; readonly shown: Shown }[],
  usual: string,
): Answer {
  const { limit = '25', after, since, until } = call.parameters;
  const size = Number(limit);
  if (!Number.isInteger(size) || size < 1 || size > 100) return badParameter('Param limit must be 1 to 100.');
  const wanted = wantedFields(call, usual);
  const unknown = items[0] === undefined ? undefined : unknownField(items[0].shown, wanted);
  if (unknown !== undefined) return nonexisting(unknown);
  const within = items.filter(
    ({ at }) =>
      (since === undefined || at >= Number(since) * 1000) &&
      (until === undefined || at < Number(until) * 1000),
  );
  const from = after === undefined ? 0 : within.findIndex(({ id }) => cursorOf(id) === after) + 1;
  if (after !== undefined && from === 0) return badParameter('Invalid cursor.');
  const page = within.slice(from, from + size);
  const last = page.at(-1);
  const more = from + size < within.length;
  return json(200, {
    data: page.map(({ shown }) => chosen(shown, wanted)),
    ...(last !== undefined && {
      paging: {
        cursors: { before: cursorOf(page[0]?.id ?? ''), after: cursorOf(last.id) },
        ...(more && {
          next: `https://graph.practice.invalid/?access_token=secret&after=${cursorOf(last.id)}`,
        }),
      },
    }),
  });
}

/** The seconds that Graph writes without a colon in the zone. */
export function graphTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+0000`;
}

function chosen(shown: Shown, wanted: ReadonlyMap<string, string>): Shown {
  return Object.fromEntries(
    Object.entries({ ...shown }).filter(
      ([name, value]) => (name === 'id' || wanted.has(name)) && value !== undefined,
    ),
  );
}

function unknownField(shown: Shown, wanted: ReadonlyMap<string, string>): string | undefined {
  return [...wanted.keys()].find((name) => !(name in shown));
}

function nonexisting(name: string): Answer {
  return badParameter(`Tried accessing nonexisting field (${name})`);
}

function cursorOf(id: string): string {
  return Buffer.from(`c${id}`).toString('base64url');
}
