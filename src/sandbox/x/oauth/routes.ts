import { empty } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Route } from '../../network.ts';
import { html, page } from '../../page.ts';
import { personWhoSignsIn } from '../people/people.ts';
import { readAuthorizeRequest } from './authorize.ts';
import { consentPage } from './consent.ts';
import { answerRevokeRequest, answerTokenRequest, formOf } from './token.ts';
import type { TokenDesk } from './token.ts';

/** The endpoints of X's OAuth 2.0: the consent page, its answer, tokens and their end. */
export function oauthRoutes(desk: TokenDesk): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/i/oauth2/authorize',
      operation: 'oauth.authorize',
      handle: (exchange) => {
        const request = readAuthorizeRequest(exchange.query, desk.apps);
        return 'status' in request ? request : consentPage(request, desk.now());
      },
    },
    {
      method: 'POST',
      path: '/i/oauth2/authorize',
      operation: 'oauth.consent',
      handle: (exchange) => decide(desk, exchange),
    },
    {
      method: 'POST',
      path: '/2/oauth2/token',
      operation: 'oauth.token',
      handle: (exchange) => answerTokenRequest(desk, exchange),
    },
    {
      method: 'POST',
      path: '/2/oauth2/revoke',
      operation: 'oauth.revoke',
      handle: (exchange) => answerRevokeRequest(desk, exchange),
    },
  ];
}

function decide(desk: TokenDesk, exchange: Exchange): Answer {
  const form = formOf(exchange) ?? new URLSearchParams();
  const site = exchange.headers['sec-fetch-site'];
  // A page of another site must not press the button for the person.
  if (site !== undefined && site !== 'same-origin')
    return page(403, 'Refused', html`<h1>Open the page from the app</h1>`);
  const request = readAuthorizeRequest(form, desk.apps);
  if ('status' in request) return request;
  const back = new URL(request.redirect_uri);
  back.searchParams.set('state', request.state);
  const person = personWhoSignsIn(form.get('person') ?? '');
  if (form.get('decision') === 'allow' && person !== undefined) {
    const code = desk.codes.issue({
      account: person.id,
      clientId: request.client_id,
      redirectUri: request.redirect_uri,
      scopes: request.scopes,
      challenge: request.code_challenge,
      method: request.code_challenge_method,
      issuedAt: desk.now(),
    });
    back.searchParams.set('code', code);
  } else {
    back.searchParams.set('error', 'access_denied');
  }
  return empty(302, { location: back.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
}
