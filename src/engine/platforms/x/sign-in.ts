import type { BrowserSignIn } from '../sign-in.ts';

/**
 * X's OAuth 2.0 with PKCE. X compares redirect addresses letter for letter, port included, and takes up to ten an app:
 * three fixed ports are registered and tried in turn. Refresh tokens come with `offline.access` and are spent by use.
 */
export const signIn = {
  kind: 'browser',
  scopes: ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'],
  scopeSeparator: ' ',
  pkce: 'S256',
  clientIdParameter: 'client_id',
  clientAuthentication: 'none_or_basic',
  redirect: { kind: 'loopback', host: '127.0.0.1', ports: [47_841, 47_842, 47_843], path: '/oauth/x' },
  authorizeParameters: {},
  renewal: { kind: 'refresh_token', rotates: true },
  loopbackClientId: 'ocma-loopback',
} satisfies BrowserSignIn;

/** The addresses to register at X, as the listener on this machine uses them. */
export const redirectAddresses: readonly string[] = signIn.redirect.ports.map(
  (port) => `http://127.0.0.1:${port}${signIn.redirect.path}`,
);
