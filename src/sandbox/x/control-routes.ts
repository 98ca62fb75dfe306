import { controlBody, isRefusal } from '../control/body.ts';
import { json } from '../exchange.ts';
import type { Route } from '../network.ts';
import { creditsSchema } from './api/credits.ts';
import type { Credits } from './api/credits.ts';
import { appsSchema } from '../oauth/apps.ts';
import type { Apps } from '../oauth/apps.ts';

/** Control over what only X has: the registered apps and the prepaid credits. */
export function controlRoutesOfX(apps: Apps, credits: Credits): readonly Route[] {
  return [
    {
      method: 'PUT',
      path: '/__practice/apps',
      operation: 'control.apps',
      handle: (exchange) => {
        const list = controlBody(exchange, appsSchema);
        if (isRefusal(list)) return list;
        apps.set(list);
        return json(200, {
          apps: list?.map(({ clientId, redirectUris }) => ({ clientId, redirectUris })) ?? null,
        });
      },
    },
    {
      method: 'GET',
      path: '/__practice/credits',
      operation: 'control.credits',
      handle: () => json(200, credits.report()),
    },
    {
      method: 'PUT',
      path: '/__practice/credits',
      operation: 'control.credits',
      handle: (exchange) => {
        const wanted = controlBody(exchange, creditsSchema);
        if (isRefusal(wanted)) return wanted;
        credits.set(wanted.balanceMicros);
        return json(200, credits.report());
      },
    },
  ];
}
