import { json } from '../exchange.ts';
import type { Route } from '../network.ts';
import { paint } from '../picture.ts';
import { crowd, passersBy, practicePeople } from './people.ts';
import type { Person } from './people.ts';

/** The path of a person's small picture; without `_normal` it is the full size. Every network uses the same pictures. */
export function avatarPath(person: Pick<Person, 'username'>): string {
  return `/practice/avatars/${person.username}_normal.png`;
}

const everyone = new Map(
  [...practicePeople, ...passersBy, ...crowd].map((person) => [person.username, person]),
);

/** Serves the drawn avatars, 48 pixels for `_normal` and 400 otherwise. */
export const avatarRoute: Route = {
  method: 'GET',
  path: '/practice/avatars/:file',
  operation: 'pages.avatar',
  handle: ({ parameters }) => {
    const [, username, small] = /^(\w+?)(_normal)?\.png$/.exec(parameters.file ?? '') ?? [];
    const person = everyone.get(username ?? '');
    if (person === undefined) return json(404, { title: 'Not Found', status: 404, type: 'about:blank' });
    return {
      status: 200,
      headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' },
      body: drawn(person, small === undefined ? 400 : 48),
    };
  },
};

/** A head and shoulders before a background, in colours that are the person's own. */
function drawn(person: Person, size: number): Uint8Array {
  const { hue } = person;
  return paint(size, size, (x, y) => {
    const head = Math.hypot(x - 0.5, y - 0.4) < 0.19;
    const shoulders = Math.hypot((x - 0.5) * 0.9, y - 1.02) < 0.36;
    if (head || shoulders) return { hue: hue + 180, saturation: 0.35, lightness: head ? 0.86 : 0.78 };
    return { hue: hue + y * 40, saturation: 0.5, lightness: 0.42 + 0.12 * (1 - y) };
  });
}
