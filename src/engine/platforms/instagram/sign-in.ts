import { metaTokens } from '../meta/tokens.ts';
import type { BrowserSignIn } from '../sign-in.ts';

const dayMs = 86_400_000;

/**
 * The sign-in with Instagram (Instagram Platform: business login). Only https addresses can be registered, so the app
 * catches one that nobody serves. The token of 60 days renews itself once it is a day old, without the secret.
 */
export const signIn = {
  kind: 'browser',
  scopes: [
    'instagram_business_basic',
    'instagram_business_content_publish',
    'instagram_business_manage_comments',
    'instagram_business_manage_insights',
  ],
  scopeSeparator: ',',
  pkce: 'none',
  clientIdParameter: 'client_id',
  clientAuthentication: 'body',
  redirect: {
    kind: 'intercept',
    address: 'https://localhost/oauth/instagram',
    hosts: [
      'www.instagram.com',
      'instagram.com',
      'www.facebook.com',
      'm.facebook.com',
      'facebook.com',
      'accountscenter.instagram.com',
      'l.instagram.com',
    ],
  },
  authorizeParameters: {},
  renewal: { kind: 'access_token', notBeforeMs: dayMs, whileLeftMs: 20 * dayMs },
  protocol: metaTokens({
    exchange: 'POST',
    longLived: {
      grantType: 'ig_exchange_token',
      address: ({ endpoints }) => `${endpoints.api}/access_token`,
    },
    renewal: {
      grantType: 'ig_refresh_token',
      address: ({ endpoints }) => `${endpoints.api}/refresh_access_token`,
    },
    // Access ends in Instagram's own settings only.
    graph: null,
  }),
  loopbackClientId: 'ocma-loopback',
} satisfies BrowserSignIn;
