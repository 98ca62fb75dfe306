import { z } from 'zod';
import { controlBody, isRefusal } from '../control/body.ts';
import { json } from '../exchange.ts';
import type { Route } from '../network.ts';
import { buckets } from './api/quota.ts';
import type { Quota } from './api/quota.ts';
import { settingsChange } from './settings.ts';
import type { Settings } from './settings.ts';

const usedSchema = z.strictObject({
  clientId: z.string().min(1),
  bucket: z.enum(['inserts', 'searches', 'units']),
  used: z.int().min(0),
});

/** Control over what only YouTube has: how Google set up the project, and what is used of its daily budgets. */
export function controlRoutesOfYouTube(
  settings: Settings,
  quota: Quota,
  now: () => number,
): readonly Route[] {
  return [
    {
      method: 'PUT',
      path: '/__practice/youtube/settings',
      operation: 'control.youtube',
      handle: (exchange) => {
        const change = controlBody(exchange, settingsChange);
        if (isRefusal(change)) return change;
        settings.change(change);
        return json(200, settings.now);
      },
    },
    {
      method: 'PUT',
      path: '/__practice/youtube/quota',
      operation: 'control.youtube',
      handle: (exchange) => {
        const wanted = controlBody(exchange, usedSchema);
        if (isRefusal(wanted)) return wanted;
        const { clientId, bucket, used } = wanted;
        quota.set(clientId, bucket, used, now());
        return json(
          200,
          Object.fromEntries(buckets.map((name) => [name, quota.used(clientId, name, now())])),
        );
      },
    },
  ];
}
