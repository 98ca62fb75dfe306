import type { BrowserSignIn } from '../sign-in.ts';
import { scope } from './scopes.ts';
import { exchange, revoke } from './tokens.ts';

/**
 * Google's OAuth 2.0 for desktop apps: any port of this machine, none of them registered. The secret of a desktop client
 * is sent along and is not treated as one. `prompt` makes Google show its account and channel chooser each time and
 * issue a refresh token, which stays the same when it is used.
 */
export const signIn = {
  kind: 'browser',
  scopes: Object.values(scope),
  scopeSeparator: ' ',
  pkce: 'S256',
  clientIdParameter: 'client_id',
  clientAuthentication: 'body',
  redirect: { kind: 'loopback', host: '127.0.0.1', ports: [], path: '/oauth/youtube' },
  authorizeParameters: {
    access_type: 'offline',
    prompt: 'consent select_account',
    include_granted_scopes: 'true',
  },
  renewal: { kind: 'refresh_token', rotates: false },
  protocol: { exchange, revoke },
  loopbackClientId: 'ocma-loopback.apps.googleusercontent.com',
} satisfies BrowserSignIn;
