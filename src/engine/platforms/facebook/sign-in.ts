import { metaTokens } from '../meta/tokens.ts';
import type { BrowserSignIn } from '../sign-in.ts';
import { pagesOfSignIn } from './pages-of-sign-in.ts';

/** What a Page is asked for. The last one reaches Pages of a Business Portfolio. */
export const scopes = [
  'pages_show_list',
  'pages_manage_posts',
  'pages_read_engagement',
  'pages_manage_engagement',
  'pages_read_user_content',
  'read_insights',
  'business_management',
] as const;

/** The address that Meta documents for sign-in in a window of a desktop app (Facebook Login: manual flow). */
export const redirectAddress = 'https://www.facebook.com/connect/login_success.html';

/**
 * Facebook Login in a window of the app, with a code that is exchanged by the app's id and secret. The person's token of 60
 * days gives each Page a token of its own that does not end; nothing renews either but signing in again.
 */
export const signIn = {
  kind: 'browser',
  scopes,
  scopeSeparator: ',',
  pkce: 'none',
  clientIdParameter: 'client_id',
  clientAuthentication: 'body',
  redirect: {
    kind: 'intercept',
    address: redirectAddress,
    // The second factor is asked for at Meta's own hosts.
    hosts: ['facebook.com', 'accountscenter.meta.com', 'auth.meta.com'],
  },
  // Asks once more for what was declined the last time.
  authorizeParameters: { auth_type: 'rerequest' },
  loopbackClientId: '100000000000001',
  renewal: { kind: 'sign_in' },
  protocol: metaTokens({
    exchange: 'GET',
    longLived: { grantType: 'fb_exchange_token', address: ({ endpoints }) => endpoints.token },
    renewal: null,
    graph: ({ endpoints }) => endpoints.api,
  }),
  accounts: pagesOfSignIn,
} satisfies BrowserSignIn;
