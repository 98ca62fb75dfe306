import { controlBody, isRefusal } from '../control/body.ts';
import { json } from '../exchange.ts';
import type { Route } from '../network.ts';
import { appsSchema } from '../oauth/apps.ts';
import type { Apps } from '../oauth/apps.ts';
import { finishDraft } from './publishing/finish.ts';
import { switchesSchema } from './switches.ts';
import type { TikTokWorld } from './world.ts';

/** Control over what only TikTok has: its apps, how it is set up, and drafts that a creator finishes. */
export function controlRoutes(world: TikTokWorld, apps: Apps): readonly Route[] {
  return [
    {
      method: 'PUT',
      path: '/__practice/tiktok/apps',
      operation: 'control.apps',
      handle: (exchange) => {
        const list = controlBody(exchange, appsSchema);
        if (isRefusal(list)) return list;
        apps.set(list);
        return json(200, {});
      },
    },
    {
      method: 'PUT',
      path: '/__practice/tiktok',
      operation: 'control.tiktok',
      handle: (exchange) => {
        const wanted = controlBody(exchange, switchesSchema);
        if (isRefusal(wanted)) return wanted;
        world.switches.set(wanted);
        return json(200, wanted);
      },
    },
    {
      method: 'POST',
      path: '/__practice/tiktok/finish',
      operation: 'control.tiktok',
      handle: (exchange) => finishDraft(world, exchange),
    },
  ];
}
