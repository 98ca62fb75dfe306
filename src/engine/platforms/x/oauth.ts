import type { OAuthProfile } from '../platform.ts';

/**
 * X's OAuth 2.0 with PKCE. X compares redirect addresses letter for letter, port included, and takes up to ten an app:
 * three fixed ports are registered and tried in turn. Refresh tokens come with `offline.access` and are spent by use.
 */
export const oauth: OAuthProfile = {
  scopes: ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'],
  pkce: 'S256',
  clientAuthentication: 'none_or_basic',
  redirectPorts: [47_841, 47_842, 47_843],
  redirectPath: '/oauth/x',
  rotatesRefreshTokens: true,
  loopbackClientId: 'ocma-loopback',
};

/** The addresses to register at X, as the listener on this machine uses them. */
export const redirectAddresses: readonly string[] = oauth.redirectPorts.map(
  (port) => `http://127.0.0.1:${port}${oauth.redirectPath}`,
);
