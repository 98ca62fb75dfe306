import { formOf } from '../body.ts';
import { empty } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import type { Route } from '../network.ts';
import { html, page } from '../page.ts';
import type { Directory } from '../people/directory.ts';
import type { Inhabitant } from '../people/people.ts';
import { readAuthorizeRequest } from './authorize.ts';
import type { AuthorizeRules } from './authorize.ts';
import type { Codes } from './codes.ts';
import { consentPage, decisionOf } from './consent.ts';
import type { ConsentStyle } from './consent.ts';

/** What the consent page of a network and its answer need. */
export interface ConsentDesk<Member extends Inhabitant> {
  readonly rules: AuthorizeRules;
  readonly style: ConsentStyle<Member>;
  readonly directory: Directory<Member>;
  readonly codes: Codes;
  readonly now: () => number;
}

/** The page of consent at `style.path`, and its answer, which sends the person back with a code or a refusal. */
export function consentRoutes<Member extends Inhabitant>(desk: ConsentDesk<Member>): readonly Route[] {
  const { path } = desk.style;
  return [
    {
      method: 'GET',
      path,
      operation: 'oauth.authorize',
      handle: (exchange) => {
        const asked = readAuthorizeRequest(exchange.query, desk.rules);
        return 'status' in asked ? asked : consentPage(desk.style, asked, desk.now());
      },
    },
    { method: 'POST', path, operation: 'oauth.consent', handle: (exchange) => decide(desk, exchange) },
  ];
}

function decide<Member extends Inhabitant>(desk: ConsentDesk<Member>, exchange: Exchange): Answer {
  const form = formOf(exchange) ?? new URLSearchParams();
  const site = exchange.headers['sec-fetch-site'];
  // A page of another site must not press the button for the person.
  if (site !== undefined && site !== 'same-origin')
    return page(403, 'Refused', html`<h1>Open the page from the app</h1>`);
  const asked = readAuthorizeRequest(form, desk.rules);
  if ('status' in asked) return asked;
  const back = new URL(asked.redirectUri);
  if (asked.state !== '') back.searchParams.set('state', asked.state);
  const person = desk.directory.whoSignsIn(form.get('person') ?? '');
  if (form.get('decision') === 'allow' && person !== undefined) {
    const code = desk.codes.issue({
      account: person.id,
      clientId: asked.clientId,
      redirectUri: asked.redirectUri,
      ...decisionOf(desk.style, asked, form, person),
      challenge: asked.challenge,
      issuedAt: desk.now(),
    });
    back.searchParams.set('code', code);
  } else {
    back.searchParams.set('error', 'access_denied');
  }
  return empty(302, { location: back.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
}
