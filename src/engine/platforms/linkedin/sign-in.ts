import type { BrowserSignIn } from '../sign-in.ts';
import { signedInAccounts } from './accounts.ts';

/**
 * LinkedIn's code flow with a secret. It compares redirect addresses letter for letter, so three fixed ports are registered
 * and tried in turn. A refresh token comes only to approved partners and keeps its end when it is used.
 */
const common = {
  kind: 'browser',
  scopeSeparator: ' ',
  pkce: 'none',
  clientIdParameter: 'client_id',
  clientAuthentication: 'body',
  authorizeParameters: {},
  renewal: { kind: 'refresh_token', rotates: false },
  loopbackClientId: 'ocma-loopback',
} as const;

const ports = [47_841, 47_842, 47_843] as const;

/**
 * What the two products have that any app gets at once. A scope that an app does not have fails the whole sign-in, so
 * nothing else is asked for.
 */
export const memberSignIn = {
  ...common,
  scopes: ['openid', 'profile', 'w_member_social'],
  redirect: { kind: 'loopback', host: 'localhost', ports, path: '/oauth/linkedin' },
} satisfies BrowserSignIn;

/** What an app has that was approved for the Community Management API. */
export const pagesSignIn = {
  ...common,
  scopes: [
    'r_basicprofile',
    'w_member_social',
    'w_organization_social',
    'r_organization_social',
    'rw_organization_admin',
    'r_member_postAnalytics',
  ],
  redirect: { kind: 'loopback', host: 'localhost', ports, path: '/oauth/linkedin_pages' },
  accounts: signedInAccounts,
} satisfies BrowserSignIn;

/** The addresses to register at LinkedIn, as the listener on this machine uses them. */
export const redirectAddresses = ({
  redirect,
}: typeof memberSignIn | typeof pagesSignIn): readonly string[] =>
  redirect.ports.map((port) => `http://${redirect.host}:${port}${redirect.path}`);
