import { z } from 'zod';
import {
  account,
  connectionCheck,
  developerApp,
  endpoints,
  platformCard,
  platformName,
} from '../models/account.ts';
import { accountId, flowId } from '../models/ids.ts';
import { instant } from '../models/time.ts';
import { nothing, procedure, scope } from './base.ts';

/** A connection under way, from the consent page to the stored account. */
export const connectionFlow = z.object({
  id: flowId,
  platform: platformName,
  status: z.enum(['waiting', 'exchanging', 'connected', 'failed', 'cancelled', 'expired']),
  authorizeUrl: z.string(),
  redirectUri: z.string(),
  /** True while a listener on this machine waits for the browser to come back. */
  listening: z.boolean(),
  expiresAt: instant,
  account: account.nullable(),
  problem: z.object({ code: z.string(), message: z.string(), fix: z.string().nullable() }).nullable(),
});
export type ConnectionFlow = z.infer<typeof connectionFlow>;

export const accountsContract = {
  platforms: procedure
    .route({ method: 'GET', path: '/platforms' })
    .input(nothing)
    .output(z.array(platformCard)),
  list: procedure.route({ method: 'GET', path: '/accounts' }).input(scope).output(z.array(account)),
  /** Starts OAuth: opens a loopback listener and, with `openBrowser`, the system browser. */
  connect: procedure
    .route({ method: 'POST', path: '/accounts/connect' })
    .input(
      scope.extend({
        platform: platformName,
        openBrowser: z.boolean().default(true),
        /** Connect this account again; the same one must come back. */
        reconnect: accountId.optional(),
      }),
    )
    .output(connectionFlow),
  /** Where a workspace is named, the connection must be one of its own; here and in the two below. */
  connection: procedure
    .route({ method: 'GET', path: '/accounts/connections/{id}' })
    .input(scope.extend({ id: flowId }))
    .output(connectionFlow),
  cancelConnection: procedure
    .route({ method: 'POST', path: '/accounts/connections/{id}/cancel' })
    .input(scope.extend({ id: flowId }))
    .output(nothing),
  /** For machines whose browser cannot reach the listener: the whole address the browser ended at. */
  pasteRedirect: procedure
    .route({ method: 'POST', path: '/accounts/connections/{id}/paste' })
    .input(scope.extend({ id: flowId, address: z.string().min(1).max(8_000) }))
    .output(connectionFlow),
  /** Revokes the tokens at the network and forgets them; posts that wait are kept and marked. */
  disconnect: procedure
    .route({ method: 'POST', path: '/accounts/{id}/disconnect' })
    .input(scope.extend({ id: accountId }))
    .output(account),
  check: procedure
    .route({ method: 'POST', path: '/accounts/{id}/check' })
    .input(scope.extend({ id: accountId }))
    .output(connectionCheck),
  /** Ends a pause early (credits were added, the limit was lifted). */
  resume: procedure
    .route({ method: 'POST', path: '/accounts/{id}/resume' })
    .input(scope.extend({ id: accountId }))
    .output(account),
  developerApp: procedure
    .route({ method: 'GET', path: '/developer-apps/{platform}' })
    .input(scope.extend({ platform: platformName }))
    .output(z.object({ app: developerApp.nullable(), endpoints, customEndpoints: z.boolean() })),
  saveDeveloperApp: procedure
    .route({ method: 'PUT', path: '/developer-apps/{platform}' })
    .input(
      scope.extend({
        platform: platformName,
        clientId: z.string().trim().min(1).max(500),
        /** Left out: keep the stored one. Empty: forget it. */
        clientSecret: z.string().trim().max(1_000).optional(),
      }),
    )
    .output(developerApp),
  /** Asks the network whether it knows the app, without connecting an account. */
  testDeveloperApp: procedure
    .route({ method: 'POST', path: '/developer-apps/{platform}/test' })
    .input(scope.extend({ platform: platformName }))
    .output(connectionCheck),
  /** Points a network at other endpoints; accounts connected through the old ones are disconnected. Null restores the network's own. */
  setEndpoints: procedure
    .route({ method: 'PUT', path: '/endpoints/{platform}' })
    .input(scope.extend({ platform: platformName, endpoints: endpoints.partial().nullable() }))
    .output(z.object({ endpoints, customEndpoints: z.boolean(), disconnected: z.int() })),
};
