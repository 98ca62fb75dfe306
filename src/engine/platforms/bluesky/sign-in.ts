import type { PasswordSignIn } from '../sign-in.ts';
import { server } from './server.ts';
import { sessions } from './sessions.ts';

/** Where Bluesky makes passwords for apps. */
export const passwordsMadeAt = 'https://bsky.app/settings/app-passwords';

/**
 * A handle and an app password (`com.atproto.server.createSession`). Such a password gives all rights but those over the
 * account itself, so there are no scopes. Refresh tokens are spent by use.
 */
export const signIn = {
  kind: 'password',
  scopes: [],
  renewal: { kind: 'refresh_token', rotates: true },
  server,
  protocol: sessions,
  password: { pattern: /^[a-z2-7]{4}(?:-[a-z2-7]{4}){3}$/, madeAt: passwordsMadeAt },
} satisfies PasswordSignIn;
