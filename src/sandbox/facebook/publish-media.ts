import type { Exchange } from '../exchange.ts';
import type { Caller } from './gate.ts';
import { accept } from './world.ts';
import type { FacebookWorld } from './world.ts';

/** Publishes what was uploaded as a post of the Page; answers the number of the post. */
export function publishMedia(
  world: FacebookWorld,
  exchange: Exchange,
  { page }: Caller,
  post: {
    readonly kind: string;
    readonly media: string;
    readonly text: string;
    readonly title: string | null;
    readonly scheduledFor: number | null;
    readonly readyAt: number;
  },
): string {
  const { kind, media, text, title, scheduledFor: at, readyAt: ready } = post;
  const number = world.state.nextId();
  accept(world, exchange, {
    operation: 'posts.create',
    account: page.id,
    id: `${page.id}_${number}`,
    text,
    media: [media],
    detail: { kind, link: null, title, scheduledFor: at, readyAt: ready },
  });
  return number;
}
