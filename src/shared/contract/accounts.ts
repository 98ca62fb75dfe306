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

/** An account that a sign-in gave, such as a Page that the person manages. */
export const accountCandidate = z.object({
  remoteId: z.string(),
  username: z.string(),
  displayName: z.string(),
  /** What it is in the network's own terms; null where the network does not say. */
  kind: z.string().nullable(),
  followers: z.int().nullable(),
  /** Why it cannot be connected, as a sentence; null where it can. */
  unusable: z.string().nullable(),
  /** It is in this workspace already; choosing it renews its sign-in. */
  connected: z.boolean(),
});

/** A connection under way, from the sign-in to the stored accounts. */
export const connectionFlow = z.object({
  id: flowId,
  platform: platformName,
  /** `choosing`: the sign-in gave several accounts, and `chooseAccounts` says which to connect. */
  status: z.enum(['waiting', 'exchanging', 'choosing', 'connected', 'failed', 'cancelled', 'expired']),
  /** Empty where no browser takes part; so is `redirectUri`. */
  authorizeUrl: z.string(),
  redirectUri: z.string(),
  /** True while a listener or a window of this app waits for the browser to come back; else the address is pasted. */
  listening: z.boolean(),
  expiresAt: instant,
  /** What there is to choose from; empty unless `choosing`. */
  candidates: z.array(accountCandidate),
  /** The first of `accounts`. */
  account: account.nullable(),
  /** All that were connected. */
  accounts: z.array(account),
  problem: z.object({ code: z.string(), message: z.string(), fix: z.string().nullable() }).nullable(),
});
export type ConnectionFlow = z.infer<typeof connectionFlow>;

export const accountsContract = {
  platforms: procedure
    .route({ method: 'GET', path: '/platforms' })
    .input(nothing)
    .output(z.array(platformCard)),
  list: procedure.route({ method: 'GET', path: '/accounts' }).input(scope).output(z.array(account)),
  /**
   * Starts OAuth: opens a loopback listener and, with `openBrowser`, the system browser; or a window of the app, where only that can
   * catch the network's answer.
   */
  connect: procedure
    .route({ method: 'POST', path: '/accounts/connect' })
    .input(
      scope.extend({
        platform: platformName,
        /** The server's name, or a handle that leads to it, where the network has many; its usual one where left out. */
        server: z.string().trim().max(300).optional(),
        openBrowser: z.boolean().default(true),
        /** Connect this account again; the same one must come back. */
        reconnect: accountId.optional(),
      }),
    )
    .output(connectionFlow),
  /**
   * Signs in by a name and a password made for apps. The password is used once and kept nowhere. `needs_factor`: the network has sent
   * the user a code, to be given with the same call; `not_an_app_password`: it looks like the account's own, and was not sent.
   */
  connectWithPassword: procedure
    .route({ method: 'POST', path: '/accounts/connect-with-password' })
    .input(
      scope.extend({
        platform: platformName,
        server: z.string().trim().max(300).optional(),
        identifier: z.string().trim().min(1).max(300),
        password: z.string().min(1).max(500),
        factor: z.string().trim().min(1).max(100).optional(),
        /** Use the password although it does not look like one for apps. */
        anyway: z.boolean().default(false),
        reconnect: accountId.optional(),
      }),
    )
    .output(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.enum(['connected', 'choosing']), flow: connectionFlow }),
        z.object({ outcome: z.literal('needs_factor') }),
        /** `madeAt`: where a password for apps is made. */
        z.object({ outcome: z.literal('not_an_app_password'), madeAt: z.string() }),
      ]),
    ),
  /** Connects these accounts of a connection that is `choosing`, all or none. */
  chooseAccounts: procedure
    .route({ method: 'POST', path: '/accounts/connections/{id}/choose' })
    .input(scope.extend({ id: flowId, remoteIds: z.array(z.string()).min(1).max(200) }))
    .output(connectionFlow),
  /** Where a workspace is named, the connection must be one of its own; here and wherever a connection is named. */
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
  /**
   * Forgets the tokens, and revokes them at the network unless another connected account rests on the same sign-in; posts that wait are
   * kept and marked.
   */
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
