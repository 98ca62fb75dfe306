import type { BrowserSignIn } from '../sign-in.ts';
import { scopes } from './scopes.ts';
import { server } from './server.ts';

/**
 * OAuth at the account's own server, where the app makes itself known first. PKCE is checked since 4.3 and ignored before.
 * Tokens do not end, so there is nothing to renew.
 */
export const signIn = {
  kind: 'browser',
  scopes,
  scopeSeparator: ' ',
  pkce: 'S256',
  clientIdParameter: 'client_id',
  clientAuthentication: 'body',
  tokenBody: 'json',
  redirect: {
    kind: 'loopback',
    host: '127.0.0.1',
    ports: [47_851, 47_852, 47_853],
    path: '/oauth/mastodon',
  },
  authorizeParameters: {},
  renewal: { kind: 'sign_in' },
  loopbackClientId: 'ocma-loopback',
  server,
} satisfies BrowserSignIn;
