import { z } from 'zod';
import { appSettings } from '../models/settings.ts';
import { accountId, deliveryId, workspaceId } from '../models/ids.ts';
import { instant } from '../models/time.ts';
import { nothing, procedure } from './base.ts';

/** A post with a time ahead, as it is named in a sentence. */
export const awaited = z.object({
  deliveryId,
  workspaceId,
  accountId,
  at: instant,
  platform: z.string(),
  username: z.string(),
  excerpt: z.string(),
});
export type Awaited = z.infer<typeof awaited>;

export const powerContract = {
  /** Whether this machine can be kept awake from here, whether it is now, and for which post. */
  status: procedure
    .route({ method: 'GET', path: '/power', summary: 'Keeping the machine awake for posts' })
    .input(nothing)
    .output(
      z.object({
        available: z.boolean(),
        setting: appSettings.shape.keepAwake,
        holding: z.boolean(),
        /** The first post due soon enough to stay awake for; null where there is none. */
        next: awaited.nullable(),
      }),
    ),
  /** Posts that go out late if the app stays closed for the hours that are given, soonest first, at most 50. */
  lateIfClosed: procedure
    .route({ method: 'GET', path: '/power/late-if-closed', summary: 'What would be late if the app closed' })
    .input(z.object({ hours: z.int().min(1).max(168).default(12) }))
    .output(z.object({ deliveries: z.array(awaited), total: z.int() })),
};
