import { metaTokens } from '../meta/tokens.ts';
import type { BrowserSignIn } from '../sign-in.ts';

const dayMs = 86_400_000;

/**
 * The sign-in with Threads (Threads API: get access tokens). Only https addresses can be registered, so the app catches one
 * that nobody serves. The token of 60 days renews itself once it is a day old, without the secret.
 */
export const signIn = {
  kind: 'browser',
  scopes: [
    'threads_basic',
    'threads_content_publish',
    'threads_manage_replies',
    'threads_read_replies',
    'threads_manage_insights',
    'threads_manage_mentions',
    'threads_keyword_search',
    'threads_delete',
  ],
  scopeSeparator: ',',
  pkce: 'none',
  clientIdParameter: 'client_id',
  clientAuthentication: 'body',
  redirect: {
    kind: 'intercept',
    // Meta's form takes an address of this machine where it begins with https; the name localhost it refuses.
    address: 'https://127.0.0.1/oauth/threads',
    hosts: [
      'www.threads.com',
      'threads.com',
      'www.threads.net',
      'threads.net',
      'www.instagram.com',
      'instagram.com',
      'www.facebook.com',
      'm.facebook.com',
    ],
  },
  authorizeParameters: {},
  renewal: { kind: 'access_token', notBeforeMs: dayMs, whileLeftMs: 20 * dayMs },
  protocol: metaTokens({
    exchange: 'POST',
    longLived: {
      grantType: 'th_exchange_token',
      address: ({ endpoints }) => `${endpoints.api}/access_token`,
    },
    renewal: {
      grantType: 'th_refresh_token',
      address: ({ endpoints }) => `${endpoints.api}/refresh_access_token`,
    },
    // Access ends in the settings of Threads only.
    graph: null,
  }),
  loopbackClientId: 'ocma-loopback',
} satisfies BrowserSignIn;
