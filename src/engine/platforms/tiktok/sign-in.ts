import type { BrowserSignIn } from '../sign-in.ts';
import { tokenProtocol } from './token-protocol.ts';

/**
 * TikTok's Login Kit for Desktop: the system browser, a listener at any port (the registered address has `*` for it) and a
 * secret all the same. The challenge is the digest in hexadecimal. Every scope but the first is allowed by TikTok app by
 * app, and people may grant fewer than were asked for.
 */
export const signIn = {
  kind: 'browser',
  scopes: [
    'user.info.basic',
    'user.info.profile',
    'user.info.stats',
    'video.list',
    'video.upload',
    'video.publish',
  ],
  scopeSeparator: ',',
  pkce: 'S256_hex',
  clientIdParameter: 'client_key',
  clientAuthentication: 'body',
  redirect: { kind: 'loopback', host: '127.0.0.1', ports: [], path: '/oauth/tiktok/' },
  authorizeParameters: {},
  renewal: { kind: 'refresh_token', rotates: true },
  loopbackClientId: 'ocma-loopback',
  protocol: tokenProtocol,
} satisfies BrowserSignIn;

/** The address to register with TikTok; the star stands for the port. */
export const redirectAddress = `http://127.0.0.1:*${signIn.redirect.path}`;
