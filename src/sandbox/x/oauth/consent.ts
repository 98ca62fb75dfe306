import { json } from '../../exchange.ts';
import type { Apps } from '../../oauth/apps.ts';
import type { AuthorizeRules } from '../../oauth/authorize.ts';
import type { ConsentStyle } from '../../oauth/consent.ts';
import { xPeople } from '../people/people.ts';
import type { Person } from '../people/people.ts';
import { knownScopes, scopeWords } from './scopes.ts';

/** X's page of consent. */
export const consentStyle: ConsentStyle<Person> = {
  title: 'X',
  hue: 210,
  path: '/i/oauth2/authorize',
  people: xPeople.practicePeople,
  about: ({ subscription }) => (subscription === 'None' ? 'no subscription' : subscription),
  scopeWords,
  refusable: () => false,
  grantable: null,
};

/** What X wants of the address of its page of consent. */
export function rulesOf(apps: Apps): AuthorizeRules {
  return {
    apps,
    clientParameter: 'client_id',
    scopeSeparator: ' ',
    knownScopes,
    pkce: 'required',
    challengeMethod: 'S256',
    badRedirect: () =>
      json(400, {
        errors: [{ code: 415, message: 'Callback URL not approved for this client application.' }],
      }),
  };
}
