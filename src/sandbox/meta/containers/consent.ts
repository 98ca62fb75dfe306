import type { Route } from '../../network.ts';
import type { Apps } from '../../oauth/apps.ts';
import type { Codes } from '../../oauth/codes.ts';
import { consentRoutes } from '../../oauth/routes.ts';
import type { Directory } from '../../people/directory.ts';
import type { Inhabitant } from '../../people/people.ts';
import type { Clock } from './clock.ts';

/** What the page of consent is made of. */
export interface MetaConsent {
  readonly network: 'instagram' | 'threads';
  readonly title: string;
  readonly hue: number;
  /** The scopes there are, with what each lets an app do. */
  readonly scopeWords: Readonly<Record<string, string>>;
  /** The one that cannot be refused. */
  readonly basic: string;
  readonly people: Directory<Inhabitant>;
  readonly about: (person: Inhabitant) => string;
  readonly apps: Apps;
  readonly codes: Codes;
  readonly now: Clock;
}

/** The page of consent of one of the two networks: no PKCE, scopes by commas, and `#_` behind the address it sends back to. */
export function metaConsentRoutes(consent: MetaConsent): readonly Route[] {
  const { network, title, hue, scopeWords, basic, people, about, apps, codes, now } = consent;
  const routes = consentRoutes({
    rules: {
      apps,
      clientParameter: 'client_id',
      scopeSeparator: ',',
      knownScopes: new Set(Object.keys(scopeWords)),
      pkce: 'none',
      challengeMethod: 'S256',
    },
    style: {
      title,
      hue,
      path: `/${network}/oauth/authorize`,
      people: people.practicePeople,
      about,
      scopeWords,
      refusable: (scope) => scope !== basic,
      grantable: null,
    },
    directory: people,
    codes,
    now,
  });
  return routes.map((route) => ({
    ...route,
    handle: async (exchange) => {
      const answer = await route.handle(exchange);
      const { location } = answer.headers;
      return location === undefined
        ? answer
        : { ...answer, headers: { ...answer.headers, location: `${location}#_` } };
    },
  }));
}
